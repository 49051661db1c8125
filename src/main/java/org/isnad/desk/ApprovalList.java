package org.isnad.desk;

import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The lists of the approvals page. */
public enum ApprovalList {
    /** Submitted: a decision is awaited. */
    SUBMITTED,
    /** Approved, not yet before the public. */
    APPROVED,
    /** Public, or once public and taken back. */
    PUBLISHED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The list that an address names, what is submitted for anything else. */
    public static ApprovalList of(@Nullable String key) {
        return Stream.of(values()).filter(list -> list.key().equals(key)).findFirst().orElse(SUBMITTED);
    }
}
