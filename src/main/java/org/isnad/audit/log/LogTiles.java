package org.isnad.audit.log;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.EntryBundle;
import org.isnad.tlog.Hash;
import org.isnad.tlog.TilePath;

/** The published files of the log (C2SP tlog-tiles), as far as a checkpoint covers them. */
@ApplicationScoped
public class LogTiles {
    private static final int WIDTH = TilePath.FULL;
    private static final String ENTRIES = """
            select l.salt, coalesce(sha256(s.hash || convert_to(s.fresh, 'UTF8')), ?), e.canonical, l.event_id from log_leaf l
            join audit_event e on e.id = l.event_id left join audit_state s on s.event_id = e.id
            where l.index >= ? and l.index < ? order by l.index
            """;

    private final AgroalDataSource database;
    private final TransparencyLog log;

    LogTiles(AgroalDataSource database, TransparencyLog log) {
        this.database = database;
        this.log = log;
    }

    /**
     * A tile, or a bundle of entries.
     *
     * @return nothing when no checkpoint covers it
     */
    public Optional<byte[]> read(TilePath path) {
        long size = log.checkpoint().map(note -> Checkpoint.parse(note.text()).size()).orElse(0L);
        long covered = path.isEntries() ? size : size >> 8 * path.level();
        long from = path.index() * WIDTH;
        if (path.index() > Long.MAX_VALUE / WIDTH - 1 || from + path.width() > covered) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            return Optional.of(content(path, connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The log cannot be read: " + e.getMessage(), e);
        }
    }

    /** The bytes of a tile or bundle that is known to be there. */
    public static byte[] content(TilePath path, Connection connection) throws SQLException {
        long from = path.index() * WIDTH;
        return path.isEntries()
                ? EntryBundle.encode(entries(from, path.width(), connection))
                : joined(new LogStore(connection).read(path.level(), from, path.width()));
    }

    private static byte[] joined(List<Hash> hashes) {
        var bytes = new ByteArrayOutputStream(hashes.size() * Hash.BYTES);
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    private static List<byte[]> entries(long from, int count, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ENTRIES)) {
            query.setBytes(1, Leaf.NO_STATE);
            query.setLong(2, from);
            query.setLong(3, from + count);
            List<byte[]> entries = new ArrayList<>(count);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Leaf(rows.getObject(4, java.util.UUID.class), rows.getBytes(1), rows.getBytes(2),
                            rows.getBytes(3)).entry());
                }
            }
            return entries;
        }
    }
}
