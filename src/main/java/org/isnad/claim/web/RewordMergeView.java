package org.isnad.claim.web;

import java.util.List;

import org.isnad.claim.Claim;
import org.isnad.claim.Priority;
import org.isnad.kernel.text.WordDiff;
import org.isnad.kernel.web.FormErrors;

/**
 * Two wordings of one claim that were written at once.
 *
 * @param mine
 *            what the person wrote, which goes on in the form
 * @param stored
 *            what somebody else saved meanwhile
 * @param changes
 *            from the stored wording to the person's
 * @param version
 *            of the stored one, on top of which the merged wording is saved
 */
record RewordMergeView(String id, String language, WordingForm mine, WordingForm stored,
        List<WordDiff.Piece> changes, long version, String next) {

    static RewordMergeView of(Claim now, WordingForm mine, String next) {
        return new RewordMergeView(now.id().toString(), now.language(), mine, WordingForm.of(now),
                WordDiff.of(now.wording(), mine.text()), now.version(), next);
    }

    public FormErrors noErrors() {
        return FormErrors.none();
    }

    public List<Priority> priorities() {
        return List.of(Priority.values());
    }
}
