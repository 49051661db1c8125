package org.isnad.audit.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.SignedNote;

/** What was signed of the tree, as the database has it; for one transaction. */
public final class LogCheckpoints {
    private static final Logger LOG = Logger.getLogger(LogCheckpoints.class);
    /** How many times as many rows are read when too few of them could be read. */
    private static final int MORE = 10;

    private final Connection connection;

    /**
     * @param connection
     *            whose transaction sees and changes them; not closed here
     */
    public LogCheckpoints(Connection connection) {
        this.connection = connection;
    }

    /**
     * A signed tree.
     *
     * @param at
     *            when it was written down
     */
    public record Row(SignedNote note, String key, Instant at) {
        public Checkpoint checkpoint() {
            return Checkpoint.parse(note.text());
        }
    }

    /**
     * The largest trees of the log of this name, largest first; of several signatures of one tree the latest first. A database may
     * have had a log of another name before. Rows that say nothing that can be read, or something else than their note, are passed
     * over: nothing here may stand still because of what somebody put there. {@code TreeCheck} names them.
     */
    public List<Row> latestOf(String origin, int count) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select size, note, key, at from log_checkpoint "
                + "where left(note, length(?) + 1) = ? || E'\\n' order by size desc, at desc limit ?")) {
            query.setString(1, origin);
            query.setString(2, origin);
            for (int limit = count;; limit *= MORE) {
                query.setInt(3, limit);
                Read read = read(query);
                if (read.readable.size() >= count || read.all < limit) {
                    return read.readable.subList(0, Math.min(count, read.readable.size()));
                }
            }
        }
    }

    /** When the first tree larger than this one was signed. */
    public Optional<Instant> firstAfter(long size) throws SQLException {
        try (PreparedStatement query = connection
                .prepareStatement("select at from log_checkpoint where size > ? order by size limit 1")) {
            query.setLong(1, size);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant()) : Optional.empty();
            }
        }
    }

    void add(LogSigner.Signed signed, Instant at) throws SQLException {
        Checkpoint checkpoint = Checkpoint.parse(signed.note().text());
        try (PreparedStatement insert = connection.prepareStatement("insert into log_checkpoint "
                + "(size, key, root, note, at) values (?, ?, ?, ?, ?) on conflict do nothing")) {
            insert.setLong(1, checkpoint.size());
            insert.setString(2, signed.key());
            insert.setBytes(3, checkpoint.root().bytes());
            insert.setString(4, signed.note().encoded());
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private record Read(int all, List<Row> readable) {}

    private static Read read(PreparedStatement query) throws SQLException {
        List<Row> readable = new ArrayList<>();
        int all = 0;
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                all++;
                try {
                    Row row = new Row(SignedNote.parse(rows.getString(2)), rows.getString(3),
                            rows.getObject(4, OffsetDateTime.class).toInstant());
                    if (row.checkpoint().size() == rows.getLong(1)) {
                        readable.add(row);
                    }
                } catch (IllegalArgumentException e) {
                    LOG.debugf(e, "The checkpoint of %d events cannot be read", rows.getLong(1));
                }
            }
        }
        return new Read(all, readable);
    }
}
