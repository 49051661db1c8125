package org.isnad.audit.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Whether events say in their columns, values and numbers what they say in the bytes that the tree covers. */
final class EventCheck {
    /** So many events at a time, so that one sees how far it is and can stop it. */
    private static final int PIECE = 5_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String COLUMNS = """
            select e.id, 'COLUMNS', null
            from audit_event e cross join lateral (select audit_said(e.canonical) as leaf) said
            where %1$s and
                  (leaf ->> 'event', leaf #>> '{aggregate,type}', leaf #>> '{aggregate,id}', leaf #>> '{aggregate,version}',
                   leaf ->> 'action', leaf ->> 'part', leaf ->> 'actor', leaf ->> 'authentication',
                   leaf ->> 'at', leaf ->> 'transaction')
                  is distinct from
                  (e.id::text, e.aggregate_type, e.aggregate_id::text, e.aggregate_version::text,
                   e.action, e.part, e.actor::text, e.authentication,
                   to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.transaction_id::text)
            order by e.id
            """;
    private static final String VALUES = """
            select coalesce(c.event_id, p.event_id), case
                     when c.event_id is null then 'VALUE_MISSING'
                     when p.event_id is null then 'VALUE_ADDED'
                     when p.field is distinct from c.field then 'VALUE_RENAMED'
                     else 'VALUE_CHANGED' end, coalesce(c.position, p.position)
            from (select e.id as event_id, (change.at - 1)::int as position, change.value ->> 'field' as field,
                         change.value ->> 'commitment' as commitment
                  from audit_event e cross join lateral (select audit_said(e.canonical) -> 'changes' as list) said,
                       jsonb_array_elements(case jsonb_typeof(said.list) when 'array' then said.list else '[]' end)
                           with ordinality change(value, at)
                  where %1$s) p
            full join (select c.* from audit_change c where %2$s) c on c.event_id = p.event_id and c.position = p.position
            where c.event_id is null or p.event_id is null or p.field is distinct from c.field
               or (c.payload is null) <> (c.salt is null)
               or (c.payload is not null and encode(sha256(c.salt || c.payload), 'hex') is distinct from p.commitment)
               or (c.payload is null and not exists (
                     select 1 from audit_event e
                     join audit_event x on x.aggregate_type = e.aggregate_type and x.aggregate_id = e.aggregate_id
                     cross join lateral (select audit_said(x.canonical) -> 'changes' as fields) said
                     where e.id = c.event_id and x.aggregate_version > e.aggregate_version and x.action like '%%ERASED'
                       and x.part = 'event/' || e.aggregate_version
                       and (fields = '[]' or fields @> jsonb_build_array(jsonb_build_object('field', c.field)))
                       and exists (
                         select 1 from erasure_item i join erasure r on r.id = i.erasure_id and r.state = 'DONE'
                         join audit_event d on d.aggregate_type = 'ERASURE' and d.aggregate_id = r.id and d.action = 'ERASURE_DONE'
                           and d.transaction_id = x.transaction_id
                         where i.of_table = 'audit_change' and i.row_key = c.event_id and i.position = c.position)))
            order by 1, 3
            """;
    /** Only a confirmed erasure erases, and it says so in its own history in the same transaction. */
    private static final String UNCONFIRMED = """
            select 'event ' || e.id || ': it says that values were erased, but no confirmed erasure did that' from audit_event e
            where e.action like '%ERASED' and not exists (
                select 1 from audit_event d where d.transaction_id = e.transaction_id and d.aggregate_type = 'ERASURE'
                  and d.action = 'ERASURE_DONE') order by e.id
            """;
    private static final String NUMBERS = """
            select aggregate_type || ' ' || aggregate_id || ': its events are numbered to ' || max(aggregate_version)
                   || ', but there are ' || count(*)
            from audit_event group by aggregate_type, aggregate_id having max(aggregate_version) <> count(*) order by 1
            """;
    private static final String NEXT_PIECE = "select max(n), (array_agg(id order by id desc))[1] from (select id, "
            + "row_number() over (order by id) as n from audit_event where id >= ? order by id limit " + (PIECE + 1)
            + ") x";

    private static final String STATES = """
            select 'state of event ' || s.event_id || ': there is no such event' from audit_state s
            where not exists (select 1 from audit_event e where e.id = s.event_id) order by 1
            """;

    private final Connection connection;
    private final List<String> findings;
    private final CheckProgress progress;

    EventCheck(Connection connection, List<String> findings) {
        this(connection, findings, CheckProgress.NONE);
    }

    EventCheck(Connection connection, List<String> findings, CheckProgress progress) {
        this.connection = connection;
        this.findings = findings;
        this.progress = progress;
    }

    /** In what an event differs from its bytes. */
    enum Kind {
        COLUMNS(": its columns say something else than its bytes"),
        VALUE_MISSING(" is missing"),
        VALUE_ADDED(" was never committed to"),
        VALUE_RENAMED(": its field is called otherwise in the event"),
        VALUE_CHANGED(" is not what the event commits to");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /**
     * @param position
     *            of the value; null for the columns
     */
    record Difference(UUID event, Kind kind, @Nullable Integer position) {
        String text() {
            String whose = "event " + event;
            return (position == null ? whose : "value " + position + " of " + whose) + kind.words;
        }
    }

    /**
     * Some of the events.
     *
     * @param events
     *            condition on {@code audit_event e}
     * @param changes
     *            condition on {@code audit_change c}, the same events
     * @param parameters
     *            of either
     */
    private record Piece(String events, String changes, List<Object> parameters) {
        static Piece between(UUID from, @Nullable UUID next) {
            return next == null
                    ? new Piece("e.id >= ?", "c.event_id >= ?", List.of(from))
                    : new Piece("e.id >= ? and e.id < ?", "c.event_id >= ? and c.event_id < ?", List.of(from, next));
        }

        static Piece of(String type, UUID aggregate) {
            return new Piece("e.aggregate_type = ? and e.aggregate_id = ?",
                    "c.event_id in (select x.id from audit_event x where x.aggregate_type = ? and x.aggregate_id = ?)",
                    List.of(type, aggregate));
        }
    }

    void run() throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        long done = 0;
        for (UUID from = FIRST; from != null;) {
            @Nullable
            UUID next = null;
            try (PreparedStatement query = connection.prepareStatement(NEXT_PIECE)) {
                query.setObject(1, from);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    long events = row.getLong(1);
                    next = events > PIECE ? row.getObject(2, UUID.class) : null;
                    done += Math.min(events, PIECE);
                }
            }
            Piece piece = Piece.between(from, next);
            differences(COLUMNS, piece, 1).forEach(difference -> columns.add(difference.text()));
            differences(VALUES, piece, 2).forEach(difference -> values.add(difference.text()));
            progress.at(CheckProgress.Part.EVENTS, done);
            from = next;
        }
        findings.addAll(columns);
        findings.addAll(values);
        findings.addAll(LogCheck.texts(connection, UNCONFIRMED));
        findings.addAll(LogCheck.texts(connection, NUMBERS));
        findings.addAll(LogCheck.texts(connection, STATES));
    }

    /** Of one aggregate's events, those that differ from their bytes. */
    List<Difference> of(String type, UUID aggregate) throws SQLException {
        Piece piece = Piece.of(type, aggregate);
        List<Difference> all = new ArrayList<>(differences(COLUMNS, piece, 1));
        all.addAll(differences(VALUES, piece, 2));
        return all;
    }

    private List<Difference> differences(String question, Piece piece, int times) throws SQLException {
        try (PreparedStatement query = connection
                .prepareStatement(question.formatted(piece.events(), piece.changes()))) {
            for (int i = 0; i < times * piece.parameters().size(); i++) {
                query.setObject(i + 1, piece.parameters().get(i % piece.parameters().size()));
            }
            List<Difference> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Difference(rows.getObject(1, UUID.class), Kind.valueOf(rows.getString(2)),
                            rows.getObject(3) == null ? null : rows.getInt(3)));
                }
            }
            return found;
        }
    }
}
