package org.isnad.intake.feed;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A feed, and what the desk last saw of it.
 *
 * @param entries
 *            how many entries the last look found; null before the first
 * @param error
 *            why the last look failed, as a sentence in English; null when it did not
 */
public record FeedRow(UUID id, String name, String url, int everyMinutes, FeedState state, long version,
        @Nullable Instant lookedAt, @Nullable Integer entries, @Nullable String error) {

    public boolean isPaused() {
        return state == FeedState.PAUSED;
    }
}
