package org.isnad.audit.history;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a history stands under: the claim as it is now.
 *
 * @param language
 *            ISO 639 code of the wording
 * @param rating
 *            what the latest revision rates it; null before the first
 */
public record ClaimHeading(UUID id, String wording, String language, @Nullable String claimant, String state, int round,
        @Nullable RatingName rating) {

    /** A rating as its scale names it. */
    public record RatingName(String tone, String en, String ar) {}
}
