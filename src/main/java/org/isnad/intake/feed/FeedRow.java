package org.isnad.intake.feed;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.intake.Trouble;

/**
 * A feed, and what the desk last saw of it.
 *
 * @param entries
 *            how many entries were there when it was last read; null before that
 * @param trouble
 *            why the last look failed; null when it did not
 * @param failures
 *            how many looks failed since one did not; the more, the longer the desk waits
 * @param nextAt
 *            before then the desk does not look again
 */
public record FeedRow(UUID id, String name, String url, int everyMinutes, FeedState state, long version,
        @Nullable Instant lookedAt, @Nullable Integer entries, @Nullable Trouble trouble, int failures,
        Instant nextAt) {

    public boolean isPaused() {
        return state == FeedState.PAUSED;
    }
}
