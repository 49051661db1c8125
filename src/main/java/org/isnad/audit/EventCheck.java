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
                   (leaf ->> 'at')::timestamptz, leaf ->> 'transaction')
                  is distinct from
                  (e.id::text, e.aggregate_type, e.aggregate_id::text, e.aggregate_version::text,
                   e.action, e.part, e.actor::text, e.authentication, e.at, e.transaction_id::text)
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
                  from audit_event e, jsonb_array_elements(audit_said(e.canonical) -> 'changes') with ordinality change(value, at)) p
            full join audit_change c on c.event_id = p.event_id and c.position = p.position
            where c.event_id is null or p.event_id is null or p.field is distinct from c.field
               or (c.payload is null) <> (c.salt is null)
               or (c.payload is not null and encode(sha256(c.salt || c.payload), 'hex') is distinct from p.commitment)
               or (c.payload is null and not exists (
                     select 1 from audit_event e
                     join audit_event x on x.aggregate_type = e.aggregate_type and x.aggregate_id = e.aggregate_id
                     cross join lateral (select audit_said(x.canonical) -> 'changes' as fields) said
                     where e.id = c.event_id and x.aggregate_version > e.aggregate_version and x.action like '%ERASED'
                       and x.part = 'event/' || e.aggregate_version
                       and (fields = '[]' or fields @> jsonb_build_array(jsonb_build_object('field', c.field)))))
            order by 1
            """;
    private static final String NUMBERS = """
            select aggregate_type || ' ' || aggregate_id || ': its events are numbered to ' || max(aggregate_version)
                   || ', but there are ' || count(*)
            from audit_event group by aggregate_type, aggregate_id having max(aggregate_version) <> count(*) order by 1
            """;

    private final Connection connection;
    private final List<String> findings;

    EventCheck(Connection connection, List<String> findings) {
        this.connection = connection;
        this.findings = findings;
    }

    void run() throws SQLException {
        for (String question : List.of(COLUMNS, VALUES, NUMBERS)) {
            findings.addAll(LogCheck.texts(connection, question));
        }
    }
}
