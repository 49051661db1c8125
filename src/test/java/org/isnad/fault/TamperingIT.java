package org.isnad.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.audit.check.Comparison;
import org.isnad.fault.Mutation.Kind;
import org.isnad.fault.Table.Column;
import org.isnad.testsupport.IsnadTest;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.SignedNote;

/**
 * What somebody with every right on the database does to it after a checkpoint left the machine: with all triggers off and all
 * constraints but the keys dropped, random changes of every column of every table. The comparison names each.
 */
@IsnadTest
class TamperingIT {
    private static final int MUTATIONS = Integer.getInteger("isnad.fault.mutations", 300);
    private static final long SEED = Long.getLong("isnad.fault.seed", System.nanoTime());
    /** Two full tiles of the lowest level, so that there are two rows above it. */
    private static final int EVENTS = 2 * 256 + 20;
    private static final Duration SOON = Duration.ofSeconds(60);
    /** Tables that nothing is proven about, each with its reason. Whoever adds one here answers for it. */
    private static final Set<String> NOT_PROVEN = Set.of("flyway_schema_history", // which migrations ran
            "intake_job", "intake_item", // lists to be gone through; what comes of them is proven
            "feed", // empty here, since no administrator is among those who write; LogIT changes each of its columns
            "feed_look", "feed_entry", // what was seen of feeds
            "fetch_attempt", "fetch_fingerprint", // what was fetched and waits to be confirmed
            "text_fingerprint", // an index over the texts
            "erased_address", // where nothing is taken in any more; the erasure is proven
            // Empty here, since nothing is fetched and no program decides on suggestions; LogIT changes each of their columns.
            "capture", "sighting", "lost_appearance", "dismissed_suggestion",
            "kept_answer", // answers to repeat to a client that asks twice, forgotten after a day
            "erasure", "erasure_item", // empty here, since no program erases; LogIT changes each of their columns
            "log_check_run", // how far a comparison is
            "log_check", // what earlier comparisons found; each comparison begins anew
            "log_witnessed"); // copies of what witnesses hold and sign themselves
    /** Columns that say when a row was written, for reading only. */
    private static final Set<String> INFORMATIVE = Set.of("log_checkpoint.at");
    /** A copy of what was signed; one that is gone here is held elsewhere all the same, and its tree must still be passed. */
    private static final String COPIES = "log_checkpoint";
    private static final Set<Kind> TAKES_AWAY = Set.of(Kind.DELETE, Kind.CUT);

    private final Map<Kind, Integer> detected = new EnumMap<>(Kind.class);
    private final Map<String, Integer> byTable = new TreeMap<>();
    private final List<String> undetected = new ArrayList<>();
    private int refused;
    private int unchanged;
    private Cluster cluster;
    private Desk desk;
    private Writers writers;

    @BeforeEach
    void aDeskAtWork() throws Exception {
        cluster = new Cluster("tamper");
        desk = new Desk(cluster, Map.of("isnad.sample", "true"));
        desk.start();
        Ledger ledger = new Ledger();
        writers = new Writers(desk.url(), ledger);
        writers.begin();
        Await.until("enough events", Duration.ofMinutes(3),
                () -> desk.log("checkpoint").map(TamperingIT::size).orElse(0L) >= EVENTS);
        writers.stop();
        try (Connection connection = cluster.connect()) {
            Await.until("the last checkpoint", SOON, () -> desk.log("checkpoint").map(TamperingIT::size).orElse(0L)
                    .toString().equals(Sql.text(connection, "select count(*) from audit_event")));
        }
        desk.kill();
    }

    @AfterEach
    void end() throws Exception {
        if (writers != null) {
            writers.close();
        }
        if (desk != null) {
            desk.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    private static long size(String note) {
        return Checkpoint.parse(SignedNote.parse(note).text()).size();
    }

    @Test
    void everyRandomChangeIsNamed() throws Exception {
        System.out.printf("tampering: seed %d (isnad.fault.seed)%n", SEED);
        Optional<SignedNote> held = Optional
                .of(SignedNote.parse(Files.readString(desk.signer().resolve("checkpoint"))));
        long started = System.nanoTime();
        try (Connection connection = cluster.connect()) {
            List<Table> tables = tables(connection);
            Collections.sort(tables, (one, other) -> one.name().compareTo(other.name()));
            disarm(tables, connection);
            assertThat(Comparison.findings(connection, held)).isEmpty();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Random random = new Random(SEED);
            while (made() < MUTATIONS && undetected.size() < 20) {
                for (Table table : tables) {
                    for (Column column : table.columns()) {
                        if (!INFORMATIVE.contains(table.name() + "." + column.name())) {
                            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                            if (!table.name().equals(COPIES) || !TAKES_AWAY.contains(kind)) {
                                attempt(new Mutation(table, column, kind, random), table, held, connection);
                            }
                        }
                    }
                }
            }
        }
        System.out.printf("tampering: %d changes in %d s, %s, by table %s; %d more were refused by PostgreSQL's own "
                + "keys and types, %d changed nothing%n", made(),
                Duration.ofNanos(System.nanoTime() - started).toSeconds(), detected, byTable, refused, unchanged);
        assertThat(undetected).as("seed " + SEED).isEmpty();
        assertThat(detected.keySet()).containsExactly(Kind.values());
    }

    private int made() {
        return detected.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        Set<String> named = new TreeSet<>();
        for (String name : Sql.texts(connection, "select table_name from information_schema.tables "
                + "where table_schema = 'public' and table_type = 'BASE TABLE'")) {
            named.add(name);
            if (!NOT_PROVEN.contains(name)) {
                assertThat(Sql.text(connection, "select count(*) from " + name)).as("rows of " + name)
                        .isNotEqualTo("0");
                tables.add(Table.read(String.valueOf(name), connection));
            }
        }
        assertThat(named).containsAll(NOT_PROVEN);
        return tables;
    }

    /** Nothing but primary keys stands in the way any more. */
    private static void disarm(List<Table> tables, Connection connection) throws SQLException {
        for (String drop : Sql.texts(connection,
                """
                        select format('alter table %I drop constraint if exists %I cascade', t.relname, c.conname)
                        from pg_constraint c join pg_class t on t.oid = c.conrelid
                        where t.relnamespace = 'public'::regnamespace and c.contype not in ('p', 't')
                          and not (c.contype = 'n' and exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary
                                                               and c.conkey[1] = any (i.indkey)))
                        order by c.contype = 'u'""")) {
            Sql.execute(connection, String.valueOf(drop));
        }
        for (Table table : tables) {
            Sql.execute(connection, "alter table " + table.name() + " disable trigger all");
        }
    }

    private void attempt(Mutation mutation, Table table, Optional<SignedNote> held, Connection connection)
            throws SQLException {
        String before = content(table, connection);
        try {
            Set<String> names;
            try {
                names = mutation.make(connection);
            } catch (SQLException e) {
                assertThat(e.getSQLState()).as(mutation.toString()).matches("2[23].*|42804|428C9");
                refused++;
                return;
            }
            if (content(table, connection).equals(before) || mutation.onlyTellsWhenTheDeskWasInstalled(names)) {
                unchanged++;
                return;
            }
            List<String> findings = Comparison.findings(connection, held);
            detected.merge(mutation.kind(), 1, Integer::sum);
            byTable.merge(table.name(), 1, Integer::sum);
            if (findings.stream().noneMatch(finding -> names.stream().anyMatch(finding::contains))) {
                undetected.add(mutation + ": " + findings + " names none of " + names);
            }
        } finally {
            connection.rollback();
        }
    }

    private static String content(Table table, Connection connection) throws SQLException {
        return String.valueOf(Sql.text(connection,
                "select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) from " + table.name()
                        + " t"));
    }
}
