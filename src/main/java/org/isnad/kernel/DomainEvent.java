package org.isnad.kernel;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an aggregate. Aggregates return it from each verb; the feature fires it as a CDI event inside the
 * same transaction, and the audit trail, which observes it, writes it down there. The database refuses a change without one.
 *
 * @param type
 *            together with {@code id}: whose history this belongs to
 * @param part
 *            the part of the aggregate that changed, such as {@code evidence/0198…} or {@code revision/3}; null for the whole
 * @param reason
 *            why, in the actor's words, where the act asks for it
 * @param changes
 *            field by field what changed; empty for an act that only moves or is refused
 */
public record DomainEvent(AggregateType type, UUID id, Action action, @Nullable String part, Stamp by,
        @Nullable String reason, List<FieldChange> changes) {

    public DomainEvent {
        changes = List.copyOf(changes);
    }

    public static DomainEvent of(AggregateType type, UUID id, Action action, Stamp by, FieldChange... changes) {
        return new DomainEvent(type, id, action, null, by, null, FieldChange.only(changes));
    }

    public DomainEvent because(@Nullable String why) {
        return new DomainEvent(type, id, action, part, by, why, changes);
    }

    public DomainEvent on(String partOfIt) {
        return new DomainEvent(type, id, action, partOfIt, by, reason, changes);
    }
}
