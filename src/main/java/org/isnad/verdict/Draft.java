package org.isnad.verdict;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Checks;

/**
 * What a reviewer wrote so far. Anything may be missing while it is a draft.
 *
 * @param ratingCode
 *            a value of the current scale, or null for none yet
 * @param summary
 *            what the public reads first; at most 2,000 code points
 * @param rationale
 *            how the verdict follows from the evidence, which it cites as {@code [n]}; at most 50,000 code points
 * @param waivers
 *            for pieces that are missing on purpose: why; a blank reason is no waiver
 */
public record Draft(@Nullable String ratingCode, @Nullable String summary, @Nullable String rationale,
        Map<Piece, String> waivers) {

    Checked checked(RatingScales scales) {
        Checks checks = new Checks();
        String text = checks.optional("summary", summary, 2000);
        String why = checks.optional("rationale", rationale, 50_000);
        Map<Piece, String> reasons = new EnumMap<>(Piece.class);
        waivers.forEach((piece, reason) -> {
            String given = checks.optional("waiver." + piece.field(), reason, 2000);
            if (given != null) {
                reasons.put(piece, given);
            }
        });
        Rating rating = null;
        if (ratingCode != null && !ratingCode.isBlank()) {
            rating = scales.usable(ratingCode).orElse(null);
            if (rating == null) {
                checks.fail("rating", "not-in-scale");
            }
        }
        checks.done();
        return new Checked(rating, text == null ? "" : text, why == null ? "" : why, reasons);
    }

    record Checked(@Nullable Rating rating, String summary, String rationale, Map<Piece, String> waivers) {}
}
