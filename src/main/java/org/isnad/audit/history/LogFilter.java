package org.isnad.audit.history;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which steps of the whole log to show; null means all.
 *
 * @param from
 *            the earliest time
 * @param to
 *            the first time that is too late
 * @param about
 *            the id of the claim, article, person or rating scale
 * @param refused
 *            only what was refused
 */
public record LogFilter(@Nullable UUID person, @Nullable String action, @Nullable Instant from, @Nullable Instant to,
        @Nullable UUID about, boolean refused) {
    public static final LogFilter ALL = new LogFilter(null, null, null, null, null, false);

    public boolean isAll() {
        return equals(ALL);
    }
}
