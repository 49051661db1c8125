package org.isnad.audit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.isnad.tlog.Growth;
import org.isnad.tlog.Hash;
import org.isnad.tlog.Hashes;

/** The tree's hashes in the database, for one transaction. */
public final class LogStore implements Hashes {
    private final Connection connection;

    /**
     * @param connection
     *            whose transaction sees and changes them; not closed here
     */
    public LogStore(Connection connection) {
        this.connection = connection;
    }

    /** The number of leaves. */
    public long size() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select coalesce(max(index) + 1, 0) from log_leaf");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public List<Hash> read(int level, long from, int count) {
        String sql = level == 0
                ? "select hash from log_leaf where index >= ? and index < ? order by index"
                : "select hash from log_node where index >= ? and index < ? and level = ? order by index";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, from);
            query.setLong(2, from + count);
            if (level > 0) {
                query.setInt(3, level);
            }
            List<Hash> hashes = new ArrayList<>(count);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    hashes.add(Hash.of(Objects.requireNonNullElse(rows.getBytes(1), new byte[0])));
                }
            }
            if (hashes.size() != count) {
                throw new IllegalArgumentException("The log has " + hashes.size() + " of the " + count
                        + " hashes of level " + level + " from " + from + " on");
            }
            return hashes;
        } catch (SQLException e) {
            throw new IllegalStateException("The log's hashes cannot be read: " + e.getMessage(), e);
        }
    }

    void add(List<Growth.Stored> nodes) throws SQLException {
        if (nodes.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection
                .prepareStatement("insert into log_node (level, index, hash) values (?, ?, ?)")) {
            for (Growth.Stored node : nodes) {
                insert.setInt(1, node.level());
                insert.setLong(2, node.index());
                insert.setBytes(3, node.hash().bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
