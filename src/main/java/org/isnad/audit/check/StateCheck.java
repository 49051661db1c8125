package org.isnad.audit.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.isnad.kernel.Stamp;

/** Whether the rows of each aggregate are those that its last event saw. */
final class StateCheck {
    private static final String LAST = """
            select last.aggregate_type, last.aggregate_id, last.hash = now.hash
            from (select distinct on (e.aggregate_type, e.aggregate_id) e.aggregate_type, e.aggregate_id, s.hash
                  from audit_event e join audit_state s on s.event_id = e.id
                  where %s and e.aggregate_type in (select split_part(encode(t.tgargs, 'escape'), '\\000', 1) from pg_trigger t
                                                    where t.tgname = 'audit_guard')
                  order by e.aggregate_type, e.aggregate_id, e.aggregate_version desc) last,
                 audit_state_of(last.aggregate_type, last.aggregate_id) now
            order by 1, 2
            """;
    private static final String RECORDED = """
            select s.fresh from audit_state s join audit_event e on e.id = s.event_id
            where e.aggregate_type = ? and e.aggregate_id = ? order by e.aggregate_version
            """;
    private static final String GUARDED = """
            select format('select %L || x.%I || %L from %I x where (%L <> ''PERSON'' or x.%I <> %L) and not exists (select 1 from audit_event e '
                          || 'where e.aggregate_type = %L and e.aggregate_id = x.%I) order by 1',
                          c.relname || ' of ', column_name, ' ' || of_type || ' has no event at all: the row was added behind the desk',
                          c.relname, of_type, column_name, ?, of_type, column_name)
            from pg_trigger t join pg_class c on c.oid = t.tgrelid
            cross join lateral (select split_part(encode(t.tgargs, 'escape'), '\\000', 1) as of_type,
                                       split_part(encode(t.tgargs, 'escape'), '\\000', 2) as column_name) arguments
            where t.tgname = 'audit_guard' order by c.relname
            """;

    /** All of it but the time at which the desk was installed. */
    private static final String OWN_PERSON = """
            select 'person ' || wanted.id || ': the desk''s own row is not as it was made' from (select ?::uuid as id) wanted
            where not exists (
                select 1 from person p where p.id = wanted.id and p.issuer = 'isnad' and p.subject = 'system' and p.name = 'Isnad'
                and p.erased_at is null and p.client and p.roles = '{}' and p.language is null and p.version = 0)
            """;

    private final Connection connection;
    private final List<String> findings;
    private final CheckProgress progress;

    StateCheck(Connection connection, List<String> findings) {
        this(connection, findings, CheckProgress.NONE);
    }

    StateCheck(Connection connection, List<String> findings, CheckProgress progress) {
        this.connection = connection;
        this.findings = findings;
        this.progress = progress;
    }

    /** How present rows differ from those that the history tells of. */
    enum Kind {
        ADDED(": no event tells of this row"),
        CHANGED(": the row is not as its last event left it"),
        GONE(": the row is gone"),
        /** No single row can be named. */
        TOGETHER(": its rows are not as its last event left them");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /**
     * @param row
     *            its table and, after a space, its key; empty with {@link Kind#TOGETHER}
     */
    record Difference(String row, Kind kind) {
        String text(String type, UUID id) {
            String aggregate = type + " " + id;
            return (row.isEmpty() ? aggregate : row + " of " + aggregate) + kind.words;
        }
    }

    /** @return how many aggregates were compared */
    long run() throws SQLException {
        long compared = 0;
        try (PreparedStatement query = connection.prepareStatement(LAST.formatted("true"))) {
            query.setFetchSize(500);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    compared++;
                    if (!rows.getBoolean(3)) {
                        String type = rows.getString(1);
                        UUID id = rows.getObject(2, UUID.class);
                        named(type, id).forEach(difference -> findings.add(difference.text(type, id)));
                    }
                    progress.at(CheckProgress.Part.AGGREGATES, compared);
                }
            }
        }
        rowsWithoutEvent();
        return compared;
    }

    /** How the present rows of one aggregate differ from those that its history tells of. */
    List<Difference> of(String type, UUID id) throws SQLException {
        try (PreparedStatement query = connection
                .prepareStatement(LAST.formatted("e.aggregate_type = ? and e.aggregate_id = ?"))) {
            query.setString(1, type);
            query.setObject(2, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(3) ? List.of() : named(type, id);
            }
        }
    }

    private List<Difference> named(String type, UUID id) throws SQLException {
        Map<String, String> recorded = rows(RECORDED, type, id);
        Map<String, String> present = rows("select line from audit_rows(?, ?)", type, id);
        List<Difference> differences = new ArrayList<>();
        present.forEach((row, hash) -> {
            String seen = recorded.get(row);
            if (seen == null) {
                differences.add(new Difference(row, Kind.ADDED));
            } else if (!seen.equals(hash)) {
                differences.add(new Difference(row, Kind.CHANGED));
            }
        });
        if (differences.isEmpty()) {
            recorded.keySet().stream().filter(row -> !present.containsKey(row))
                    .forEach(row -> differences.add(new Difference(row, Kind.GONE)));
        }
        if (differences.isEmpty()) {
            differences.add(new Difference("", Kind.TOGETHER));
        }
        return differences;
    }

    /** Row by row the latest hash, from lines {@code table key hash}. */
    private Map<String, String> rows(String sql, String type, UUID id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, type);
            query.setObject(2, id);
            Map<String, String> all = new TreeMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    rows.getString(1).lines().forEach(line -> {
                        int end = line.lastIndexOf(' ');
                        all.put(line.substring(0, end), line.substring(end + 1));
                    });
                }
            }
            return all;
        }
    }

    /** The desk's own person is the one row that a migration wrote, so no event tells of it. */
    private void rowsWithoutEvent() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OWN_PERSON)) {
            query.setString(1, Stamp.SYSTEM.toString());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    findings.add(row.getString(1));
                }
            }
        }
        try (PreparedStatement query = connection.prepareStatement(GUARDED)) {
            query.setString(1, Stamp.SYSTEM.toString());
            try (ResultSet questions = query.executeQuery()) {
                while (questions.next()) {
                    findings.addAll(LogCheck.texts(connection, questions.getString(1)));
                }
            }
        }
    }
}
