package org.isnad.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.FieldChange;

/**
 * A domain event with its place in its aggregate's history, as it is written down.
 *
 * @param version
 *            1 for the aggregate's first event, then without gaps
 * @param transaction
 *            PostgreSQL's id ({@code xid8}) of the transaction that makes the change
 * @param commitments
 *            to the changed fields in the event's order, and then to the reason if there is one
 */
record AuditEvent(UUID id, DomainEvent what, long version, String transaction, List<Commitment> commitments) {
    /** Always six digits of a second, so that an equal time is an equal text. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    AuditEvent {
        commitments = List.copyOf(commitments);
    }

    /** What of the event is committed to: its changes, then its reason. */
    static Stream<FieldChange> committed(DomainEvent event) {
        Stream<FieldChange> reason = Stream.ofNullable(event.reason())
                .map(why -> FieldChange.added(FieldChange.REASON, why));
        return Stream.concat(event.changes().stream(), reason);
    }

    Instant at() {
        return what.by().at().truncatedTo(ChronoUnit.MICROS);
    }

    /** The bytes that stand for this event: RFC 8785 canonical JSON that reveals ids and names of fields, and no value. */
    byte[] canonical() {
        Map<String, Object> leaf = new HashMap<>();
        leaf.put("event", id.toString());
        leaf.put("aggregate",
                Map.of("type", what.type().name(), "id", what.id().toString(), "version", version));
        leaf.put("action", what.action().name());
        if (what.part() != null) {
            leaf.put("part", what.part());
        }
        leaf.put("actor", what.by().person().toString());
        leaf.put("authentication", what.by().authentication());
        leaf.put("at", TIME.format(at()));
        leaf.put("transaction", transaction);
        leaf.put("changes",
                commitments.stream().map(c -> Map.of("field", c.field(), "commitment", c.hash())).toList());
        return CanonicalJson.of(leaf);
    }
}
