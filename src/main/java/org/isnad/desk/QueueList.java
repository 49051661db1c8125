package org.isnad.desk;

import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The lists of My queue. */
public enum QueueList {
    /** Assigned to me. */
    TODO,
    /** Assigned to me and returned by an editor since. */
    RETURNED,
    /** Submitted by me, not decided yet. */
    WAITING,
    /** Approved, published or retracted; I contributed. */
    DONE,
    /** Queued: anybody may take it. */
    OPEN;

    /** Its name in an address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The list that an address names, the to-do list for anything else. */
    public static QueueList of(@Nullable String key) {
        return Stream.of(values()).filter(list -> list.key().equals(key)).findFirst().orElse(TODO);
    }
}
