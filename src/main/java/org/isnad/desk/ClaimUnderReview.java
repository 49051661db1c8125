package org.isnad.desk;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimState;
import org.isnad.publication.PublicationState;

/**
 * The claim of an approval page.
 *
 * @param slug
 *            of its public page; null before the first publication
 */
public record ClaimUnderReview(UUID id, String wording, String language, @Nullable String claimant,
        @Nullable LocalDate claimedOn, ClaimState state, int round, long version, @Nullable UUID article,
        @Nullable String outlet, @Nullable String slug, @Nullable PublicationState publication) {}
