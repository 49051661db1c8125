package org.isnad.platform.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local PostgreSQL by itself: what it keeps, what it takes over, what it refuses. */
class PostgresServerIT {
    @TempDir
    Path folder;

    private final PostgresProgram program = PostgresProgram.unpacked(Path.of(".local").toAbsolutePath());
    private final int port = Ports.anyFree();
    private final List<PostgresServer> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(PostgresServer::stop);
    }

    @Test
    void whatWasCommittedSurvivesKillNine() throws Exception {
        var server = server("one", port);
        assertThat(server.start()).isTrue();
        server.provide("isnad", "isnad");
        write(server, "CREATE TABLE note (text text)", "INSERT INTO note VALUES ('باقٍ')");

        kill(pid("one"));

        var again = server("one", port);
        assertThat(again.start()).isTrue();
        again.provide("isnad", "isnad");
        assertThat(read(again, "SELECT text FROM note")).isEqualTo("باقٍ");
    }

    @Test
    void aServerThatAKilledRunLeftIsTakenOver() throws Exception {
        server("one", port).start();
        long left = pid("one");

        var next = server("one", port);

        assertThat(next.start()).isFalse();
        assertThat(pid("one")).isEqualTo(left);
    }

    @Test
    void aServerLeftOnAnotherPortIsMoved() throws Exception {
        server("one", port).start();
        long left = pid("one");

        var elsewhere = server("one", Ports.anyFree());

        assertThat(elsewhere.start()).isTrue();
        // An ended process stays visible until the system has collected it, which is not ours to hurry.
        ProcessHandle former = ProcessHandle.of(left).orElse(null);
        if (former != null) {
            former.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(pid("one")).isNotEqualTo(left);
    }

    @Test
    void aTakenPortIsNamedWithTheSettingThatChangesIt() throws IOException {
        try (var stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var server = server("one", stranger.getLocalPort());

            assertThatExceptionOfType(LocalStackException.class).isThrownBy(server::start)
                    .withMessageContaining("Port " + port + " for PostgreSQL")
                    .withMessageContaining("-Disnad.local.postgres-port=");
        }
    }

    @Test
    void anotherFoldersServerIsNeverMistakenForOurs() throws Exception {
        server("theirs", port).start();
        var ours = server("ours", Ports.anyFree());
        ours.start();
        ours.stop();
        // As if their process had got the number that ours had when it was killed.
        Files.copy(folder.resolve("theirs/cluster/postmaster.pid"), folder.resolve("ours/cluster/postmaster.pid"));

        assertThatThrownBy(server("ours", port)::start).isInstanceOf(LocalStackException.class)
                .hasMessageContaining("taken by another program");
        assertThat(ProcessHandle.of(pid("theirs"))).get().matches(ProcessHandle::isAlive);
    }

    @Test
    void everyWayInAsksForAPassword() {
        var server = server("one", port);
        server.start();
        server.provide("isnad", "isnad");

        for (var user : List.of("postgres", "isnad")) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("isnad"), user, "guess"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
        }
    }

    private PostgresServer server(String name, int port) {
        var server = new PostgresServer(folder.resolve(name), program, port,
                new Secrets(folder.resolve(name + ".properties")));
        started.add(server);
        return server;
    }

    private long pid(String name) throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve(name + "/cluster/postmaster.pid")).get(0));
    }

    private static void kill(long pid) throws Exception {
        var process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    private static void write(PostgresServer server, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("isnad"), "isnad", server.password("isnad"));
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String read(PostgresServer server, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("isnad"), "isnad", server.password("isnad"));
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
