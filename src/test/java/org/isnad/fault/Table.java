package org.isnad.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.isnad.tlog.TilePath;

/**
 * A table as somebody with full rights sees it.
 *
 * @param key
 *            the columns of its primary key
 * @param identity
 *            columns whose values a report may call a row by
 */
record Table(String name, List<Column> columns, List<Column> key, List<String> identity) {

    record Column(String name, String type, boolean generated) {
        String quoted() {
            return '"' + name + '"';
        }
    }

    static Table read(String name, Connection connection) throws SQLException {
        List<Column> columns = new ArrayList<>();
        List<Column> key = new ArrayList<>();
        try (var query = connection.prepareStatement(
                """
                        select c.column_name, c.data_type, c.is_generated <> 'NEVER',
                               exists (select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                                       where i.indrelid = c.table_name::regclass and i.indisprimary and a.attname = c.column_name)
                        from information_schema.columns c where c.table_schema = 'public' and c.table_name = ? order by c.ordinal_position
                        """)) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    Column column = new Column(rows.getString(1), rows.getString(2), rows.getBoolean(3));
                    columns.add(column);
                    if (rows.getBoolean(4)) {
                        key.add(column);
                    }
                }
            }
        }
        Set<String> identity = new TreeSet<>(Sql.texts(connection, """
                select split_part(encode(t.tgargs, 'escape'), '\\000', 2) from pg_trigger t
                where t.tgname = 'audit_guard' and t.tgrelid = '%s'::regclass""".formatted(name)));
        key.stream().filter(column -> column.type.equals("uuid")).forEach(column -> identity.add(column.name));
        columns.stream().map(Column::name).filter(Set.of("event_id", "aggregate_id")::contains).forEach(identity::add);
        return new Table(name, List.copyOf(columns), List.copyOf(key), List.copyOf(identity));
    }

    /** What a report may call the rows at these places. */
    Set<String> names(List<String> places, Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        for (String place : places) {
            String where = " from " + name + " where ctid = '" + place + "'";
            for (String column : identity) {
                names.addAll(Sql.texts(connection, "select \"" + column + "\"::text" + where).stream()
                        .filter(Objects::nonNull).toList());
            }
            names.addAll(Sql.texts(connection, switch (name) {
                case "log_leaf" -> "select 'leaf ' || index || ':'" + where;
                case "log_entry" -> "select 'entry ' || index || ':'" + where;
                case "log_node" -> "select 'node ' || level || '/' || index || ':'" + where;
                case "log_checkpoint" -> "select 'checkpoint of ' || size || ' '" + where;
                default -> "select null" + where;
            }).stream().filter(Objects::nonNull).toList());
            if (name.equals("log_node")) {
                for (String at : Sql.texts(connection, "select level || ' ' || index / 256" + where
                        + " and level between 1 and 7")) {
                    int level = Integer.parseInt(at.substring(0, 1));
                    names.add(TilePath.tile(level, Long.parseLong(at.substring(2)), TilePath.FULL).path());
                }
            }
        }
        return names;
    }
}
