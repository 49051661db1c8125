package org.isnad.verdict.web;

import java.util.EnumMap;
import java.util.Map;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.web.Parameters;
import org.isnad.verdict.Draft;
import org.isnad.verdict.Piece;
import org.isnad.verdict.Verdict;

/** A verdict as the form carries it: everything is what was typed. */
public record DraftForm(@RestForm @Nullable String rating, @RestForm @Nullable String summary,
        @RestForm @Nullable String rationale, @RestForm("waiver.evidence") @Nullable String waiverEvidence,
        @RestForm("waiver.rating") @Nullable String waiverRating,
        @RestForm("waiver.rationale") @Nullable String waiverRationale) {

    /** The form as the working copy fills it. */
    public static DraftForm of(Verdict copy) {
        return new DraftForm(copy.ratingCode(), copy.summary(), copy.rationale(), copy.waivers().get(Piece.EVIDENCE),
                copy.waivers().get(Piece.RATING), copy.waivers().get(Piece.RATIONALE));
    }

    Draft draft() {
        Map<Piece, String> waivers = new EnumMap<>(Piece.class);
        for (Piece piece : Piece.values()) {
            String reason = Parameters.lines(waiver(piece));
            if (reason != null) {
                waivers.put(piece, reason);
            }
        }
        return new Draft(rating, Parameters.lines(summary), Parameters.lines(rationale), waivers);
    }

    /** Why the piece is missing; null where nothing was said. */
    public @Nullable String waiver(Piece piece) {
        return switch (piece) {
            case EVIDENCE -> waiverEvidence;
            case RATING -> waiverRating;
            case RATIONALE -> waiverRationale;
        };
    }

    /** Whether a reason for the missing piece was given. */
    public boolean waived(Piece piece) {
        String reason = waiver(piece);
        return reason != null && !reason.isBlank();
    }
}
