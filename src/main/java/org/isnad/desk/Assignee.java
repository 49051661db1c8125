package org.isnad.desk;

import java.util.UUID;

/**
 * Somebody who can be given a claim, with how much they have already.
 *
 * @param load
 *            claims assigned now
 * @param soon
 *            those of them due within a day
 */
public record Assignee(UUID id, String name, long load, long soon) {
    /** A load at which somebody has enough for a day or two; where the bar is full. */
    private static final long FULL = 10;

    /** How full the bar is, of 100. */
    public long filled() {
        return Math.min(100, load * 100 / FULL);
    }

    public boolean busy() {
        return load >= FULL - 1;
    }
}
