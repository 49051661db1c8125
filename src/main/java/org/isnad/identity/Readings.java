package org.isnad.identity;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;

/**
 * Makes it an event when an auditor reads what is not published: whoever may see every draft is seen doing so. It is written in the
 * transaction that reads, or before anything is shown, so what cannot be written down is not shown. What others read is their
 * work and leaves no event.
 */
@ApplicationScoped
@Transactional
public class Readings {
    /** In the event of a list: the ids of what was shown. */
    static final String SHOWN = "shown";

    private final Event<DomainEvent> events;
    private final Clock clock;

    Readings(Event<DomainEvent> events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** One thing was read; the event is part of its own history. */
    public void of(AggregateType type, UUID id, Reading reading, Actor reader) {
        if (reader.is(Role.AUDITOR)) {
            events.fire(DomainEvent.of(type, id, reading, reader.stamp(clock)));
        }
    }

    /**
     * A piece of a list was read; the event is part of the reader's history. Nothing is written about an empty one.
     *
     * @param list
     *            what the list is called, such as {@code articles}; a name never changes
     * @param shown
     *            the ids of what stood in it
     */
    public void list(String list, Collection<UUID> shown, Actor reader) {
        if (reader.is(Role.AUDITOR) && !shown.isEmpty()) {
            List<String> ids = shown.stream().distinct().map(UUID::toString).toList();
            events.fire(DomainEvent.of(AggregateType.PERSON, reader.person().value(), Reading.LIST_READ,
                    reader.stamp(clock), FieldChange.added(SHOWN, ids)).on("list/" + list));
        }
    }
}
