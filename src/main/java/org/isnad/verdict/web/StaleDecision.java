package org.isnad.verdict.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.Claim;
import org.isnad.kernel.text.WordDiff;
import org.isnad.verdict.VerdictRevision;

/**
 * A decision on a revision that was followed by another meanwhile: nothing was decided, both are shown.
 *
 * @param reason
 *            what was typed, to be used again; empty for an approval
 */
record StaleDecision(String claim, String wording, String language, int seenNumber, int nowNumber,
        @Nullable RatingChoice seenRating, @Nullable RatingChoice nowRating, String seenSummary, String nowSummary,
        String seenRationale, String nowRationale, String reason) {

    static StaleDecision of(Claim claim, VerdictRevision seen, @Nullable RatingChoice seenRating, VerdictRevision now,
            @Nullable RatingChoice nowRating, String reason) {
        return new StaleDecision(claim.id().toString(), claim.wording(), claim.language(), seen.number(), now.number(),
                seenRating, nowRating, seen.summary(), now.summary(), seen.rationale(), now.rationale(), reason);
    }

    public List<WordDiff.Piece> summary() {
        return WordDiff.of(seenSummary, nowSummary);
    }

    public List<WordDiff.Piece> rationale() {
        return WordDiff.of(seenRationale, nowRationale);
    }
}
