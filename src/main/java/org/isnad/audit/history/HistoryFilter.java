package org.isnad.audit.history;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.identity.Reading;

/**
 * Which steps of a history to show; null means all.
 *
 * @param refused
 *            only what was refused
 * @param reading
 *            whether readings, which change nothing, are shown too
 */
public record HistoryFilter(@Nullable UUID person, @Nullable String action, @Nullable Integer round, boolean refused,
        boolean reading) {
    /** The actions that tell of a reading, as they are stored. */
    public static final List<String> READINGS = List.of(Reading.CLAIM_READ.name(), Reading.HISTORY_READ.name(),
            Reading.BUNDLE_EXPORTED.name());
    public static final HistoryFilter ALL = new HistoryFilter(null, null, null, false, true);

    public boolean isAll() {
        return equals(ALL);
    }
}
