package org.isnad.desk;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimState;
import org.isnad.claim.Priority;

/**
 * A claim in a list of My queue.
 *
 * @param at
 *            what the list is ordered by: when it is due, in the list of what is done when it was decided, in the list of what is
 *            open when it was proposed
 * @param evidence
 *            how many pieces it has now
 * @param begun
 *            whether a draft was saved in this round
 * @param returned
 *            how it came back; null when it did not
 */
public record QueueItem(UUID id, String wording, String language, @Nullable String claimant, @Nullable String outlet,
        ClaimState state, Priority priority, int round, Instant at, long evidence, boolean begun,
        @Nullable Returned returned) {

    /** Who returned it, when and why. */
    public record Returned(String by, Instant at, String reason) {}
}
