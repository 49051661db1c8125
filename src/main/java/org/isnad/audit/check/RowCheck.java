package org.isnad.audit.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which present rows of an aggregate are not as its history left them, and in what. The history proves a row by its hash; what its
 * fields were is read from the steps that wrote it, where those tell of them.
 */
final class RowCheck {
    /** Tables whose columns are called like the fields of their events, and mean the same but for the evidence that a revision cites. */
    private static final Set<String> TELLING = Set.of("claim", "verdict", "verdict_revision", "evidence");
    private static final String WROTE = """
            select e.aggregate_version, e.at from audit_event e join audit_state s on s.event_id = e.id
            where e.aggregate_type = ? and e.aggregate_id = ? and position(? in E'\\n' || s.fresh) > 0
            order by e.aggregate_version desc limit 1
            """;
    private static final String RECORDED = """
            select distinct on (c.field) c.field, convert_from(c.payload, 'UTF8')
            from audit_event e join audit_state s on s.event_id = e.id join audit_change c on c.event_id = e.id
            where e.aggregate_type = ? and e.aggregate_id = ? and position(? in E'\\n' || s.fresh) > 0
              and c.payload is not null and c.field <> 'evidence'
            order by c.field, e.aggregate_version desc
            """;
    /** The question for one row of a guarded table by its key, as audit_rows() writes keys. */
    private static final String QUESTION = """
            select format('select to_jsonb(x)::text from %I x where (%s) = ?', c.relname,
                          string_agg(format('x.%I::text', a.attname), ' || ''/'' || ' order by k.at))
            from pg_class c join pg_trigger t on t.tgrelid = c.oid and t.tgname = 'audit_guard'
            join pg_index i on i.indrelid = c.oid and i.indisprimary
            cross join unnest(i.indkey) with ordinality k(attnum, at)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
            where c.relname = ? group by c.relname
            """;
    /** The row's columns under the names that events have for them. */
    private static final String PRESENT = """
            select f.name, f.value::text from (
                select lower(left(n, 1)) || substr(n, 2) as name, value
                from jsonb_each(?::jsonb) column_of(key, value), replace(initcap(replace(key, '_', ' ')), ' ', '') n
                union all
                select 'rating', jsonb_build_object('scale', r -> 'scale_version', 'code', r -> 'rating_code')
                from (select ?::jsonb as r) one where r ->> 'rating_code' is not null) f
            """;

    private final Connection connection;
    private final String type;
    private final UUID id;

    RowCheck(Connection connection, String type, UUID id) {
        this.connection = connection;
        this.type = type;
        this.id = id;
    }

    List<Verification.Row> run() throws SQLException {
        List<Verification.Row> rows = new ArrayList<>();
        for (StateCheck.Difference difference : new StateCheck(connection, List.of()).of(type, id)) {
            rows.add(row(difference));
        }
        return rows;
    }

    private Verification.Row row(StateCheck.Difference difference) throws SQLException {
        int space = difference.row().indexOf(' ');
        String table = space < 0 ? "" : difference.row().substring(0, space);
        String key = space < 0 ? "" : difference.row().substring(space + 1);
        Verification.How how = Verification.How.valueOf(difference.kind().name());
        String line = '\n' + difference.row() + ' ';
        List<Verification.Field> fields = how == Verification.How.CHANGED && TELLING.contains(table)
                ? fields(table, key, line)
                : List.of();
        try (PreparedStatement query = connection.prepareStatement(WROTE)) {
            aggregate(query, line);
            try (ResultSet row = query.executeQuery()) {
                boolean written = row.next();
                @Nullable
                Instant at = written ? row.getObject(2, OffsetDateTime.class).toInstant() : null;
                return new Verification.Row(table, key, how, written ? row.getLong(1) : null, at, fields);
            }
        }
    }

    private List<Verification.Field> fields(String table, String key, String line) throws SQLException {
        List<Verification.Field> fields = new ArrayList<>();
        Map<String, String> present = present(table, key);
        try (PreparedStatement query = connection.prepareStatement(RECORDED)) {
            aggregate(query, line);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String value = present.get(rows.getString(1));
                    if (value != null) {
                        fields.add(new Verification.Field(rows.getString(1), rows.getString(2), value));
                    }
                }
            }
        }
        return fields;
    }

    private Map<String, String> present(String table, String key) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (String row : texts(texts(QUESTION, table).get(0), key)) {
            try (PreparedStatement query = connection.prepareStatement(PRESENT)) {
                query.setString(1, row);
                query.setString(2, row);
                try (ResultSet columns = query.executeQuery()) {
                    while (columns.next()) {
                        values.put(columns.getString(1), columns.getString(2));
                    }
                }
            }
        }
        return values;
    }

    private List<String> texts(String sql, String parameter) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, parameter);
            List<String> all = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
            return all;
        }
    }

    private void aggregate(PreparedStatement query, String line) throws SQLException {
        query.setString(1, type);
        query.setObject(2, id);
        query.setString(3, line);
    }
}
