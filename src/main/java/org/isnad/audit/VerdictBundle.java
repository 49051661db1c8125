package org.isnad.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Problem;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.LogProof;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.Tree;

/**
 * A claim's whole history with the proofs that each step is in the log, as one ZIP that can be checked without the desk.
 * docs/audit.md describes the files.
 */
@ApplicationScoped
public class VerdictBundle {
    private static final String EVENTS = """
            select e.id, l.index, l.salt, sha256(s.hash || convert_to(s.fresh, 'UTF8')), e.canonical
            from audit_event e join log_leaf l on l.event_id = e.id left join audit_state s on s.event_id = e.id
            where e.aggregate_type = 'CLAIM' and e.aggregate_id = ? and l.index < ? order by e.aggregate_version
            """;
    private static final String VALUES = "select salt, payload from audit_change where event_id = ? order by position";
    private static final String README = """
            The history of one claim, with proofs that each step is in the desk's log.

            history.html is for reading; it is not proven. What is proven are the files in events/: NNNNN.json says what happened and commits
            to each value, NNNNN.values are those values, NNNNN.opening and NNNNN.proof lead from the step to the signed checkpoint.
            The key to check it with must come from somewhere else than from this file: ask the newsroom, or take the one you kept.
            docs/audit.md of Isnad describes the bytes. The bundle reaches up to its checkpoint; later steps may exist.

            سجل ادعاء واحد كاملًا، مع براهين على أن كل خطوة فيه مثبتة في سجل المكتب. الملف history.html للقراءة فقط وليس مبرهنًا؛
            المبرهن هو ما في المجلد events. خذ مفتاح التحقق من مصدر آخر غير هذا الملف.
            """;

    private final AgroalDataSource database;
    private final TransparencyLog log;

    VerdictBundle(AgroalDataSource database, TransparencyLog log) {
        this.database = database;
        this.log = log;
    }

    /**
     * Writes the bundle.
     *
     * @param readable
     *            the history as a page for people
     * @throws Problem.NotFound
     *             for whoever may not read every history, while nothing was signed yet, and where this node has no keys
     */
    public void write(UUID claim, String readable, Actor actor, OutputStream out) throws IOException {
        SignedNote note = mayBeWritten(actor);
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        try (Connection connection = database.getConnection(); ZipOutputStream zip = new ZipOutputStream(out)) {
            int events = events(claim, note, checkpoint, connection, zip);
            add("bundle.txt",
                    "isnad-bundle/1\norigin " + checkpoint.origin() + "\naggregate CLAIM " + claim + "\nevents "
                            + events + "\n",
                    zip);
            add("checkpoint", note.encoded(), zip);
            add("keys", keys().encoded(), zip);
            add("history.html", readable, zip);
            add("README.txt", README, zip);
        } catch (SQLException e) {
            throw new IllegalStateException("The bundle of claim " + claim + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Asked before anything is sent, so that a refusal is an answer and not half a file. */
    public SignedNote mayBeWritten(Actor actor) {
        if (!actor.isAny(Role.AUDITOR, Role.SENIOR_EDITOR)) {
            throw new Problem.NotFound("claim");
        }
        keys();
        return log.checkpoint().orElseThrow(() -> new Problem.NotFound("log"));
    }

    private KeyHistory keys() {
        return log.keys().orElseThrow(() -> new Problem.NotFound("log"));
    }

    private static int events(UUID claim, SignedNote note, Checkpoint checkpoint, Connection connection,
            ZipOutputStream zip) throws SQLException, IOException {
        Tree tree = new Tree(checkpoint.size(), new LogStore(connection));
        int number = 0;
        try (PreparedStatement query = connection.prepareStatement(EVENTS)) {
            query.setObject(1, claim);
            query.setLong(2, checkpoint.size());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    number++;
                    String name = "events/%05d".formatted(number);
                    long index = rows.getLong(2);
                    add(name + ".json", rows.getBytes(5), zip);
                    add(name + ".opening", opening(index, rows.getBytes(3), rows.getBytes(4)), zip);
                    add(name + ".proof", new LogProof(index, tree.inclusion(index), note).encoded(), zip);
                    add(name + ".values", values(rows.getObject(1, UUID.class), connection), zip);
                }
            }
        }
        return number;
    }

    private static String opening(long index, byte[] salt, byte @Nullable [] state) {
        return "index " + index + "\nsalt " + HexFormat.of().formatHex(salt) + "\nstate " + LogExport.state(state)
                + "\n";
    }

    private static String values(UUID event, Connection connection) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (PreparedStatement query = connection.prepareStatement(VALUES)) {
            query.setObject(1, event);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.append(LogExport.value(rows.getBytes(1), rows.getBytes(2))).append('\n');
                }
            }
        }
        return lines.toString();
    }

    private static void add(String name, String text, ZipOutputStream zip) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8), zip);
    }

    private static void add(String name, byte[] bytes, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
