package org.isnad.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.isnad.platform.local.LocalSettings;
import org.isnad.platform.local.LocalStack;

/** A PostgreSQL of our own with an empty database, that can be killed, copied and set back. */
final class Cluster implements AutoCloseable {
    private static final String DATABASE = "isnad";

    private final Path folder;
    private final int port;
    private final LocalStack stack;

    /** In a new folder of this name; what a killed run left there is ended and deleted. */
    Cluster(String name) throws Exception {
        this.folder = Path.of(".local", "fault", name).toAbsolutePath();
        endProcesses(true);
        deleteFolder(folder);
        this.port = LocalStack.freePort();
        this.stack = new LocalStack(new LocalSettings(folder, Path.of(".local"), Path.of("config"), "localhost",
                LocalStack.freePort(), LocalStack.freePort(), port), line -> {
                });
        start();
    }

    Path folder() {
        return folder;
    }

    /** What an application needs to know to use it. */
    Map<String, String> settings() {
        return stack.properties();
    }

    void start() {
        stack.startDatabase();
    }

    /** As an operator stops it: everything is on disk. */
    void stop() {
        stack.stopDatabase();
    }

    /** As the superuser. */
    Connection connect() throws SQLException {
        return connect("postgres", stack.secret("postgres.postgres"));
    }

    /** As the role that the application works as. */
    /** As {@link #connect}, and sees the database as it was at its first question: the desk may go on working meanwhile. */
    Connection snapshot() throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    Connection connectAsTheDesk() throws SQLException {
        return connect(settings().get("quarkus.datasource.username"), settings().get("quarkus.datasource.password"));
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, user, password);
    }

    /** {@code kill -9} of the postmaster and of all its children. */
    void kill() throws IOException {
        endProcesses(false);
    }

    /** A copy of the data directory of a server that stands still. */
    void backup(String name) throws Exception {
        copy(data(), folder.resolve(name));
    }

    /** Puts an earlier copy in the place of the data directory of a server that stands still. */
    void restore(String name) throws Exception {
        deleteFolder(data());
        copy(folder.resolve(name), data());
    }

    /** Deletes a copy. */
    void forget(String name) throws IOException {
        deleteFolder(folder.resolve(name));
    }

    private Path data() {
        return folder.resolve("postgres/cluster");
    }

    private static void copy(Path from, Path to) throws Exception {
        // Owner and permissions too, which PostgreSQL insists on.
        Process copying = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start();
        if (copying.waitFor() != 0) {
            throw new IOException("Could not copy " + from + " to " + to);
        }
    }

    private void endProcesses(boolean quietly) throws IOException {
        Optional<ProcessHandle> postmaster = postmaster();
        if (postmaster.isEmpty()) {
            if (quietly) {
                return;
            }
            throw new IllegalStateException("No PostgreSQL runs in " + folder);
        }
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster.get()));
        postmaster.get().descendants().forEach(all::add);
        all.forEach(ProcessHandle::destroyForcibly);
        // They are there until the system has collected them.
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .orTimeout(30, TimeUnit.SECONDS).join();
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(
                process -> process.info().commandLine().map(line -> line.contains(data().toString())).orElse(false));
    }

    @Override
    public void close() throws IOException {
        endProcesses(true);
    }

    static void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
