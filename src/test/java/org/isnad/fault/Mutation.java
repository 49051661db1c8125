package org.isnad.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.isnad.fault.Table.Column;
import org.isnad.kernel.Stamp;

/**
 * One random change of a table by somebody with full rights. Everything random comes from the seed, so that it can be done again
 * on the same rows.
 */
final class Mutation {
    /** What is done to a row. */
    enum Kind {
        FLIP,
        CHANGE,
        EMPTY,
        SWAP,
        DELETE,
        INSERT,
        CUT
    }

    private static final int LONGEST_TAIL = 20;

    private final Table table;
    private final Column column;
    private final Kind kind;
    private final Random random;
    private final List<String> places = new ArrayList<>();

    Mutation(Table table, Column column, Kind kind, Random random) {
        this.table = table;
        this.column = column;
        this.kind = kind;
        this.random = random;
    }

    Kind kind() {
        return kind;
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + table.name()
                + (kind.compareTo(Kind.SWAP) <= 0 ? "." + column.name() : "") + " at " + places;
    }

    /** The desk's own row was made by a migration and has no event, so the time of that is vouched for by nothing. */
    boolean onlyTellsWhenTheDeskWasInstalled(Set<String> names) {
        return kind.compareTo(Kind.SWAP) <= 0 && table.name().equals("person") && column.name().equals("created_at")
                && names.contains(Stamp.SYSTEM.toString());
    }

    /**
     * Does it.
     *
     * @return what a report may call the rows concerned, before and after
     * @throws SQLException
     *             when PostgreSQL refuses even this
     */
    Set<String> make(Connection connection) throws SQLException {
        choosePlaces(connection);
        Set<String> names = new TreeSet<>(table.names(places, connection));
        if (kind == Kind.CUT && table.name().equals("log_leaf")) {
            names.add("signed last: the log has only");
        }
        switch (kind) {
            case FLIP -> update(flipped(value(connection)), connection, names);
            case CHANGE -> update(anotherValue(), connection, names);
            case EMPTY -> update("null", connection, names);
            case SWAP -> names.addAll(swap(connection));
            case DELETE, CUT -> {
                for (String place : places) {
                    Sql.execute(connection, "delete from " + table.name() + at(place));
                }
            }
            case INSERT -> insertCopy(connection, names);
            default -> throw new IllegalStateException(kind.name());
        }
        return names;
    }

    private void choosePlaces(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>(Sql.texts(connection, "select ctid::text from " + table.name() + " order by "
                + table.key().stream().map(Column::quoted).collect(Collectors.joining(", "))));
        if (kind == Kind.CUT) {
            int tail = 1 + random.nextInt(Math.min(LONGEST_TAIL, all.size()));
            places.addAll(all.subList(all.size() - tail, all.size()));
            return;
        }
        Collections.shuffle(all, random);
        places.addAll(all.subList(0, kind == Kind.SWAP ? Math.min(2, all.size()) : 1));
    }

    private static String at(String place) {
        return " where ctid = '" + place + "'";
    }

    private @Nullable String value(Connection connection) throws SQLException {
        return Sql.text(connection,
                "select " + column.quoted() + "::text from " + table.name() + at(places.get(0)));
    }

    private void update(String value, Connection connection, Set<String> names) throws SQLException {
        names.addAll(rewritten(connection,
                "update " + table.name() + " set " + column.quoted() + " = " + value + at(places.get(0))));
    }

    /** Both rows are read before either is written. */
    private Set<String> swap(Connection connection) throws SQLException {
        if (places.size() < 2) {
            return Set.of();
        }
        String name = table.name();
        return rewritten(connection,
                "update " + name + " set " + column.quoted() + " = other." + column.quoted() + " from " + name
                        + " other where (" + name + ".ctid, other.ctid) in (('" + places.get(0) + "', '"
                        + places.get(1)
                        + "'), ('" + places.get(1) + "', '" + places.get(0) + "'))");
    }

    private void insertCopy(Connection connection, Set<String> names) throws SQLException {
        Column changed = table.key().get(random.nextInt(table.key().size()));
        List<Column> written = table.columns().stream().filter(one -> !one.generated()).toList();
        String into = written.stream().map(Column::quoted).collect(Collectors.joining(", "));
        String from = written.stream().map(one -> one.equals(changed) ? anotherKey(one) : one.quoted())
                .collect(Collectors.joining(", "));
        names.addAll(rewritten(connection, "insert into " + table.name() + " (" + into + ") select " + from + " from "
                + table.name() + at(places.get(0))));
    }

    private Set<String> rewritten(Connection connection, String sql) throws SQLException {
        return table.names(Sql.texts(connection, sql + " returning " + table.name() + ".ctid::text").stream()
                .map(String::valueOf).toList(), connection);
    }

    /** Not of any other row: the next number, a new identifier. */
    private String anotherKey(Column key) {
        return switch (key.type()) {
            case "bigint", "integer" ->
                "(select max(" + key.quoted() + ") + " + (1 + random.nextInt(3)) + " from " + table.name() + ")";
            default -> anotherValue(key);
        };
    }

    private String anotherValue() {
        return anotherValue(column);
    }

    private String anotherValue(Column of) {
        String name = of.quoted();
        return switch (of.type()) {
            case "uuid" -> "'" + new UUID(random.nextLong(), random.nextLong()) + "'";
            case "bytea" -> "'\\x" + "%016x".formatted(random.nextLong()).repeat(4) + "'";
            case "boolean" -> "not coalesce(" + name + ", false)";
            case "timestamp with time zone" -> "'2026-01-01T00:00:00Z'::timestamptz + interval '"
                    + random.nextInt(1_000_000) + " seconds'";
            case "date" -> "'2020-01-01'::date + " + random.nextInt(5_000);
            case "bigint", "integer" -> String.valueOf(random.nextInt(100_000));
            case "xid8" -> "'" + random.nextInt(100_000) + "'";
            case "jsonb" -> "'{\"forged\": " + random.nextInt() + "}'";
            case "ARRAY" -> "'{forged" + random.nextInt(1_000) + "}'";
            default -> "'FORGED" + "%04x".formatted(random.nextInt(0x10000)) + "'";
        };
    }

    /** With one bit changed, as far as the type has bits that one can get at. */
    private String flipped(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return anotherValue();
        }
        String name = column.quoted();
        return switch (column.type()) {
            case "bytea" -> {
                int bits = (value.length() - 2) * 4;
                int bit = bits == 0 ? 0 : random.nextInt(bits);
                yield bits == 0
                        ? "'\\x00'"
                        : "set_bit(" + name + ", " + bit + ", 1 - get_bit(" + name + ", " + bit + "))";
            }
            case "uuid" -> {
                char[] digits = value.toCharArray();
                int at = random.nextInt(digits.length);
                at = digits[at] == '-' ? at - 1 : at;
                digits[at] = Character.forDigit(Character.digit(digits[at], 16) ^ 1 << random.nextInt(4), 16);
                yield "'" + new String(digits) + "'";
            }
            case "bigint", "integer" -> name + " # " + (1 << random.nextInt(16));
            case "xid8" -> "'" + (Long.parseLong(value) ^ 1 << random.nextInt(16)) + "'";
            case "timestamp with time zone" -> name + " + interval '" + (1 << random.nextInt(20)) + " microseconds'";
            case "date" -> name + " + " + (1 << random.nextInt(8));
            case "text" -> "'" + flippedText(value).replace("'", "''") + "'";
            default -> anotherValue();
        };
    }

    private String flippedText(String value) {
        int[] letters = value.codePoints().toArray();
        int at = random.nextInt(letters.length);
        int flipped = letters[at] ^ 1 << random.nextInt(5);
        letters[at] = flipped == 0 ? 1 : flipped;
        return new String(letters, 0, letters.length);
    }
}
