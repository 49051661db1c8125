package org.isnad.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;
import org.isnad.tlog.SignedNote;

/**
 * Compares, in one snapshot: the tree with its events and with everything that was signed of it; each event's columns and values
 * with its bytes; the present rows of each aggregate with the state that its last event carries.
 */
@ApplicationScoped
class LogCheck {
    private static final Logger LOG = Logger.getLogger(LogCheck.class);
    /** More would not help whoever reads them; the number of all is told. */
    static final int MOST_FINDINGS = 1_000;

    private final AgroalDataSource database;
    private final LogSettings settings;
    private final Clock clock;
    private final AtomicInteger found = new AtomicInteger();

    LogCheck(AgroalDataSource database, LogSettings settings, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        meters.gauge("isnad.log.findings", found);
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

    @Scheduled(cron = "${isnad.log.check:0 30 3 * * ?}")
    void everyNight() throws SQLException {
        if (settings.enabled()) {
            run(Stamp.SYSTEM);
        }
    }

    /** Runs the comparison and writes down what it found. */
    Result run(UUID askedBy) throws SQLException {
        Instant started = clock.instant();
        Result result;
        // Before the snapshot: what is signed while the comparison runs is not in it.
        Optional<SignedNote> last = lastSigned();
        try (Connection connection = database.getConnection()) {
            int before = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                result = compare(connection, last);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(before);
            }
            keep(result, askedBy, started, connection);
            connection.commit();
        }
        found.set(result.findings().size());
        result.findings().forEach(finding -> LOG.error("ISNAD LOG DIFFERS: " + finding));
        return result;
    }

    /** What this node signed last, as its folder says. */
    Optional<SignedNote> lastSigned() {
        return settings.dir().map(dir -> new LogSigner(dir, settings.origin())).flatMap(LogSigner::last);
    }

    private static Result compare(Connection connection, Optional<SignedNote> last) throws SQLException {
        List<String> findings = new ArrayList<>();
        TreeCheck tree = new TreeCheck(connection, findings);
        tree.run();
        last.ifPresent(tree::mustHold);
        new EventCheck(connection, findings).run();
        long aggregates = new StateCheck(connection, findings).run();
        List<String> first = findings.size() <= MOST_FINDINGS
                ? findings
                : new ArrayList<>(findings.subList(0, MOST_FINDINGS));
        if (findings.size() > MOST_FINDINGS) {
            first.add("… and " + (findings.size() - MOST_FINDINGS) + " more");
        }
        return new Result(tree.size(), aggregates, List.copyOf(first));
    }

    private void keep(Result result, UUID askedBy, Instant started, Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into log_check "
                + "(id, asked_by, started_at, ended_at, size, aggregates, findings) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, askedBy);
            insert.setObject(3, started.atOffset(ZoneOffset.UTC));
            insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setLong(5, result.size());
            insert.setLong(6, result.aggregates());
            insert.setArray(7, connection.createArrayOf("text", result.findings().toArray()));
            insert.executeUpdate();
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
