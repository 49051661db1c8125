package org.isnad.audit.erasure;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/** A request to erase something: asked by one person, decided once by another. */
@Entity
class Erasure {
    @Id
    private UUID id;
    @Enumerated(EnumType.STRING)
    private ErasureState state;
    @Enumerated(EnumType.STRING)
    private ErasureTarget targetType;
    private UUID targetId;
    private String[] parts;
    private String what;
    private String why;
    private UUID askedBy;
    private Instant askedAt;
    private @Nullable UUID decidedBy;
    private @Nullable Instant endedAt;
    private @Nullable String reason;
    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Erasure() {}

    Erasure(ErasureTarget target, UUID targetId, Set<ErasurePart> parts, String what, String why, Stamp by) {
        this.id = Ids.next();
        this.state = ErasureState.ASKED;
        this.targetType = target;
        this.targetId = targetId;
        this.parts = parts.stream().sorted().map(Enum::name).toArray(String[]::new);
        this.what = what;
        this.why = why;
        this.askedBy = by.person();
        this.askedAt = by.at();
    }

    DomainEvent asked(Stamp by) {
        return DomainEvent.of(AggregateType.ERASURE, id, ErasureAction.ERASURE_ASKED, by,
                FieldChange.added("target", targetType.name() + " " + targetId),
                FieldChange.added("parts", List.of(parts)), FieldChange.added("what", what)).because(why);
    }

    /** Whoever asked takes it back. */
    DomainEvent withdraw(Actor actor, @Nullable String becauseOf, Stamp by) {
        if (!actor.person().value().equals(askedBy)) {
            throw new Problem.NotAllowed("not-asked-by-you", "Only whoever asked for this erasure can withdraw it.");
        }
        return end("withdraw", ErasureState.WITHDRAWN, ErasureAction.ERASURE_WITHDRAWN, becauseOf, by);
    }

    DomainEvent refuse(Actor actor, String becauseOf, Stamp by) {
        mustBeDecidableBy(actor);
        DomainEvent refused = end("refuse", ErasureState.REFUSED, ErasureAction.ERASURE_REFUSED, becauseOf, by);
        decidedBy = by.person();
        return refused;
    }

    DomainEvent confirm(Actor actor, Stamp by) {
        mustBeDecidableBy(actor);
        DomainEvent done = end("confirm", ErasureState.DONE, ErasureAction.ERASURE_DONE, null, by);
        decidedBy = by.person();
        return done;
    }

    private void mustBeDecidableBy(Actor actor) {
        UUID person = actor.person().value();
        if (person.equals(askedBy) || person.equals(targetId)) {
            throw new Problem.NotAllowed("two-people",
                    "You asked for this erasure, or it is your own name. Another auditor has to decide.");
        }
    }

    private DomainEvent end(String attempted, ErasureState to, ErasureAction action, @Nullable String becauseOf,
            Stamp by) {
        if (state != ErasureState.ASKED) {
            throw new Problem.WrongState(attempted, state.name(), List.of());
        }
        FieldChange moved = new FieldChange("state", state.name(), to.name());
        state = to;
        endedAt = by.at();
        reason = becauseOf;
        return DomainEvent.of(AggregateType.ERASURE, id, action, by, moved).because(becauseOf);
    }

    UUID id() {
        return id;
    }

    ErasureTarget target() {
        return targetType;
    }

    UUID targetId() {
        return targetId;
    }

    Set<ErasurePart> parts() {
        Set<ErasurePart> all = EnumSet.noneOf(ErasurePart.class);
        Stream.of(parts).map(ErasurePart::valueOf).forEach(all::add);
        return all;
    }

    String why() {
        return why;
    }

    long version() {
        return version;
    }
}
