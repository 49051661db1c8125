package org.isnad.claim;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.isnad.identity.Actor;
import org.isnad.identity.Reading;
import org.isnad.identity.Readings;
import org.isnad.identity.Role;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.Problem;

/** Who may see what of a claim. What a person may not see does not exist for them. */
@ApplicationScoped
public class ClaimAccess {
    /** What every reviewer may see of others' claims: the wording, while nobody is working on it. */
    static final Set<ClaimState> OPEN = EnumSet.of(ClaimState.PROPOSED, ClaimState.QUEUED, ClaimState.PUBLISHED,
            ClaimState.RETRACTED, ClaimState.DISMISSED);

    private final Claims claims;
    private final Readings readings;

    ClaimAccess(Claims claims, Readings readings) {
        this.claims = claims;
        this.readings = readings;
    }

    /** Whether the actor may see the claim itself: its wording, state and appearances. */
    public boolean mayRead(Actor actor, Claim claim) {
        return mayRead(actor, claim.state(), false)
                || actor.is(Role.REVIEWER) && claims.isContributor(claim.id(), actor.person());
    }

    /** The same for whoever read the claim's state, and whether the actor is a contributor, together with other things. */
    public static boolean mayRead(Actor actor, ClaimState state, boolean contributor) {
        return actor.isAny(Role.SENIOR_EDITOR, Role.AUDITOR)
                || actor.is(Role.REVIEWER) && (OPEN.contains(state) || contributor)
                || actor.client() && actor.scopes().contains("desk:read") && OPEN.contains(state);
    }

    /** The states in which the actor may see any claim; one in another state only as a contributor to it. */
    public static Set<ClaimState> readable(Actor actor) {
        Set<ClaimState> states = EnumSet.allOf(ClaimState.class);
        states.removeIf(state -> !mayRead(actor, state, false));
        return states;
    }

    /** Whether the actor may see the work on a claim, to which they are a contributor or not. */
    public static boolean mayReadWork(Actor actor, boolean contributor) {
        return actor.isAny(Role.SENIOR_EDITOR, Role.AUDITOR) || actor.is(Role.REVIEWER) && contributor;
    }

    /** Names of the states in which every reviewer may see a claim, for queries. */
    static String[] openStates() {
        return OPEN.stream().map(Enum::name).toArray(String[]::new);
    }

    /** Whether the actor may see the work on it: evidence, draft, revisions, decisions. */
    public boolean mayReadWork(Actor actor, Claim claim) {
        return actor.isAny(Role.SENIOR_EDITOR, Role.AUDITOR)
                || actor.is(Role.REVIEWER) && claims.isContributor(claim.id(), actor.person());
    }

    /** The claim, if the actor may see it. That an auditor reads it becomes part of its history. */
    public Claim readable(Actor actor, ClaimId id) {
        return read(actor, claims.find(id).filter(claim -> mayRead(actor, claim)));
    }

    /** The claim, if the actor may see the work on it. That an auditor reads it becomes part of its history. */
    public Claim readableWork(Actor actor, ClaimId id) {
        return read(actor, claims.find(id).filter(claim -> mayReadWork(actor, claim)));
    }

    private Claim read(Actor actor, Optional<Claim> found) {
        Claim claim = found.orElseThrow(() -> new Problem.NotFound("claim"));
        readings.of(AggregateType.CLAIM, claim.id().value(), Reading.CLAIM_READ, actor);
        return claim;
    }
}
