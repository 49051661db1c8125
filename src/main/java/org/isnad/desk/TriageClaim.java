package org.isnad.desk;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimState;
import org.isnad.claim.Priority;

/**
 * A claim of the article being triaged, with the words it was pinned to.
 *
 * @param quoted
 *            language of the words, ISO 639
 * @param articles
 *            in how many articles it appears
 * @param assignee
 *            who checks it; null while nobody does
 */
public record TriageClaim(UUID id, String wording, String language, @Nullable String claimant, ClaimState state,
        Priority priority, long version, String prefix, String exact, String suffix, String quoted,
        String proposedBy, long articles,
        @Nullable String assignee, @Nullable Instant due) {

    /** Whether nobody decided on it yet. */
    public boolean open() {
        return state == ClaimState.PROPOSED;
    }

    public boolean assignable() {
        return state == ClaimState.PROPOSED || state == ClaimState.QUEUED || state == ClaimState.ASSIGNED;
    }

    public boolean dismissed() {
        return state == ClaimState.DISMISSED;
    }
}
