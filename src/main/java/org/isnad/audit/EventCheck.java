package org.isnad.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whether events say in their columns, values and numbers what they say in the bytes that the tree covers. */
final class EventCheck {
    private static final String COLUMNS = """
            select 'event ' || e.id || ': its columns say something else than its bytes'
            from audit_event e cross join lateral (select audit_said(e.canonical) as leaf) said
            where (leaf ->> 'event', leaf #>> '{aggregate,type}', leaf #>> '{aggregate,id}', leaf #>> '{aggregate,version}',
                   leaf ->> 'action', leaf ->> 'part', leaf ->> 'actor', leaf ->> 'authentication',
                   leaf ->> 'at', leaf ->> 'transaction')
                  is distinct from
                  (e.id::text, e.aggregate_type, e.aggregate_id::text, e.aggregate_version::text,
                   e.action, e.part, e.actor::text, e.authentication,
                   to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.transaction_id::text)
            order by e.id
            """;
    private static final String VALUES = """
            select 'value ' || coalesce(c.position, p.position) || ' of event ' || coalesce(c.event_id, p.event_id) || case
                     when c.event_id is null then ' is missing'
                     when p.event_id is null then ' was never committed to'
                     when p.field is distinct from c.field then ': its field is called otherwise in the event'
                     else ' is not what the event commits to' end
            from (select e.id as event_id, (change.at - 1)::int as position, change.value ->> 'field' as field,
                         change.value ->> 'commitment' as commitment
                  from audit_event e cross join lateral (select audit_said(e.canonical) -> 'changes' as list) said,
                       jsonb_array_elements(case jsonb_typeof(said.list) when 'array' then said.list else '[]' end)
                           with ordinality change(value, at)) p
            full join audit_change c on c.event_id = p.event_id and c.position = p.position
            where c.event_id is null or p.event_id is null or p.field is distinct from c.field
               or (c.payload is null) <> (c.salt is null)
               or (c.payload is not null and encode(sha256(c.salt || c.payload), 'hex') is distinct from p.commitment)
               or (c.payload is null and not exists (
                     select 1 from audit_event x where x.action like '%ERASED' and x.part = 'event/' || c.event_id))
            order by 1
            """;
    private static final String NUMBERS = """
            select aggregate_type || ' ' || aggregate_id || ': its events are numbered to ' || max(aggregate_version)
                   || ', but there are ' || count(*)
            from audit_event group by aggregate_type, aggregate_id having max(aggregate_version) <> count(*) order by 1
            """;

    private static final String STATES = """
            select 'state of event ' || s.event_id || ': there is no such event' from audit_state s
            where not exists (select 1 from audit_event e where e.id = s.event_id) order by 1
            """;

    private final Connection connection;
    private final List<String> findings;

    EventCheck(Connection connection, List<String> findings) {
        this.connection = connection;
        this.findings = findings;
    }

    void run() throws SQLException {
        for (String question : List.of(COLUMNS, VALUES, NUMBERS, STATES)) {
            findings.addAll(LogCheck.texts(connection, question));
        }
    }
}
