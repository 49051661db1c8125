package org.isnad.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;

/** A PostgreSQL server of our own on loopback: every way in asks for a password, and a committed row survives a power cut. */
final class PostgresServer {
    static final String SUPERUSER = "postgres";
    private static final Duration SHORT = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofSeconds(180);

    private final Path folder;
    private final Path cluster;
    private final int port;
    private final PostgresProgram program;
    private final Secrets secrets;
    private final RunAs account;

    PostgresServer(Path folder, PostgresProgram program, int port, Secrets secrets) {
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.program = program;
        this.port = port;
        this.secrets = secrets;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.account = RunAs.choose(program.bin("postgres"), folder);
    }

    /**
     * Runs it, or takes over what a past run left behind.
     *
     * @return whether it did not run before
     */
    boolean start() {
        try {
            account.own(folder);
            if (running()) {
                return false;
            }
            Ports.mustBeFree(port, "PostgreSQL", LocalSettings.POSTGRES_PORT);
            if (!Files.exists(cluster)) {
                create();
            }
            launch();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until open transactions are cut off and everything is on disk. */
    void stop() {
        var outcome = Shell.run(
                account.command(program.bin("pg_ctl").toString(), "stop", "-D", cluster.toString(), "-m", "fast", "-w"),
                SHORT);
        if (!outcome.ok() && postmaster().isPresent()) {
            throw new LocalStackException("PostgreSQL did not stop: " + outcome.output());
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of a role that {@link #provide} made. */
    String password(String role) {
        return secrets.get("postgres." + role);
    }

    /** Sees to it that there is a database of this name that belongs to an ordinary role, its owner, and opens to nobody else. */
    void provide(String database, String owner) {
        provideRole(owner);
        if (!exists(database)) {
            execute(SUPERUSER, "CREATE DATABASE %s OWNER %s".formatted(database, owner),
                    "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
        }
    }

    /** Sees to it that there is an ordinary role of this name with {@link #password its password}. */
    void provideRole(String name) {
        execute(SUPERUSER, """
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s LOGIN; END IF;
                END $$""".formatted(name), "ALTER ROLE %s PASSWORD '%s'".formatted(name, password(name)));
    }

    boolean exists(String database) {
        try (var connection = connect(SUPERUSER);
                var query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new LocalStackException("PostgreSQL: " + e.getMessage(), e);
        }
    }

    void drop(String database) {
        execute(SUPERUSER, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database));
    }

    private void execute(String database, String... statements) {
        try (var connection = connect(database); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new LocalStackException("PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** As the superuser. */
    Connection connect(String database) throws SQLException {
        var login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", secrets.get("postgres." + SUPERUSER));
        login.setProperty("loginTimeout", "10");
        // DriverManager asks who calls, and under live reload that is a class loader it does not know.
        var driver = ServiceLoader.load(Driver.class, PostgresServer.class.getClassLoader()).findFirst().orElseThrow();
        return driver.connect(jdbcUrl(database), login);
    }

    /** Whether a past run's server of this very folder still serves; one that runs but does not answer is stopped. */
    private boolean running() {
        if (postmaster().isEmpty()) {
            return false;
        }
        if (portOfPostmaster() == port && serves()) {
            return true;
        }
        stop();
        return false;
    }

    /** Whoever answers on the port must name our folder: another PostgreSQL there is a stranger, not ours. */
    private boolean serves() {
        try (var connection = connect(SUPERUSER);
                var rows = connection.createStatement().executeQuery("SHOW data_directory")) {
            return rows.next() && Path.of(rows.getString(1)).toRealPath().equals(cluster.toRealPath());
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /** The process that postmaster.pid names, if it is a PostgreSQL on this folder. */
    private Optional<ProcessHandle> postmaster() {
        try {
            var file = cluster.resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().commandLine().map(line -> line.contains(cluster.toString()))
                            .orElse(true));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** As postmaster.pid says; 0 when a crash cut that file short. */
    private int portOfPostmaster() {
        try {
            return Integer.parseInt(Files.readAllLines(cluster.resolve("postmaster.pid")).get(3).strip());
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    /** Under another name until it is whole, so that an interrupted first start is simply done again. */
    private void create() throws IOException {
        var draft = folder.resolve("cluster.new");
        PrivateFiles.deleteFolder(draft);
        var password = folder.resolve("superuser");
        Files.deleteIfExists(password);
        PrivateFiles.write(password, secrets.get("postgres." + SUPERUSER));
        account.own(password);
        try {
            var outcome = Shell
                    .run(account.command(program.bin("initdb").toString(), "-D", draft.toString(), "-U", SUPERUSER,
                            "-A", "scram-sha-256", "--pwfile=" + password, "-E", "UTF8",
                            // C.UTF-8 is the same on every machine and in every version, and knows Arabic letters, which C does not.
                            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"), LONG);
            if (!outcome.ok()) {
                throw new LocalStackException("PostgreSQL could not make its data folder: " + outcome.output());
            }
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(draft, cluster);
    }

    private void launch() throws IOException {
        // A file of a killed server whose process id now belongs to somebody else would keep PostgreSQL from starting.
        if (postmaster().isEmpty()) {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        }
        var log = folder.resolve("postgresql.log");
        var options = List.of("port=" + port, "listen_addresses=127.0.0.1", "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on", "full_page_writes=on", "max_connections=60", "logging_collector=off");
        var outcome = Shell
                .run(account.command(program.bin("pg_ctl").toString(), "start", "-D", cluster.toString(), "-w", "-t",
                        "120", "-l", log.toString(), "-o", "-c " + String.join(" -c ", options)), LONG);
        if (!outcome.ok() || !serves()) {
            throw new LocalStackException("PostgreSQL did not start; the end of " + log + ":\n" + tail(log));
        }
    }

    static String tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "(empty)";
        }
        var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
}
