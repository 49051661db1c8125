package org.isnad.audit.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.isnad.audit.log.LogStore;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.LogProof;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.Tree;

/** Writes events with their proofs into a ZIP, as docs/audit.md describes it. */
final class BundleWriter {
    private static final String EVENTS = """
            select e.id, l.index, l.salt, sha256(s.hash || convert_to(s.fresh, 'UTF8')), e.canonical
            from audit_event e join log_leaf l on l.event_id = e.id left join audit_state s on s.event_id = e.id
            where e.aggregate_type = 'CLAIM' and e.aggregate_id = ? and l.index < ? %s order by e.aggregate_version
            """;
    private static final String VALUES = """
            select salt, payload, field from audit_change where event_id = ? order by position
            """;

    private final ZipOutputStream zip;
    private final Connection connection;
    private final SignedNote note;
    private final Checkpoint checkpoint;

    BundleWriter(ZipOutputStream zip, Connection connection, SignedNote note) {
        this.zip = zip;
        this.connection = connection;
        this.note = note;
        this.checkpoint = Checkpoint.parse(note.text());
    }

    /**
     * Writes a claim's events, their proofs and what opens them, and what the file is.
     *
     * @param form
     *            what its first line calls the file
     * @param which
     *            a further condition on {@code e}, beginning with {@code and}; empty for all
     * @param opened
     *            the fields whose values are shown; those of others are withheld
     * @return how many events there are
     */
    int write(String form, UUID claim, String which, Predicate<String> opened, String keys, String readme)
            throws SQLException, IOException {
        Tree tree = new Tree(checkpoint.size(), new LogStore(connection));
        int number = 0;
        try (PreparedStatement query = connection.prepareStatement(EVENTS.formatted(which))) {
            query.setObject(1, claim);
            query.setLong(2, checkpoint.size());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    number++;
                    String name = "events/%05d".formatted(number);
                    long index = rows.getLong(2);
                    add(name + ".json", rows.getBytes(5));
                    add(name + ".opening", opening(index, rows.getBytes(3), LogExport.state(rows.getBytes(4))));
                    add(name + ".proof", new LogProof(index, tree.inclusion(index), note).encoded());
                    add(name + ".values", values(rows.getObject(1, UUID.class), opened));
                }
            }
        }
        add("bundle.txt", form + "\norigin " + checkpoint.origin() + "\naggregate CLAIM " + claim + "\nevents " + number
                + "\n");
        add("checkpoint", note.encoded());
        add("keys", keys);
        add("README.txt", readme);
        return number;
    }

    private static String opening(long index, byte[] salt, String state) {
        return "index " + index + "\nsalt " + HexFormat.of().formatHex(salt) + "\nstate " + state + "\n";
    }

    private String values(UUID event, Predicate<String> opened) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (PreparedStatement query = connection.prepareStatement(VALUES)) {
            query.setObject(1, event);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    byte[] salt = rows.getBytes(1);
                    // That a value was erased is no secret: the event that says so is public where this one is.
                    lines.append(salt == null || opened.test(rows.getString(3))
                            ? LogExport.value(salt, rows.getBytes(2))
                            : "withheld").append('\n');
                }
            }
        }
        return lines.toString();
    }

    void add(String name, String text) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
