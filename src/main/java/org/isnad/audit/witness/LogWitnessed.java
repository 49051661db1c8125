package org.isnad.audit.witness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which witness got which checkpoint, for one transaction. */
final class LogWitnessed {
    private final Connection connection;

    LogWitnessed(Connection connection) {
        this.connection = connection;
    }

    /** The last thing that a witness got. */
    record Last(long size, Instant at) {}

    /** Whether this transaction may push to the witness, until its end. Of all nodes one may. */
    boolean mayPushTo(String witness) throws SQLException {
        try (PreparedStatement lock = connection
                .prepareStatement("select pg_try_advisory_xact_lock(hashtextextended('log_witnessed:' || ?, 0))")) {
            lock.setString(1, witness);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    Optional<Last> last(String witness) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select size, at from log_witnessed where witness = ? order by size desc limit 1")) {
            query.setString(1, witness);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Last(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        }
    }

    /** What each witness said to the tree of this size. */
    Map<String, String> lines(long size) throws SQLException {
        try (PreparedStatement query = connection
                .prepareStatement("select witness, line from log_witnessed where size = ?")) {
            query.setLong(1, size);
            Map<String, String> lines = new TreeMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.put(rows.getString(1), rows.getString(2));
                }
            }
            return lines;
        }
    }

    void add(long size, String witness, String line, Instant at) throws SQLException {
        try (PreparedStatement insert = connection
                .prepareStatement("insert into log_witnessed (size, witness, line, at) values (?, ?, ?, ?)")) {
            insert.setLong(1, size);
            insert.setString(2, witness);
            insert.setString(3, line);
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
