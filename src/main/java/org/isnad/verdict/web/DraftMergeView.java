package org.isnad.verdict.web;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.Claim;
import org.isnad.kernel.text.WordDiff;
import org.isnad.kernel.web.FormErrors;
import org.isnad.verdict.Piece;
import org.isnad.verdict.Verdict;

/**
 * Two drafts of one verdict that were written at once.
 *
 * @param mine
 *            what the person wrote, which goes on in the form
 * @param stored
 *            what was saved meanwhile
 * @param version
 *            of the stored one, on top of which the merged draft is saved
 */
record DraftMergeView(String claim, String wording, String language, DraftForm mine, DraftForm stored,
        @Nullable RatingChoice myRating, @Nullable RatingChoice storedRating, RatingChoice.Scale scale,
        List<WordDiff.Piece> summary, List<WordDiff.Piece> rationale, List<Waiver> waivers, long version) {

    /** A reason for a missing piece that differs. */
    public record Waiver(Piece piece, List<WordDiff.Piece> changes) {}

    static DraftMergeView of(Claim claim, Verdict now, DraftForm mine, RatingChoice.Scale scale) {
        DraftForm stored = DraftForm.of(now);
        return new DraftMergeView(claim.id().toString(), claim.wording(), claim.language(), mine, stored,
                scale.find(mine.rating()), scale.find(stored.rating()), scale,
                WordDiff.of(stored.summary(), mine.draft().summary()),
                WordDiff.of(stored.rationale(), mine.draft().rationale()),
                Stream.of(Piece.values()).filter(piece -> mine.waived(piece) || stored.waived(piece))
                        .map(piece -> new Waiver(piece,
                                WordDiff.of(stored.waiver(piece), mine.draft().waivers().get(piece))))
                        .toList(),
                now.version());
    }

    public FormErrors noErrors() {
        return FormErrors.none();
    }

    public List<Piece> pieces() {
        return List.of(Piece.values());
    }
}
