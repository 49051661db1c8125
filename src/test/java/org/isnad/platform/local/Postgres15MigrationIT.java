package org.isnad.platform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;

import org.isnad.production.Programs;

/**
 * The oldest PostgreSQL that is promised to work: Debian 12's. The schema is made there as in production, and what it refuses is
 * refused there too. (All other tests run on the PostgreSQL of the local stack.)
 */
class Postgres15MigrationIT {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15");
    /** Owns the tables. */
    private static final String ROLE = "isnad";
    /** What the application works as. */
    private static final String RUNNING = "isnad_app";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PORT = LocalStack.freePort();

    @TempDir
    static Path folder;
    private static PostgresProgram program;
    private static RunAs account;
    private static Path cluster;

    /** Wrote the revision. */
    private static final UUID AUTHOR = UUID.randomUUID();
    /** Contributed nothing. */
    private static final UUID EDITOR = UUID.randomUUID();

    @BeforeAll
    static void migrate() throws IOException, SQLException {
        program = new PostgresProgram(Programs.at(PROGRAMS, "postgresql-15"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        account = RunAs.choose(program.bin("postgres"), folder);
        account.own(folder);
        cluster = folder.resolve("cluster");
        run("initdb", "-D", cluster.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
                "--no-sync");
        run("pg_ctl", "start", "-D", cluster.toString(), "-w", "-l", folder.resolve("log").toString(), "-o",
                "-c port=" + PORT + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off");
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "")) {
            connection.createStatement().execute("create role " + ROLE + " login");
            connection.createStatement().execute("create role " + RUNNING + " login");
            connection.createStatement().execute("create database " + ROLE + " owner " + ROLE);
        }
        flyway().migrate();
        try (var connection = begin()) {
            person(connection, AUTHOR);
            person(connection, EDITOR);
            connection.commit();
        }
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "immediate", "-w");
        }
    }

    @Test
    void everyMigrationIsApplied() throws IOException, SQLException {
        var flyway = flyway();

        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(flyway.info().applied()).hasSize((int) files
                    .filter(file -> file.getFileName().toString().startsWith("V")).count());
        }
        flyway.validate();
        try (var connection = begin();
                var rows = connection.createStatement().executeQuery("show server_version_num")) {
            rows.next();
            assertThat(rows.getInt(1) / 10_000).isEqualTo(15);
        }
    }

    @Test
    void aChangeWithoutItsEventIsRefusedAtCommit() throws SQLException {
        var claim = submittedClaim();
        try (var connection = begin()) {
            execute(connection, "update claim set priority = 'HIGH' where id = '" + claim + "'");

            assertThat(violation(connection::commit)).isEqualTo("audit_guard");
        }
        try (var connection = begin()) {
            execute(connection, "update claim set priority = 'HIGH' where id = '" + claim + "'");
            event(connection, "CLAIM", claim, "CLAIM_REWORDED", EDITOR);
            connection.commit();
        }
    }

    @Test
    void whoContributedCannotApproveAndAnotherCan() throws SQLException {
        var claim = submittedClaim();
        try (var connection = begin()) {
            assertThat(violation(() -> approve(connection, claim, AUTHOR))).isEqualTo("four_eyes");
        }
        try (var connection = begin()) {
            event(connection, "CLAIM", claim, "VERDICT_APPROVED", EDITOR);
            approve(connection, claim, EDITOR);
            execute(connection, "update claim set state = 'APPROVED' where id = '" + claim + "'");
            connection.commit();
        }
    }

    @Test
    void aClaimIsNotApprovedWithoutAnApproval() throws SQLException {
        var claim = submittedClaim();
        try (var connection = begin()) {
            event(connection, "CLAIM", claim, "VERDICT_APPROVED", EDITOR);
            execute(connection, "update claim set state = 'APPROVED' where id = '" + claim + "'");

            assertThat(violation(connection::commit)).isEqualTo("four_eyes");
        }
    }

    @Test
    void historyAndRevisionsNeverChange() throws SQLException {
        submittedClaim();
        for (var statement : new String[]{"update audit_event set action = 'X'", "delete from audit_event",
                "truncate audit_event cascade", "update verdict_revision set summary = 'x'",
                "delete from verdict_revision", "truncate audit_change"}) {
            try (var connection = begin()) {
                assertThat(violation(() -> execute(connection, statement))).as(statement).isEqualTo("never_changes");
            }
        }
    }

    @Test
    void theRunningRoleMayOnlyAddToTheHistory() throws SQLException {
        submittedClaim();
        for (var statement : new String[]{"update audit_event set action = 'X'", "delete from audit_change",
                "truncate log_leaf", "update log_checkpoint set note = ''", "delete from verdict_revision",
                "insert into audit_state (event_id, hash, fresh) select id, sha256(''), '' from audit_event",
                "alter table audit_event disable trigger all", "drop trigger never_changes on audit_event",
                "delete from flyway_schema_history"}) {
            try (var connection = DriverManager.getConnection(url(ROLE), RUNNING, "")) {
                assertThatThrownBy(() -> execute(connection, statement)).as(statement)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
        try (var connection = DriverManager.getConnection(url(ROLE), RUNNING, "")) {
            connection.setAutoCommit(false);
            person(connection, UUID.randomUUID());
            connection.commit();
        }
    }

    private static Flyway flyway() {
        return Flyway.configure().dataSource(url(ROLE), ROLE, "").placeholders(Map.of("running_role", RUNNING)).load();
    }

    private static UUID submittedClaim() throws SQLException {
        var claim = UUID.randomUUID();
        try (var connection = begin()) {
            event(connection, "CLAIM", claim, "VERDICT_SUBMITTED", AUTHOR);
            execute(connection,
                    """
                            insert into claim (id, state, wording, language, proposed_by, proposed_at)
                            values ('%1$s', 'SUBMITTED', 'The river rose by two metres.', 'en', '%2$s', now());
                            insert into claim_contributor (claim_id, person_id, contribution, round, since)
                            values ('%1$s', '%2$s', 'DRAFTED', 1, now());
                            insert into verdict (id, claim_id, round) values (gen_random_uuid(), '%1$s', 1);
                            insert into verdict_revision (id, claim_id, round, number, summary, rationale, waivers, evidence, author_id,
                                                          submitted_at)
                            values (gen_random_uuid(), '%1$s', 1, 1, 'It rose by half a metre.', 'See [1].', '{}', '[]', '%2$s', now())
                            """
                            .formatted(claim, AUTHOR));
            connection.commit();
        }
        return claim;
    }

    private static void approve(Connection connection, UUID claim, UUID by) throws SQLException {
        execute(connection,
                """
                        insert into approval (id, claim_id, revision_id, decision, decided_by, decided_at)
                        select gen_random_uuid(), claim_id, id, 'APPROVED', '%2$s', now() from verdict_revision where claim_id = '%1$s'
                        """
                        .formatted(claim, by));
    }

    private static void person(Connection connection, UUID id) throws SQLException {
        event(connection, "PERSON", id, "PERSON_SEEN", id);
        execute(connection, """
                insert into person (id, issuer, subject, name, created_at)
                values ('%1$s', 'https://login.newsroom.example/realms/isnad', '%1$s', 'Somebody', now())
                """.formatted(id));
    }

    private static void event(Connection connection, String type, UUID aggregate, String action, UUID actor)
            throws SQLException {
        execute(connection,
                """
                        insert into audit_event (id, aggregate_type, aggregate_id, aggregate_version, action, actor, authentication, at,
                                                 canonical)
                        select '%5$s', '%1$s', '%2$s', version, '%3$s', '%4$s', 'test', now(), convert_to(jsonb_build_object(
                            'event', '%5$s', 'action', '%3$s', 'actor', '%4$s', 'authentication', 'test', 'at', now(),
                            'aggregate', jsonb_build_object('type', '%1$s', 'id', '%2$s', 'version', version),
                            'transaction', transaction_id::text, 'changes', '[]'::jsonb)::text, 'UTF8')
                        from audit_next('%1$s', '%2$s')
                        """
                        .formatted(type, aggregate, action, actor, UUID.randomUUID()));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The name of the constraint that the attempt broke. */
    private static String violation(Attempt attempt) {
        var refusal = Objects.requireNonNull(catchThrowableOfType(PSQLException.class, attempt::make),
                "It was not refused.");
        return Objects.requireNonNull(refusal.getServerErrorMessage()).getConstraint();
    }

    private interface Attempt {
        void make() throws SQLException;
    }

    private static Connection begin() throws SQLException {
        var connection = DriverManager.getConnection(url(ROLE), ROLE, "");
        connection.setAutoCommit(false);
        return connection;
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + PORT + "/" + database;
    }

    private static void run(String name, String... arguments) {
        var words = new String[arguments.length + 1];
        words[0] = program.bin(name).toString();
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        var outcome = Shell.run(account.command(words), PATIENCE);
        assertThat(outcome.ok()).as(name + ": " + outcome.output()).isTrue();
    }
}
