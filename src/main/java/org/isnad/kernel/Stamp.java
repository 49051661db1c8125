package org.isnad.kernel;

import java.time.Instant;
import java.util.UUID;

/**
 * Who did something, how that person was known to the desk, and when.
 *
 * @param person
 *            the acting person's id; {@link #SYSTEM} for the desk itself
 * @param authentication
 *            how the actor was authenticated, such as {@code session}, {@code bearer:isnad-cli} or {@code system:startup}
 * @param at
 *            UTC, to the microsecond, which is what PostgreSQL keeps
 */
public record Stamp(UUID person, String authentication, Instant at) {
    /** The id under which the desk itself acts, for example when it adopts a rating scale at start. */
    public static final UUID SYSTEM = new UUID(0L, 1L);
}
