package org.isnad.audit.erasure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.RecentSignIn;
import org.isnad.identity.Role;
import org.isnad.kernel.AgainAfterDeadlock;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.Checks;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Expected;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/**
 * Erasing: an admin asks, an auditor confirms or refuses. What is confirmed goes in the same transaction, with an event in the
 * history of everything it is taken from; the database lets nothing else go.
 */
@ApplicationScoped
@Transactional
public class Erasing {
    private final EntityManager database;
    private final ErasureStore store;
    private final Erasures erasures;
    private final RecentSignIn recentSignIn;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Erasing(EntityManager database, ErasureStore store, Erasures erasures, RecentSignIn recentSignIn,
            Event<DomainEvent> events, Clock clock) {
        this.database = database;
        this.store = store;
        this.erasures = erasures;
        this.recentSignIn = recentSignIn;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What an auditor confirms.
     *
     * @param ticked
     *            indexes in the list of values
     * @param seen
     *            fingerprint of the list that was looked at
     * @param leaveRepeats
     *            whether values may stay that repeat a ticked text
     */
    public record Confirmation(Set<Integer> ticked, String seen, boolean leaveRepeats) {
        public Confirmation {
            ticked = Set.copyOf(ticked);
        }
    }

    /**
     * Asks for an erasure.
     *
     * @return the request's id
     * @throws Problem.Invalid
     *             when it does not say what, of what, and why
     * @throws Problem.Conflict
     *             when an erasure of the same thing is asked for already
     */
    public UUID ask(ErasureRequest request, Actor actor) {
        actor.mustBe(Role.ADMIN);
        mustHaveSignedInRecently(actor);
        Checks checks = new Checks();
        ErasureTarget target = request.target();
        UUID id = request.id();
        if (target == null || id == null || !erasures.exists(target, id)) {
            checks.fail("target", "no-such-target");
        }
        if (target != null && (request.parts().isEmpty() || !target.parts().containsAll(request.parts()))) {
            checks.fail("part", "no-part");
        }
        String what = checks.required("what", request.what(), 2000);
        String why = checks.required("why", request.why(), 2000);
        checks.done();
        if (target == null || id == null) {
            throw new IllegalStateException("checked above");
        }
        if (erasures.isAsked(target, id)) {
            throw new Problem.Conflict("erasure-asked", "An erasure of this is asked for already.");
        }
        Stamp by = actor.stamp(clock);
        Erasure erasure = new Erasure(target, id, request.parts(), what, why, by);
        database.persist(erasure);
        events.fire(erasure.asked(by));
        return erasure.id();
    }

    /** Takes a request back. */
    public void withdraw(UUID id, Expected expected, @Nullable String reason, Actor actor) {
        actor.mustBe(Role.ADMIN);
        String why = Checks.reason(reason);
        Erasure erasure = locked(id, expected);
        events.fire(erasure.withdraw(actor, why, actor.stamp(clock)));
    }

    /** Decides that nothing is erased. */
    public void refuse(UUID id, Expected expected, @Nullable String reason, Actor actor) {
        actor.mustBe(Role.AUDITOR);
        mustHaveSignedInRecently(actor);
        String why = Checks.reason(reason);
        Erasure erasure = locked(id, expected);
        events.fire(erasure.refuse(actor, why, actor.stamp(clock)));
    }

    /**
     * Erases, for good.
     *
     * @return how many values went
     * @throws Problem.Stale
     *             when the values are not those that were looked at
     * @throws Problem.Invalid
     *             when nothing is ticked; or when a value that stays repeats a ticked text and that was not accepted
     */
    @AgainAfterDeadlock
    public int confirm(UUID id, Expected expected, Confirmation confirmation, Actor actor) {
        actor.mustBe(Role.AUDITOR);
        mustHaveSignedInRecently(actor);
        Erasure erasure = locked(id, expected);
        Stamp by = actor.stamp(clock);
        DomainEvent done = erasure.confirm(actor, by);
        store.hold(erasure.target(), erasure.targetId());
        ErasableValues values = store.values(erasure.target(), erasure.targetId());
        if (!values.fingerprint().equals(confirmation.seen())) {
            throw new Problem.Stale("list of values", erasure.version());
        }
        List<ErasableValue> ticked = values.at(confirmation.ticked());
        if (ticked.isEmpty()) {
            throw new Problem.Invalid("value", "nothing-ticked");
        }
        if (!confirmation.leaveRepeats() && !values.repeating(confirmation.ticked()).isEmpty()) {
            throw new Problem.Invalid("value", "repeats");
        }
        events.fire(done);
        database.flush();
        told(ticked, erasure.why(), by).forEach(events::fire);
        store.erase(id, ticked);
        return ticked.size();
    }

    /** One event for each step that loses values, and one for the present rows of each thing that does. */
    private static List<DomainEvent> told(List<ErasableValue> values, String why, Stamp by) {
        record Told(AggregateType type, UUID id, String part) {}
        Map<Told, Set<String>> fields = new LinkedHashMap<>();
        for (ErasableValue value : values) {
            String part = value.step() == null ? "rows" : "event/" + value.step();
            String field = value.step() == null ? value.table() + "." + value.path().get(0) : value.field();
            fields.computeIfAbsent(new Told(value.aggregate(), value.aggregateId(), part),
                    first -> new LinkedHashSet<>()).add(field);
        }
        List<DomainEvent> all = new ArrayList<>();
        fields.forEach((what, names) -> {
            // Not as the event's reason: each field of such an event says that an earlier step's value of that name is gone.
            Stream<FieldChange> changes = Stream.concat(names.stream().map(name -> FieldChange.added(name, "erased")),
                    Stream.of(FieldChange.added("why", why)));
            all.add(DomainEvent.of(what.type(), what.id(), ErasureAction.ERASED, by,
                    changes.toArray(FieldChange[]::new)).on(what.part()));
        });
        return all;
    }

    private Erasure locked(UUID id, Expected expected) {
        Erasure erasure = database.find(Erasure.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (erasure == null) {
            throw new Problem.NotFound("erasure");
        }
        expected.check("request", erasure.version());
        return erasure;
    }

    private void mustHaveSignedInRecently(Actor actor) {
        if (!recentSignIn.isOf(actor)) {
            throw Problem.NotAllowed.signInAgain();
        }
    }
}
