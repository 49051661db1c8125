package org.isnad.audit.check;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.audit.log.LogAtHand;
import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.origin.OriginKind;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Outlets;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.EntryBundle;
import org.isnad.tlog.Hash;
import org.isnad.tlog.Hashes;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.LogProof;
import org.isnad.tlog.NoteVerifier;
import org.isnad.tlog.Proofs;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.TilePath;
import org.isnad.tlog.Tree;

/** From an act at the desk to a signed tree that an outsider can check, and what happens when somebody changes the tables. */
@IsnadTest
class LogIT {
    private static final Set<String> HISTORY = Set.of("audit_event", "audit_change", "audit_state", "log_leaf",
            "log_node", "log_checkpoint", "log_entry");
    /** Not part of what is proven: when a row was written. */
    private static final Set<String> INFORMATIVE = Set.of("log_checkpoint.at");

    @Inject
    Newsroom newsroom;
    @Inject
    Imports imports;
    @Inject
    Outlets outlets;
    @Inject
    LogAtHand log;
    @Inject
    LogCheck check;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;
    @TempDir
    Path folder;

    private ClaimId claim;

    @BeforeEach
    void somethingHappens() throws Exception {
        Actor editor = newsroom.editor();
        claim = newsroom.published(newsroom.reviewer(), editor);
        log.bringUpToDate();
    }

    @Test
    void everyEventIsUnderACheckpointThatAnybodyCanVerify() throws SQLException {
        SignedNote note = SignedNote.parse(text("/log/checkpoint"));
        KeyHistory keys = KeyHistory.parse(text("/log/keys"));
        Checkpoint checkpoint = keys.verify(note, keys.latest());
        Hashes overHttp = (level, from, count) -> hashes(level, from, count);
        Tree tree = new Tree(checkpoint.size(), overHttp);
        assertThat(tree.root()).isEqualTo(checkpoint.root());
        try (Connection connection = asOwner();
                ResultSet leaves = connection.createStatement().executeQuery("select l.index, l.salt, e.canonical, "
                        + "coalesce(sha256(s.hash || convert_to(s.fresh, 'UTF8')), decode(repeat('00', 32), 'hex')) "
                        + "from audit_event e join log_leaf l on l.event_id = e.id left join audit_state s on s.event_id = e.id "
                        + "where e.aggregate_id = '" + claim + "' order by e.aggregate_version")) {
            long before = -1;
            int events = 0;
            while (leaves.next()) {
                long index = leaves.getLong(1);
                assertThat(index).isGreaterThan(before);
                byte[] entry = Hash.sha256(leaves.getBytes(2), leaves.getBytes(4), leaves.getBytes(3)).bytes();
                assertThat(entry(index, checkpoint.size())).isEqualTo(entry);
                Proofs.checkInclusion(index, checkpoint.size(), Hash.leaf(entry), tree.inclusion(index),
                        checkpoint.root());
                before = index;
                events++;
            }
            assertThat(events).isGreaterThan(5);
        }
    }

    @Test
    void aVerdictsHistoryCanBeTakenAwayAndCheckedByItself() throws Exception {
        KeyHistory keys = KeyHistory.parse(text("/log/keys"));
        byte[] zip = Login.session("lina").get("/claims/" + claim + "/history/bundle").asByteArray();
        Map<String, byte[]> files = files(zip);
        SignedNote note = SignedNote.parse(new String(files.get("checkpoint"), StandardCharsets.UTF_8));
        keys.verify(note, keys.latest());
        String about = new String(files.get("bundle.txt"), StandardCharsets.UTF_8);
        int events = Integer.parseInt(about.lines().filter(line -> line.startsWith("events ")).findFirst().orElseThrow()
                .substring("events ".length()));
        assertThat(events).isGreaterThan(5);
        for (int i = 1; i <= events; i++) {
            String name = "events/%05d".formatted(i);
            Map<String, String> opening = new String(files.get(name + ".opening"), StandardCharsets.UTF_8).lines()
                    .map(line -> line.split(" ")).collect(Collectors.toMap(words -> words[0], words -> words[1]));
            byte[] state = opening.get("state").equals("-")
                    ? new byte[32]
                    : HexFormat.of().parseHex(opening.get("state"));
            byte[] entry = Hash
                    .sha256(HexFormat.of().parseHex(opening.get("salt")), state, files.get(name + ".json")).bytes();
            LogProof proof = LogProof.parse(new String(files.get(name + ".proof"), StandardCharsets.UTF_8));
            assertThat(proof.index()).isEqualTo(Long.parseLong(opening.get("index")));
            proof.verify(Hash.leaf(entry), keys.verifiersTrusting(keys.latest()).toArray(NoteVerifier[]::new));
            for (String value : new String(files.get(name + ".values"), StandardCharsets.UTF_8).lines().toList()) {
                Hash commitment = Hash.sha256(HexFormat.of().parseHex(value.substring(0, 64)),
                        value.substring(65).getBytes(StandardCharsets.UTF_8));
                assertThat(new String(files.get(name + ".json"), StandardCharsets.UTF_8)).contains(commitment.hex());
            }
        }
        assertThat(new String(files.get("history.html"), StandardCharsets.UTF_8)).contains("<article>")
                .endsWith("</html>\n");
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void whatNoCheckpointCoversIsNotServed() {
        long size = Checkpoint.parse(SignedNote.parse(text("/log/checkpoint")).text()).size();
        given().get("/log/" + TilePath.tile(0, size / 256 + 5, 1).path()).then().statusCode(404);
        given().get("/log/tile/0/0").then().statusCode(404);
        given().get("/log/tile/9/000").then().statusCode(404);
    }

    /** Whoever removes a claim's last steps and puts its rows back leaves no gap in its numbers. */
    @Test
    void aHistoryThatWasCutIsNotVerified() throws Exception {
        // The log goes on after the claim's last step.
        newsroom.editor();
        log.bringUpToDate();
        SignedNote note = SignedNote.parse(text("/log/checkpoint"));
        KeyHistory keys = KeyHistory.parse(text("/log/keys"));
        try (Connection connection = snapshots(); Statement behind = connection.createStatement()) {
            assertThat(new ClaimCheck(connection, claim.value(), Instant.EPOCH).run(note, keys).differs()).isFalse();
            behind.execute("alter table log_entry drop constraint log_entry_index_fkey");
            for (String table : List.of("audit_change", "audit_state", "log_leaf", "audit_event")) {
                behind.execute("alter table " + table + " disable trigger user");
                behind.execute("delete from " + table + " where " + (table.equals("audit_event") ? "id" : "event_id")
                        + " in (select id from audit_event where aggregate_id = '" + claim
                        + "' and aggregate_version > 7)");
            }
            assertThat(new ClaimCheck(connection, claim.value(), Instant.EPOCH).run(note, keys).missing())
                    .containsExactly(8L, 9L);
            connection.rollback();
        }
    }

    /** Nothing of a claim's own steps leads to a step that is gone with all its traces, once others fill their tile. */
    @Test
    void nothingIsVerifiedInALogWithAHole() throws Exception {
        while (size() <= TilePath.FULL) {
            claim = newsroom.published(newsroom.reviewer(), newsroom.editor());
            log.bringUpToDate();
        }
        claim = newsroom.published(newsroom.reviewer(), newsroom.editor());
        log.bringUpToDate();
        SignedNote note = SignedNote.parse(text("/log/checkpoint"));
        KeyHistory keys = KeyHistory.parse(text("/log/keys"));
        try (Connection connection = snapshots(); Statement behind = connection.createStatement()) {
            for (String table : List.of("log_entry", "log_leaf")) {
                behind.execute("alter table " + table + " disable trigger user");
                behind.execute("delete from " + table + " where index = 3");
            }
            Verification found = new ClaimCheck(connection, claim.value(), Instant.EPOCH).run(note, keys);
            assertThat(found.trouble()).isEqualTo(Verification.Trouble.LOST);
            assertThat(found.verified()).isEmpty();
            connection.rollback();
        }
    }

    private static long size() {
        return Checkpoint.parse(SignedNote.parse(text("/log/checkpoint")).text()).size();
    }

    @Test
    void tilesMayBeKeptForEverAndCheckpointsMayNot() {
        assertThat(given().get("/log/tile/0/000.p/1").then().statusCode(200).extract().header("Cache-Control"))
                .contains("immutable");
        assertThat(given().get("/log/checkpoint").header("Cache-Control")).contains("max-age=2");
    }

    @Test
    void anUntouchedDeskAgreesWithItsLog() throws SQLException {
        LogCheck.Result result = check.run(newsroom.editor().person().value());
        assertThat(result.findings()).isEmpty();
        assertThat(result.size()).isPositive();
        assertThat(result.aggregates()).isPositive();
    }

    /** Whoever owns the tables can switch triggers off. The comparison names the row all the same. */
    @Test
    void everyColumnOfTheStateThatIsChangedBehindTheDeskIsNamed() throws SQLException {
        newsroom.erased();
        imports.feed(newsroom.admin());
        newsroom.capturedTwice(newsroom.editor());
        outlets.make(OriginKind.OUTLET, newsroom.editor());
        try (Connection connection = snapshots()) {
            Map<String, List<String>> columns = columns(connection).stream()
                    .filter(column -> !HISTORY.contains(table(column))).collect(Collectors.groupingBy(LogIT::table));
            assertThat(columns).containsKeys("claim", "verdict", "evidence", "person", "article_version", "rating",
                    "erasure", "erasure_item", "capture", "sighting", "lost_appearance", "dismissed_suggestion",
                    "feed", "origin", "origin_name", "article_origin");
            int changed = 0;
            for (int i = 0; i < 20; i++) {
                Set<String> named = new TreeSet<>();
                for (Map.Entry<String, List<String>> table : columns.entrySet()) {
                    if (i < table.getValue().size()
                            && attempt(change(table.getValue().get(i), connection), table.getKey(), connection)) {
                        named.add(table.getKey());
                    }
                }
                changed += named.size();
                assertNamed(named, connection);
            }
            assertThat(changed).isGreaterThan(60);
            for (String table : List.of("evidence", "assignment", "approval", "publication_edition", "appearance")) {
                assertThat(oneIsDeleted(table, connection)).as("delete from " + table).isTrue();
                assertNamed(Set.of(table), connection);
            }
        }
    }

    /** The desk's own row comes from a migration, and no event tells of it: each of its columns is compared by itself. */
    @Test
    void everyColumnOfTheDesksOwnRowIsCompared() throws SQLException {
        try (Connection connection = snapshots()) {
            for (String change : List.of("issuer = 'elsewhere'", "subject = 'somebody'", "name = 'Somebody'",
                    "client = false", "roles = '{admin}'", "language = 'ar'", "version = 1", "erased_at = now()")) {
                // Whoever owns the table drops its constraints too; undone with the change.
                connection.createStatement().execute("alter table person drop constraint person_erased");
                assertThat(attempt("update person set " + change + " where issuer = 'isnad'", "person", connection))
                        .as(change).isTrue();
                assertNamed(Set.of("person"), connection);
            }
        }
    }

    private static void assertNamed(Set<String> tables, Connection connection) throws SQLException {
        List<String> findings = new ArrayList<>();
        new StateCheck(connection, findings).run();
        connection.rollback();
        for (String table : tables) {
            assertThat(findings).as(table).anyMatch(finding -> finding.startsWith(table + " "));
        }
    }

    @Test
    void everyColumnOfTheHistoryThatIsChangedBehindTheDeskIsNamed() throws SQLException {
        List<String> unnoticed = new ArrayList<>();
        try (Connection connection = snapshots()) {
            List<String> attempts = new ArrayList<>(columns(connection).stream()
                    .filter(column -> HISTORY.contains(table(column)) && !INFORMATIVE.contains(column)).toList());
            // A checkpoint that is gone here is one that others hold all the same.
            HISTORY.stream().filter(table -> !table.equals("log_checkpoint")).sorted().map(table -> table + ".")
                    .forEach(attempts::add);
            assertThat(attempts).hasSizeGreaterThan(30);
            for (String attempt : attempts) {
                String sql = attempt.endsWith(".") ? deletion(table(attempt)) : change(attempt, connection);
                if (attempt(sql, table(attempt), connection) && findings(connection).isEmpty()) {
                    unnoticed.add(attempt);
                }
                connection.rollback();
            }
        }
        assertThat(unnoticed).isEmpty();
    }

    private static List<String> findings(Connection connection) throws SQLException {
        List<String> findings = new ArrayList<>();
        new TreeCheck(connection, findings).run();
        new EventCheck(connection, findings).run();
        return findings;
    }

    /** @return whether a row was changed; keys and checks, which nobody can switch off row by row, may refuse it */
    private static boolean attempt(String sql, String table, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Savepoint before = connection.setSavepoint();
            try {
                statement.execute("alter table " + table + " disable trigger user");
                return statement.executeUpdate(sql) > 0;
            } catch (SQLException e) {
                assertThat(e.getSQLState()).as(sql).startsWith("23");
                connection.rollback(before);
                return false;
            }
        }
    }

    /** The newest row that no other row needs. */
    private static boolean oneIsDeleted(String table, Connection connection) throws SQLException {
        for (String row : Database.texts(connection,
                "select ctid::text from " + table + " order by ctid desc limit 200")) {
            if (attempt("delete from " + table + " where ctid = '" + row + "'", table, connection)) {
                return true;
            }
        }
        return false;
    }

    private static String deletion(String table) {
        return "delete from " + table + " where ctid = (select max(ctid) from " + table + ")";
    }

    private static String table(String column) {
        return column.substring(0, column.indexOf('.'));
    }

    private Connection snapshots() throws SQLException {
        Connection connection = asOwner();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    /** Another value of the column's type in one row. */
    private static String change(String column, Connection connection) throws SQLException {
        String[] names = column.split("\\.");
        String type = one(
                "select data_type from information_schema.columns where table_schema = 'public' and table_name = '"
                        + names[0] + "' and column_name = '" + names[1] + "'",
                connection);
        String name = '"' + names[1] + '"';
        String value = switch (type) {
            case "uuid" -> "'ffffffff-ffff-4fff-bfff-ffffffffffff'";
            // What was erased is empty, and bytes put in its place are a change like any other.
            case "bytea" ->
                "case when octet_length(" + name + ") = 0 then '\\x01' else set_byte(" + name + ", octet_length("
                        + name + ") - 1, get_byte(" + name + ", octet_length(" + name + ") - 1) # 1) end";
            case "boolean" -> "not " + name;
            case "timestamp with time zone" -> name + " + interval '1 second'";
            case "date" -> name + " + 1";
            case "bigint", "integer" -> name + " + 1";
            case "numeric" -> name + " - 0.001";
            case "xid8" -> "(" + name + "::text::bigint + 1)::text::xid8";
            case "jsonb" -> name + " || '[{\"forged\": 1}]'";
            case "ARRAY" -> name + " || '{forged}'";
            default -> "case when length(" + name + ") < 3 then 'xx' else overlay(" + name
                    + " placing case when left(" + name + ", 1) = 'a' then 'b' else 'a' end from 1 for 1) end";
        };
        return "update " + names[0] + " set " + name + " = " + value + " where ctid = (select max(ctid) from "
                + names[0] + " where " + name + " is not null)";
    }

    private static List<String> columns(Connection connection) throws SQLException {
        return Database.texts(connection,
                "select table_name || '.' || column_name from information_schema.columns c where table_schema = 'public' "
                        + "and table_name not in ('flyway_schema_history', 'kept_answer', 'log_check', 'log_check_run', 'log_witnessed', "
                        + "'fetch_attempt', 'fetch_fingerprint', 'text_fingerprint', 'erased_address', 'intake_job', 'intake_item', 'feed_look', 'feed_entry') order by 1");
    }

    private static String one(String sql, Connection connection) throws SQLException {
        return Database.texts(connection, sql).get(0);
    }

    private Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }

    private static String text(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    private static List<Hash> hashes(int level, long from, int count) {
        byte[] tile = given().get("/log/" + TilePath.tile(level, from / 256, count).path()).then().statusCode(200)
                .extract().asByteArray();
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hashes.add(Hash.at(i * Hash.BYTES, tile));
        }
        return hashes;
    }

    private static byte[] entry(long index, long size) {
        int width = (int) Math.min(256, size - index / 256 * 256);
        byte[] bundle = given().get("/log/" + TilePath.entries(index / 256, width).path()).then().statusCode(200)
                .extract().asByteArray();
        return EntryBundle.decode(bundle).get((int) (index % 256));
    }
}
