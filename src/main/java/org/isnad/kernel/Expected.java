package org.isnad.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The version of a thing that a change is based on (RFC 9110 If-Match).
 *
 * @param version
 *            null for {@link #any()}
 */
public record Expected(@Nullable Long version) {
    private static final Expected ANY = new Expected(null);

    /** For moves that the state alone guards, such as accepting one of many ticked suggestions. */
    public static Expected any() {
        return ANY;
    }

    public static Expected version(long version) {
        return new Expected(version);
    }

    /** Refuses a change that was based on another version than the stored one. */
    public void check(String what, long current) {
        if (version != null && version != current) {
            throw new Problem.Stale(what, current);
        }
    }
}
