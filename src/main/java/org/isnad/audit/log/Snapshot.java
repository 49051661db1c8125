package org.isnad.audit.log;

import java.sql.Connection;
import java.sql.SQLException;

import io.agroal.api.AgroalDataSource;

/** A connection that sees the database as it was at its first question, and leaves nothing behind. */
public final class Snapshot implements AutoCloseable {
    private final Connection connection;
    private final int isolation;

    private Snapshot(Connection connection, int isolation) {
        this.connection = connection;
        this.isolation = isolation;
    }

    /** Begins one, with a connection of its own. */
    public static Snapshot of(AgroalDataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            int isolation = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new Snapshot(connection, isolation);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** For reading only; it ends with the snapshot. */
    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setTransactionIsolation(isolation);
        }
    }
}
