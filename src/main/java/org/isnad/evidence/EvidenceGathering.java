package org.isnad.evidence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.isnad.assignment.Assignments;
import org.isnad.claim.Claim;
import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimState;
import org.isnad.claim.Claims;
import org.isnad.claim.Contribution;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Expected;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/** What the assignee does with evidence while the claim is assigned. Once submitted, it stands as the revision quotes it. */
@ApplicationScoped
@Transactional
public class EvidenceGathering {
    private static final int MOST = 200;
    private final Claims claims;
    private final ClaimAccess access;
    private final Assignments assignments;
    private final EvidenceItems items;
    private final Event<DomainEvent> events;
    private final Clock clock;

    EvidenceGathering(Claims claims, ClaimAccess access, Assignments assignments, EvidenceItems items,
            Event<DomainEvent> events, Clock clock) {
        this.claims = claims;
        this.access = access;
        this.assignments = assignments;
        this.items = items;
        this.events = events;
        this.clock = clock;
    }

    /** Adds a piece at the end of the list. */
    public EvidenceId add(ClaimId id, EvidenceDetails details, Actor actor) {
        Claim claim = workedOn(id, actor);
        int[] last = items.last(id);
        if (last[0] >= MOST) {
            throw new Problem.Conflict("too-much-evidence",
                    "A claim can have at most " + MOST + " pieces of evidence.");
        }
        Stamp by = actor.stamp(clock);
        Evidence added = new Evidence(claim, last[0] + 1, last[1] + 1, details.checked(), by);
        items.persist(added);
        contributed(claim, actor, by);
        events.fire(added.added(claim, by));
        return added.id();
    }

    public void edit(EvidenceId id, Expected expected, EvidenceDetails details, Actor actor) {
        Claim claim = claimOf(id, actor);
        Evidence piece = current(id, expected);
        Stamp by = actor.stamp(clock);
        contributed(claim, actor, by);
        events.fire(piece.edit(claim, details.checked(), by));
    }

    public void remove(EvidenceId id, Expected expected, Actor actor) {
        Claim claim = claimOf(id, actor);
        Evidence piece = current(id, expected);
        Stamp by = actor.stamp(clock);
        contributed(claim, actor, by);
        events.fire(piece.remove(claim, by));
    }

    /** Takes a removal back. */
    public void putBack(EvidenceId id, Actor actor) {
        Claim claim = claimOf(id, actor);
        Evidence piece = current(id, Expected.any());
        Stamp by = actor.stamp(clock);
        contributed(claim, actor, by);
        events.fire(piece.putBack(claim, by));
    }

    /**
     * Puts a piece at another place of the list.
     *
     * @param place
     *            1 for the top; beyond the end means the end
     */
    public void move(EvidenceId id, int place, Actor actor) {
        Claim claim = claimOf(id, actor);
        List<Evidence> list = new ArrayList<>(items.of(claim.id()));
        Evidence piece = current(id, Expected.any());
        piece.mustBePresent();
        List<Integer> before = numbers(list);
        list.remove(piece);
        list.add(Math.max(0, Math.min(place - 1, list.size())), piece);
        if (numbers(list).equals(before)) {
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            list.get(i).moveTo(i + 1);
        }
        Stamp by = actor.stamp(clock);
        contributed(claim, actor, by);
        events.fire(claim.event(EvidenceAction.EVIDENCE_MOVED, by, new FieldChange("order", before, numbers(list)))
                .on(piece.part()));
    }

    private static List<Integer> numbers(List<Evidence> list) {
        return list.stream().map(Evidence::number).toList();
    }

    private void contributed(Claim claim, Actor actor, Stamp by) {
        claims.contributed(claim, actor.person(), Contribution.EVIDENCE, by);
    }

    private Evidence current(EvidenceId id, Expected expected) {
        Evidence piece = items.find(id).orElseThrow(() -> new Problem.NotFound("evidence"));
        expected.check("evidence", piece.version());
        return piece;
    }

    private Claim claimOf(EvidenceId id, Actor actor) {
        ClaimId claim = items.claimOf(id).orElseThrow(() -> new Problem.NotFound("evidence"));
        return workedOn(claim, actor);
    }

    private Claim workedOn(ClaimId id, Actor actor) {
        actor.mustBe(Role.REVIEWER, Role.SENIOR_EDITOR);
        Claim claim = claims.lock(id);
        if (!access.mayReadWork(actor, claim)) {
            throw new Problem.NotFound("claim");
        }
        claim.mustBe(ClaimState.ASSIGNED, "change the evidence");
        assignments.mine(id, actor);
        return claim;
    }
}
