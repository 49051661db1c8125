package org.isnad.audit.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.check.CheckProgress.Part;
import org.isnad.audit.log.LogSettings;
import org.isnad.audit.log.LogSigner;
import org.isnad.audit.log.LogStore;
import org.isnad.audit.log.Snapshot;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;
import org.isnad.tlog.SignedNote;

/**
 * Compares, in one snapshot: the tree with its events and with everything that was signed of it; each event's columns and values
 * with its bytes; the present rows of each aggregate with the state that its last event carries. One comparison at a time, over
 * all nodes.
 */
@ApplicationScoped
class LogCheck {
    private static final Logger LOG = Logger.getLogger(LogCheck.class);
    /** The advisory lock of whoever compares: "isnadchk" in ASCII. */
    static final long LOCK = 0x69736e616463686bL;
    /** More would not help whoever reads them; the number of all is told. */
    static final int MOST_FINDINGS = 1_000;
    private static final Duration TO_BEGIN = Duration.ofSeconds(20);

    private final AgroalDataSource database;
    private final LogSettings settings;
    private final Clock clock;
    private volatile boolean stopping;
    private volatile @Nullable Thread inBackground;

    LogCheck(AgroalDataSource database, LogSettings settings, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        Gauge.builder("isnad.log.findings", new LogFindings(database, clock), LogFindings::newest).strongReference(true)
                .register(meters);
    }

    /**
     * @param size
     *            leaves that were compared
     * @param aggregates
     *            whose present rows were compared with their last event
     * @param findings
     *            what does not agree, each naming what it is; empty when all does
     */
    record Result(long size, long aggregates, List<String> findings) {}

    /** Another comparison is under way, on this node or another. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("A comparison is under way already; /audit/checks shows how far it is.");
        }
    }

    @Scheduled(cron = "${isnad.log.check:0 30 3 * * ?}")
    void everyNight() throws SQLException {
        if (settings.enabled()) {
            try {
                run(Stamp.SYSTEM);
            } catch (Busy e) {
                LOG.info(e.getMessage());
            } catch (CheckProgress.Stopped e) {
                LOG.warn(e.getMessage());
            }
        }
    }

    /**
     * Runs the comparison and writes down what it found.
     *
     * @throws Busy
     *             when another one is under way
     * @throws CheckProgress.Stopped
     *             when somebody stopped it
     */
    Result run(UUID askedBy) throws SQLException {
        return run(askedBy, new CompletableFuture<>());
    }

    /**
     * Begins the comparison and lets it go on by itself.
     *
     * @return the comparison's id
     * @throws Busy
     *             when another one is under way
     */
    UUID start(UUID askedBy) throws SQLException {
        CompletableFuture<UUID> begun = new CompletableFuture<>();
        // A thread of its own also because a caller may be in a transaction, which the snapshot must not be part of.
        Thread thread = new Thread(() -> work(askedBy, begun), "isnad-log-check");
        thread.setDaemon(true);
        thread.start();
        try {
            UUID id = begun.get(TO_BEGIN.toMillis(), TimeUnit.MILLISECONDS);
            inBackground = thread;
            return id;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Busy busy) {
                throw busy;
            }
            throw new SQLException("The comparison cannot begin: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("The program ends.", e);
        } catch (TimeoutException e) {
            throw new SQLException("The comparison did not begin within " + TO_BEGIN + ".", e);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        Thread running = inBackground;
        if (running != null) {
            running.join(Duration.ofSeconds(5).toMillis());
        }
    }

    private void work(UUID askedBy, CompletableFuture<UUID> begun) {
        try {
            run(askedBy, begun);
        } catch (Busy e) {
            begun.completeExceptionally(e);
        } catch (CheckProgress.Stopped e) {
            LOG.warn(e.getMessage());
        } catch (SQLException | RuntimeException e) {
            begun.completeExceptionally(e);
            LOG.error("The comparison of state, history and log failed", e);
        }
    }

    private Result run(UUID askedBy, CompletableFuture<UUID> begun) throws SQLException {
        Instant started = clock.instant();
        UUID id = Ids.next();
        RunningCheck progress = new RunningCheck(database, id, clock, () -> stopping);
        // Before the snapshot: what is signed while the comparison runs is not in it.
        Optional<SignedNote> last = lastSigned();
        try (Snapshot snapshot = Snapshot.of(database)) {
            if (!isAlone(snapshot.connection())) {
                throw new Busy();
            }
            progress.begun(askedBy, started);
            begun.complete(id);
            try {
                Result result = compare(snapshot.connection(), last, progress);
                // First, so that they are told even if they cannot be written down.
                result.findings().forEach(finding -> LOG.error("ISNAD LOG DIFFERS: " + finding));
                keep(id, result, askedBy, started);
                progress.ended("DONE");
                return result;
            } catch (CheckProgress.Stopped e) {
                // When the program ends, the lock alone goes: the next look shows that it was broken off.
                if (!stopping) {
                    progress.ended("STOPPED");
                }
                throw e;
            } catch (SQLException | RuntimeException e) {
                progress.ended("FAILED");
                throw e;
            }
        }
    }

    /** Until the transaction ends, also when that is because this node died. */
    private static boolean isAlone(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** What this node signed last, as its folder says. */
    Optional<SignedNote> lastSigned() {
        return settings.dir().map(dir -> new LogSigner(dir, settings.origin())).flatMap(LogSigner::last);
    }

    private static Result compare(Connection connection, Optional<SignedNote> last, CheckProgress progress)
            throws SQLException {
        progress.of(Part.LEAVES, new LogStore(connection).size());
        progress.of(Part.EVENTS, count("select count(*) from audit_event", connection));
        progress.of(Part.AGGREGATES,
                count("select count(*) from audit_event where aggregate_version = 1", connection));
        List<String> findings = new ArrayList<>();
        TreeCheck tree = new TreeCheck(connection, findings, progress);
        tree.run();
        last.ifPresent(tree::mustHold);
        new EventCheck(connection, findings, progress).run();
        long aggregates = new StateCheck(connection, findings, progress).run();
        List<String> first = findings.size() <= MOST_FINDINGS
                ? findings
                : new ArrayList<>(findings.subList(0, MOST_FINDINGS));
        if (findings.size() > MOST_FINDINGS) {
            first.add("… and " + (findings.size() - MOST_FINDINGS) + " more");
        }
        return new Result(tree.size(), aggregates, List.copyOf(first));
    }

    private void keep(UUID id, Result result, UUID askedBy, Instant started) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into log_check "
                        + "(id, asked_by, started_at, ended_at, size, aggregates, findings) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setObject(2, askedBy);
            insert.setObject(3, started.atOffset(ZoneOffset.UTC));
            insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setLong(5, result.size());
            insert.setLong(6, result.aggregates());
            insert.setArray(7, connection.createArrayOf("text", result.findings().toArray()));
            insert.executeUpdate();
        }
    }

    private static long count(String sql, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql); ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** One text column of each row. */
    static List<String> texts(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql); ResultSet rows = query.executeQuery()) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
