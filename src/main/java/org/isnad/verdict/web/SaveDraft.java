package org.isnad.verdict.web;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.verdict.Draft;
import org.isnad.verdict.Piece;

/** A draft as somebody wrote it, in API requests. What is left out becomes empty. */
@Schema(description = "The whole draft: what is left out becomes empty")
record SaveDraft(
        @Schema(description = "Code of a rating of today's scale", examples = "mostly-false") @Nullable String rating,
        @Schema(maxLength = 2000, description = "What the public reads first") @Nullable String summary,
        @Schema(maxLength = 50000, description = "How the verdict follows from the evidence, cited as [n]", examples = "The bulletin [1] says seven.") @Nullable String rationale,
        @Schema(description = "For pieces that are missing on purpose: why") @Nullable Map<Piece, @Nullable String> waivers) {

    Draft draft() {
        Map<Piece, String> reasons = new EnumMap<>(Piece.class);
        if (waivers != null) {
            waivers.forEach((piece, reason) -> reasons.put(piece, reason == null ? "" : reason));
        }
        return new Draft(rating, summary, rationale, reasons);
    }
}
