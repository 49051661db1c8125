package org.isnad.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.isnad.assignment.Assignment.Ending;
import org.isnad.claim.Claim;
import org.isnad.claim.ClaimAccess;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimMove;
import org.isnad.claim.ClaimState;
import org.isnad.claim.Claims;
import org.isnad.claim.Contribution;
import org.isnad.identity.Actor;
import org.isnad.identity.People;
import org.isnad.identity.Person;
import org.isnad.identity.PersonId;
import org.isnad.identity.Role;
import org.isnad.kernel.Action;
import org.isnad.kernel.Checks;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Expected;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/** Gives claims to people and takes them back. Whoever ever held one is a contributor to it for good. */
@ApplicationScoped
@Transactional
public class ClaimAssignment {
    private final Claims claims;
    private final ClaimAccess access;
    private final Assignments assignments;
    private final People people;
    private final AssignmentConfig config;
    private final Event<DomainEvent> events;
    private final Clock clock;

    ClaimAssignment(Claims claims, ClaimAccess access, Assignments assignments, People people, AssignmentConfig config,
            Event<DomainEvent> events, Clock clock) {
        this.claims = claims;
        this.access = access;
        this.assignments = assignments;
        this.people = people;
        this.config = config;
        this.events = events;
        this.clock = clock;
    }

    /** Gives a queued claim to a person, or an assigned one to another person or with another due time. */
    public void assign(ClaimId id, Expected expected, PersonId assignee, @Nullable Instant due, Actor actor) {
        actor.mustBe(Role.SENIOR_EDITOR);
        Instant until = future(due);
        Person person = people.find(assignee).filter(this::canReview)
                .orElseThrow(() -> new Problem.Invalid("assignee", "not-a-reviewer"));
        Claim claim = claims.lock(id);
        expected.check("claim", claim.version());
        if (claim.state() == ClaimState.ASSIGNED) {
            hand(claim, ClaimMove.REASSIGN, AssignmentAction.CLAIM_REASSIGNED, person.id(), until, actor);
        } else {
            hand(claim, ClaimMove.ASSIGN, AssignmentAction.CLAIM_ASSIGNED, person.id(), until, actor);
        }
    }

    /** Takes one queued claim for oneself. */
    public void take(ClaimId id, Actor actor) {
        actor.mustBe(Role.REVIEWER, Role.SENIOR_EDITOR);
        Claim claim = claims.lock(id);
        if (!access.mayRead(actor, claim)) {
            throw new Problem.NotFound("claim");
        }
        take(claim, actor);
    }

    /** Takes the most urgent queued claim that nobody else is just taking; empty when nothing waits. */
    public Optional<ClaimId> takeNext(Actor actor) {
        actor.mustBe(Role.REVIEWER, Role.SENIOR_EDITOR);
        Optional<Claim> next = assignments.next();
        next.ifPresent(claim -> take(claim, actor));
        return next.map(Claim::id);
    }

    /** Puts an assigned claim back into the queue: its holder, or a senior editor. */
    public void release(ClaimId id, Expected expected, @Nullable String reason, Actor actor) {
        actor.mustBe(Role.REVIEWER, Role.SENIOR_EDITOR);
        String why = Checks.reason(reason);
        Claim claim = claims.lock(id);
        if (!access.mayReadWork(actor, claim)) {
            throw new Problem.NotFound("claim");
        }
        expected.check("claim", claim.version());
        FieldChange moved = claim.move(ClaimMove.RELEASE);
        Assignment open = actor.is(Role.SENIOR_EDITOR)
                ? assignments.open(id).orElseThrow(Problem.NotAllowed::notAssignee)
                : assignments.mine(id, actor);
        Stamp by = actor.stamp(clock);
        open.end(Ending.RELEASED, by);
        events.fire(claim.event(AssignmentAction.CLAIM_RELEASED, by, moved,
                FieldChange.removed("assignee", open.assignee().toString())).because(why));
    }

    private void take(Claim claim, Actor actor) {
        hand(claim, ClaimMove.ASSIGN, AssignmentAction.CLAIM_TAKEN, actor.person(), clock.instant().plus(config.due()),
                actor);
    }

    private void hand(Claim claim, ClaimMove move, Action action, PersonId assignee, Instant due, Actor actor) {
        Stamp by = actor.stamp(clock);
        FieldChange moved = claim.move(move);
        if (move == ClaimMove.REASSIGN) {
            claims.touch(claim);
        }
        Optional<Assignment> former = assignments.open(claim.id());
        former.ifPresent(assignment -> assignment.end(Ending.REASSIGNED, by));
        // The former one must be closed in the database before the next is opened: at most one is open.
        assignments.flush();
        assignments.persist(new Assignment(claim, assignee, due, by));
        claims.contributed(claim, assignee, Contribution.ASSIGNED, by);
        events.fire(claim.event(action, by, moved,
                new FieldChange("assignee", former.map(a -> a.assignee().toString()).orElse(null), assignee.toString()),
                new FieldChange("due", former.map(a -> a.dueAt().toString()).orElse(null), due.toString())));
    }

    private boolean canReview(Person person) {
        return person.roles().contains(Role.REVIEWER) || person.roles().contains(Role.SENIOR_EDITOR);
    }

    private Instant future(@Nullable Instant due) {
        if (due == null) {
            throw new Problem.Invalid("due", "required");
        }
        if (!due.isAfter(clock.instant())) {
            throw new Problem.Invalid("due", "in-the-past");
        }
        return due;
    }
}
