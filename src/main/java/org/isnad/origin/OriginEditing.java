package org.isnad.origin;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Checks;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;
import org.isnad.kernel.text.Erased;

/**
 * Puts the records of outlets and authors in order. For senior editors; each step is part of the history, with a note if one is given.
 * What articles state never changes.
 */
@ApplicationScoped
@Transactional
public class OriginEditing {
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_NOTE = 2000;

    private final Origins origins;
    private final Event<DomainEvent> events;
    private final Clock clock;

    OriginEditing(Origins origins, Event<DomainEvent> events, Clock clock) {
        this.origins = origins;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Calls a record otherwise.
     *
     * @throws Problem.Invalid
     *             fields {@code name}, {@code note}
     * @throws Problem.Stale
     *             when somebody changed it since
     */
    public void rename(OriginKind kind, OriginId id, Expected expected, @Nullable String name, @Nullable String note,
            Actor actor) {
        actor.mustBe(Role.SENIOR_EDITOR);
        Checks checks = new Checks();
        String newName = checks.required("name", name, LONGEST_NAME);
        if (!newName.isEmpty() && Bylines.name(newName).isEmpty()) {
            checks.fail("name", "not-a-name");
        }
        String why = checks.optional("note", note, LONGEST_NOTE);
        checks.done();
        Origin origin = origins.lock(kind, id);
        mustStand(origin, expected, "rename");
        if (!origin.name().equals(newName)) {
            events.fire(origin.rename(newName, actor.stamp(clock)).because(why));
        }
    }

    /**
     * Says that a record is the same as another: its names, and with them its articles, go over to that one, to which its own address
     * leads from now on.
     *
     * @throws Problem.Invalid
     *             field {@code into} when it is no other record of that kind, {@code note}
     * @throws Problem.Stale
     *             when somebody changed it since
     */
    public void merge(OriginKind kind, OriginId id, Expected expected, @Nullable OriginId into, @Nullable String note,
            Actor actor) {
        actor.mustBe(Role.SENIOR_EDITOR);
        Checks checks = new Checks();
        String why = checks.optional("note", note, LONGEST_NOTE);
        if (into == null) {
            checks.fail("into", "required");
        } else if (into.equals(id)) {
            checks.fail("into", "same-record");
        }
        checks.done();
        if (into == null) {
            throw new IllegalStateException("checked above");
        }
        if (!origins.isThere(kind, into)) {
            throw new Problem.Invalid("into", "no-record");
        }
        List<Origin> both = origins.lock(kind, id, into);
        Origin origin = both.get(0);
        Origin other = both.get(1);
        mustStand(origin, expected, "merge");
        mustStand(other, Expected.any(), "merge");
        Stamp by = actor.stamp(clock);
        origins.names(origin).forEach(name -> name.moveTo(other));
        origins.touch(other);
        events.fire(other.takeOver(origin, by).because(why));
        events.fire(origin.mergeInto(other, by).because(why));
    }

    /**
     * Takes a name out of a record, which undoes a merge: the name and its articles are those of the record that came into being with
     * it, or of a new one.
     *
     * @return that record
     * @throws Problem.Invalid
     *             field {@code name} when it is not one of several names of the record, {@code note}
     * @throws Problem.Stale
     *             when somebody changed it since
     */
    public OriginId part(OriginKind kind, OriginId id, Expected expected, @Nullable UUID nameId,
            @Nullable String note, Actor actor) {
        actor.mustBe(Role.SENIOR_EDITOR);
        Checks checks = new Checks();
        String why = checks.optional("note", note, LONGEST_NOTE);
        checks.done();
        Origin origin = origins.lock(kind, id);
        mustStand(origin, expected, "part");
        List<OriginName> names = origins.names(origin);
        OriginName gone = names.stream().filter(name -> name.id().equals(nameId)).findFirst()
                .orElseThrow(() -> new Problem.Invalid("name", "no-record"));
        // The first, and one that was erased only where there is no other.
        OriginName left = names.stream().filter(name -> name != gone)
                .min(Comparator.comparing(name -> Erased.is(name.name())))
                .orElseThrow(() -> new Problem.Invalid("name", "only-name"));
        Stamp by = actor.stamp(clock);
        Origin own = own(gone, origin, why, by);
        origins.touch(origin);
        events.fire(origin.part(gone.name(), left.name(), own, by).because(why));
        return own.id();
    }

    private Origin own(OriginName name, Origin from, @Nullable String why, Stamp by) {
        if (!name.first().equals(from.id())) {
            Origin first = origins.lock(from.kind(), name.first());
            if (first.isMerged()) {
                name.moveTo(first);
                events.fire(first.restore(name.name(), by).because(why));
                return first;
            }
        }
        Origin fresh = new Origin(from.kind(), name.name());
        origins.persistAndFlush(fresh);
        name.beginIn(fresh);
        events.fire(fresh.recorded(by).because(why));
        return fresh;
    }

    private static void mustStand(Origin origin, Expected expected, String attempted) {
        expected.check(origin.kind().singular(), origin.version());
        if (origin.isMerged()) {
            throw new Problem.WrongState(attempted, "MERGED", List.of());
        }
    }
}
