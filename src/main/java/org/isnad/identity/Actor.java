package org.isnad.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/**
 * Who is acting in a request: a person with roles, or an API client of its own with scopes only.
 *
 * @param authentication
 *            how the actor was authenticated; goes into every event
 * @param scopes
 *            what an API client may do ({@code articles:write}, {@code desk:read}, …); empty for a person in a session
 * @param signedInAt
 *            when the person last proved who they are (OIDC {@code auth_time}); null for a client
 * @param client
 *            true for a client's own token: its rights are its scopes, and it never approves
 */
public record Actor(PersonId person, String name, Set<Role> roles, Set<String> scopes, String authentication,
        @Nullable Instant signedInAt, boolean client) {

    public Actor {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** The desk itself, for what happens without a person, such as adopting a rating scale at start. */
    public static Actor system(String what) {
        return new Actor(new PersonId(Stamp.SYSTEM), "Isnad", Set.of(), Set.of(), "system:" + what, null, false);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAny(Role... any) {
        return Set.of(any).stream().anyMatch(roles::contains);
    }

    public boolean is(PersonId other) {
        return person.equals(other);
    }

    /** The permission check of a verb, again after the endpoint's own. */
    public void mustBe(Role... any) {
        if (!isAny(any)) {
            throw Problem.NotAllowed.role();
        }
    }

    public Stamp stamp(Clock clock) {
        return new Stamp(person.value(), authentication, clock.instant());
    }
}
