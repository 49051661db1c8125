package org.isnad.audit;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Which steps of a history to show; null means all. */
public record HistoryFilter(@Nullable UUID person, @Nullable String action, @Nullable Integer round) {
    public static final HistoryFilter ALL = new HistoryFilter(null, null, null);

    public boolean isAll() {
        return equals(ALL);
    }
}
