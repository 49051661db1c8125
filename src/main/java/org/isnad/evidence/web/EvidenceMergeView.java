package org.isnad.evidence.web;

import java.util.List;

import org.isnad.evidence.Evidence;
import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;
import org.isnad.kernel.text.WordDiff;
import org.isnad.kernel.web.FormErrors;

/**
 * Two edits of one piece of evidence that were made at once.
 *
 * @param mine
 *            what the person wrote, which goes on in the form
 * @param stored
 *            what was saved meanwhile
 * @param version
 *            of the stored one, on top of which the merged piece is saved
 */
record EvidenceMergeView(String id, String claim, int number, EvidenceForm mine, EvidenceForm stored,
        List<WordDiff.Piece> title, List<WordDiff.Piece> quote, List<WordDiff.Piece> note, long version) {

    static EvidenceMergeView of(Evidence now, EvidenceForm mine) {
        EvidenceForm stored = EvidenceForm.of(now);
        return new EvidenceMergeView(now.id().toString(), now.claim().toString(), now.number(), mine, stored,
                WordDiff.of(stored.title(), mine.title()), WordDiff.of(stored.quote(), mine.quote()),
                WordDiff.of(stored.note(), mine.note()), now.version());
    }

    public FormErrors noErrors() {
        return FormErrors.none();
    }

    public List<Stance> stances() {
        return List.of(Stance.values());
    }

    public List<Source> sources() {
        return List.of(Source.values());
    }
}
