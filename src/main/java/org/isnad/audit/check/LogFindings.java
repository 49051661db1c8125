package org.isnad.audit.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import org.jboss.logging.Logger;

/**
 * What the newest comparison found, whichever node or command made it and however often this node was started since: an alarm must
 * not end before the difference does.
 */
final class LogFindings {
    private static final Logger LOG = Logger.getLogger(LogFindings.class);
    private static final String NEWEST = "select cardinality(findings) from log_check order by ended_at desc limit 1";
    /** Metrics may be asked for often. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final DataSource database;
    private final Clock clock;
    private double newest = Double.NaN;
    private Instant readAt = Instant.EPOCH;

    LogFindings(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many differences it found; 0 before the first, not a number while that cannot be read and never could. */
    synchronized double newest() {
        Instant now = clock.instant();
        if (Duration.between(readAt, now).compareTo(FRESH) >= 0) {
            readAt = now;
            try (Connection connection = database.getConnection();
                    PreparedStatement query = connection.prepareStatement(NEWEST);
                    ResultSet row = query.executeQuery()) {
                newest = row.next() ? row.getInt(1) : 0;
            } catch (SQLException e) {
                // What was known stays; that the database is away others say loudly.
                LOG.debug("What the newest comparison found cannot be read", e);
            }
        }
        return newest;
    }
}
