package org.isnad.audit.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.log.Leaf;
import org.isnad.audit.log.LogTiles;
import org.isnad.audit.log.Snapshot;
import org.isnad.audit.log.TransparencyLog;
import org.isnad.identity.Actor;
import org.isnad.identity.Reading;
import org.isnad.identity.Readings;
import org.isnad.identity.Role;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.Problem;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.TilePath;

/**
 * The whole log up to its latest checkpoint, together with what opens every entry: whoever has it can check all that was ever done at
 * the desk without the desk. docs/audit.md describes the files. What is damaged is exported as it is, so that the verifier finds
 * the damage and not this.
 */
@ApplicationScoped
public class LogExport {
    private static final int AT_A_TIME = 1_000;
    private static final String OPENINGS = """
            select l.index, l.salt, sha256(s.hash || convert_to(s.fresh, 'UTF8')), e.canonical
            from log_leaf l join audit_event e on e.id = l.event_id left join audit_state s on s.event_id = e.id
            where l.index < ? order by l.index
            """;
    private static final String VALUES = """
            select l.index, c.position, c.salt, c.payload
            from log_leaf l join audit_change c on c.event_id = l.event_id
            where l.index < ? order by l.index, c.position
            """;

    private final AgroalDataSource database;
    private final TransparencyLog log;
    private final Readings readings;

    LogExport(AgroalDataSource database, TransparencyLog log, Readings readings) {
        this.database = database;
        this.log = log;
        this.readings = readings;
    }

    /** Where the files go, one after the other. */
    public interface Target {
        /**
         * @param name
         *            with {@code /} between folders
         */
        void file(String name, Content content) throws IOException, SQLException;
    }

    /** What a file holds. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException, SQLException;
    }

    /**
     * Asked before anything is sent, so that a refusal is an answer and not half a file; that an auditor takes everything away is
     * an event.
     *
     * @throws Problem.NotAllowed
     *             for whoever is no auditor
     * @throws Problem.NotFound
     *             while nothing was signed yet
     */
    public SignedNote mayBeWritten(Actor actor) {
        actor.mustBe(Role.AUDITOR);
        SignedNote note = signed();
        readings.of(AggregateType.PERSON, actor.person().value(), Reading.LOG_EXPORTED, actor);
        return note;
    }

    /**
     * The newest checkpoint.
     *
     * @throws Problem.NotFound
     *             while nothing was signed yet, and where this node does not have the keys
     */
    SignedNote signed() {
        keys();
        return log.checkpoint().orElseThrow(() -> new Problem.NotFound("log"));
    }

    /**
     * Writes all files.
     *
     * @param note
     *            up to which; see {@link #mayBeWritten}
     * @return the number of entries
     * @throws Problem.NotFound
     *             in the second or two until an erasure is under a checkpoint
     */
    public long write(SignedNote note, Target target) throws IOException {
        long size = Checkpoint.parse(note.text()).size();
        // One snapshot for all files: an erasure in between must not fall between an event and its values.
        try (Snapshot snapshot = Snapshot.of(database)) {
            Connection connection = snapshot.connection();
            UntoldErasures.mustNotBe(size, null, connection);
            target.file("checkpoint", out -> write(out, note.encoded()));
            target.file("keys", out -> write(out, keys().encoded()));
            for (TilePath path : tiles(size)) {
                target.file(path.path(), out -> out.write(tile(path, connection)));
            }
            target.file("openings.txt", out -> lines(OPENINGS, LogExport::opening, size, connection, out));
            target.file("values.txt", out -> lines(VALUES, LogExport::value, size, connection, out));
        } catch (SQLException e) {
            throw new IllegalStateException("The log cannot be exported: " + e.getMessage(), e);
        }
        return size;
    }

    /**
     * The export as a ZIP on disk, so that a slow reader holds up no database; whoever asked for it deletes it.
     *
     * @param note
     *            up to which; see {@link #mayBeWritten}
     */
    public Path zipped(SignedNote note) throws IOException {
        Path file = Files.createTempFile("isnad-log", ".zip");
        try (ZipOutputStream files = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            write(note, (name, content) -> {
                files.putNextEntry(new ZipEntry(name));
                content.writeTo(files);
                files.closeEntry();
            });
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    /** All that a log of this size serves (C2SP tlog-tiles), entries first. */
    private static List<TilePath> tiles(long size) {
        List<TilePath> all = new ArrayList<>();
        for (int level = TilePath.ENTRIES; level < 8; level++) {
            TilePath.Extent extent = TilePath.extent(level, size);
            for (long index = 0; index < extent.full(); index++) {
                all.add(new TilePath(level, index, TilePath.FULL));
            }
            if (extent.partial() > 0) {
                all.add(new TilePath(level, extent.full(), extent.partial()));
            }
        }
        return all;
    }

    /** A tile that is not whole any more is exported empty: it must not keep the rest from being checked. */
    private static byte[] tile(TilePath path, Connection connection) throws SQLException {
        try {
            return LogTiles.content(path, connection);
        } catch (IllegalArgumentException notWhole) {
            return new byte[0];
        }
    }

    private KeyHistory keys() {
        return log.keys().orElseThrow(() -> new Problem.NotFound("log"));
    }

    private interface Line {
        String of(ResultSet row) throws SQLException;
    }

    private static void lines(String sql, Line line, long size, Connection connection, OutputStream out)
            throws IOException, SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, size);
            query.setFetchSize(AT_A_TIME);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    write(out, line.of(rows));
                }
            }
        }
    }

    /** {@code INDEX SALT STATE CANONICAL}. */
    private static String opening(ResultSet row) throws SQLException {
        return row.getLong(1) + " " + HexFormat.of().formatHex(row.getBytes(2)) + " " + state(row.getBytes(3)) + " "
                + new String(row.getBytes(4), StandardCharsets.UTF_8) + "\n";
    }

    /** {@code INDEX POSITION SALT PAYLOAD}, or {@code INDEX POSITION erased}. */
    private static String value(ResultSet row) throws SQLException {
        return row.getLong(1) + " " + row.getInt(2) + " " + value(row.getBytes(3), row.getBytes(4)) + "\n";
    }

    /** How an opening names the state of the rows after an event. */
    static String state(byte @Nullable [] state) {
        return state == null || Arrays.equals(state, Leaf.NO_STATE) ? "-" : HexFormat.of().formatHex(state);
    }

    /** How a committed value is opened: salt and payload, or that it was erased. */
    static String value(byte @Nullable [] salt, byte @Nullable [] payload) {
        return salt == null || payload == null
                ? "erased"
                : HexFormat.of().formatHex(salt) + " " + new String(payload, StandardCharsets.UTF_8);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
