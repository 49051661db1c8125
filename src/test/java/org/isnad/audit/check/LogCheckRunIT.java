package org.isnad.audit.check;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.audit.log.LogAtHand;
import org.isnad.audit.log.LogSettings;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

/** One comparison after the other, and how each ends. */
@IsnadTest
class LogCheckRunIT {
    private static final String LAST = "select coalesce(ended, 'open') || ' ' || leaves || '/' || leaves_total "
            + "from log_check_run order by id desc limit 1";

    @Inject
    LogCheck check;
    @Inject
    LogAtHand log;
    @Inject
    Comparison comparisons;
    @Inject
    Newsroom newsroom;
    @Inject
    AgroalDataSource database;
    @Inject
    LogSettings settings;
    @Inject
    Clock clock;
    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @BeforeEach
    void somethingHappens() {
        newsroom.published(newsroom.reviewer(), newsroom.editor());
        log.bringUpToDate();
        comparisons.atRest();
    }

    @Test
    void whatWasAskedToStopEndsWithoutResult() throws SQLException {
        try (Connection connection = asOwner(); Statement statement = connection.createStatement()) {
            String before = one("select count(*) from log_check", connection);
            statement.execute("alter table log_check_run alter column stop set default true");
            try {
                assertThatThrownBy(() -> check.run(Stamp.SYSTEM)).isInstanceOf(CheckProgress.Stopped.class);
            } finally {
                statement.execute("alter table log_check_run alter column stop set default false");
            }
            assertThat(one(LAST, connection)).startsWith("STOPPED 0/");
            assertThat(one("select count(*) from log_check", connection)).isEqualTo(before);
        }
        assertThat(check.run(Stamp.SYSTEM).findings()).isEmpty();
    }

    @Test
    void anotherIsRefusedWhileOneIsUnderWayAndItsProgressIsWhole() throws SQLException {
        try (Connection other = asOwner(); Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select pg_advisory_xact_lock(" + LogCheck.LOCK + ")");
            assertThatThrownBy(() -> check.run(Stamp.SYSTEM)).isInstanceOf(LogCheck.Busy.class);
            assertThatThrownBy(() -> check.start(Stamp.SYSTEM)).isInstanceOf(LogCheck.Busy.class);
            other.rollback();
        }
        LogCheck.Result result = check.run(Stamp.SYSTEM);
        try (Connection connection = asOwner()) {
            assertThat(one(LAST, connection)).isEqualTo("DONE " + result.size() + "/" + result.size());
            assertThat(one("select (events = events_total and aggregates = aggregates_total)::text from log_check_run "
                    + "order by id desc limit 1", connection)).isEqualTo("true");
        }
    }

    @Test
    void whoeverBeginsMarksWhatWasBrokenOff() throws SQLException {
        UUID id = UUID.fromString("01000000-0000-7000-8000-000000000001");
        try (Connection connection = asOwner(); Statement statement = connection.createStatement()) {
            statement.execute("insert into log_check_run (id, asked_by, started_at) values ('" + id + "', '"
                    + Stamp.SYSTEM + "', now())");
            check.run(Stamp.SYSTEM);
            assertThat(one("select ended from log_check_run where id = '" + id + "'", connection))
                    .isEqualTo("BROKEN_OFF");
            statement.execute("delete from log_check_run where id = '" + id + "'");
        }
    }

    /** The alarm is there on every node, and after each restart, until a comparison finds nothing. */
    @Test
    void everyNodeKnowsWhatTheNewestComparisonFound() throws Exception {
        try (Connection connection = asOwner(); Statement statement = connection.createStatement()) {
            assertThat(check.run(Stamp.SYSTEM).findings()).isEmpty();
            assertThat(findings()).isZero();
            assertThat(shown()).isEqualTo("0.0");
            statement.execute("insert into log_check (id, asked_by, started_at, ended_at, size, aggregates, findings) "
                    + "values ('" + Ids.next() + "', '" + Stamp.SYSTEM + "', now(), now(), 1, 1, '{one,two}')");
            assertThat(findings()).isEqualTo(2);
            assertThat(check.run(Stamp.SYSTEM).findings()).isEmpty();
            assertThat(findings()).isZero();
        }
    }

    /** As a node says that was started just now. */
    private double findings() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        LogCheck another = new LogCheck(database, settings, clock, meters);
        double value = meters.get("isnad.log.findings").gauge().value();
        assertThat(another.lastSigned()).isPresent();
        return value;
    }

    private String shown() {
        return given().get(metrics).then().statusCode(200).extract().asString().lines()
                .filter(line -> line.startsWith("isnad_log_findings")).findFirst().orElseThrow().replaceAll(".* ", "");
    }

    /** A node of the version before knows nothing of the search's table. */
    @Test
    void whatAnOlderNodeAppendedIsFoundAsWell() throws Exception {
        try (Connection connection = asOwner(); Statement statement = connection.createStatement()) {
            statement.execute("alter table log_entry disable trigger user");
            try {
                assertThat(statement.executeUpdate(
                        "delete from log_entry where index > (select max(index) - 5 from log_entry)")).isEqualTo(5);
            } finally {
                statement.execute("alter table log_entry enable trigger user");
                for (String trigger : Database.texts(connection, "select tgname from pg_trigger "
                        + "where tgrelid = 'log_entry'::regclass and not tgisinternal")) {
                    statement.execute("alter table log_entry enable always trigger " + trigger);
                }
            }
            newsroom.editor();
            log.bringUpToDate();
            List<String> findings = new java.util.ArrayList<>();
            new TreeCheck(connection, findings).run();
            assertThat(findings).isEmpty();
        }
    }

    /** The search finds what the log has: an entry that is missing or says something else is a difference. */
    @Test
    void theSearchesOwnTableIsCompared() throws SQLException {
        try (Connection connection = asOwner(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String change : List.of("delete from log_entry where index = 0",
                    "update log_entry set actor = gen_random_uuid() where index = 1",
                    "update log_entry set latest = latest + interval '1 day' where index = 2")) {
                statement.execute("alter table log_entry disable trigger user");
                assertThat(statement.executeUpdate(change)).isEqualTo(1);
                List<String> findings = new java.util.ArrayList<>();
                new TreeCheck(connection, findings).run();
                assertThat(findings).as(change).anyMatch(finding -> finding.startsWith("entry "));
                connection.rollback();
            }
        }
    }

    private Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }

    private static String one(String sql, Connection connection) throws SQLException {
        return Database.texts(connection, sql).get(0);
    }
}
