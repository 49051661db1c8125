package org.isnad.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A claim as lists and API answers show it; {@code version} stands for all of it but the proposer's name. */
public record ClaimRow(UUID id, ClaimState state, int round, String wording, String language, @Nullable String claimant,
        @Nullable LocalDate claimedOn, Priority priority, UUID proposedBy, String proposedByName, Instant proposedAt,
        long version) {}
