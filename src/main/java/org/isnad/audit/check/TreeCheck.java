package org.isnad.audit.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.audit.log.Leaf;
import org.isnad.audit.log.LogStore;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Hash;
import org.isnad.tlog.NoteVerifier;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.StreamedTree;
import org.isnad.tlog.TilePath;
import org.isnad.tlog.Tree;
import org.isnad.tlog.VerificationException;

/** Whether the tree follows from the events, and passes through every checkpoint that was signed. */
final class TreeCheck {
    private static final String LEAVES = """
            select l.index, l.event_id, l.salt, coalesce(sha256(s.hash || convert_to(s.fresh, 'UTF8')), ?), e.canonical, l.hash,
                   (n.actor, n.action, n.aggregate_type, n.aggregate_id, n.at)
                   is not distinct from (e.actor, e.action, e.aggregate_type, e.aggregate_id, e.at), n.latest, e.at
            from log_leaf l left join audit_event e on e.id = l.event_id left join audit_state s on s.event_id = l.event_id
            left join log_entry n on n.index = l.index order by l.index
            """;
    private static final String LEFT_OUT = """
            select 'event ' || e.id || ': it is not in the log, though its transaction ended before others that are'
            from audit_event e left join log_leaf l on l.event_id = e.id
            where l.index is null and e.at < (select max(x.at) - interval '1 minute' from log_leaf y join audit_event x on x.id = y.event_id)
            order by e.id
            """;

    private static final String TWICE = """
            select 'event ' || event_id || ': it has ' || count(*) || ' leaves' from log_leaf group by event_id having count(*) > 1 order by 1
            """;
    private static final String NOWHERE = """
            select 'node ' || level || '/' || index || ': it does not belong to a log of this size' from log_node
            where case when level between 1 and 7 then index < 0 or index >= %d::bigint >> (8 * level) else true end order by 1
            """;

    private static final String ENTRIES = """
            select 'entry ' || n.index || ': no leaf has this place' from log_entry n
            where not exists (select 1 from log_leaf l where l.index = n.index) order by n.index
            """;

    private final Connection connection;
    private final List<String> findings;
    private final CheckProgress progress;
    private final LogStore store;
    private final StreamedTree tree = new StreamedTree(this::compareTile);
    private final TreeMap<Long, Hash> roots = new TreeMap<>();

    private @Nullable Timestamp latest;

    TreeCheck(Connection connection, List<String> findings) {
        this(connection, findings, CheckProgress.NONE);
    }

    TreeCheck(Connection connection, List<String> findings, CheckProgress progress) {
        this.connection = connection;
        this.findings = findings;
        this.progress = progress;
        this.store = new LogStore(connection);
    }

    long size() {
        return tree.size();
    }

    void run() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select size from log_checkpoint order by size");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                roots.put(rows.getLong(1), Hash.EMPTY);
            }
        }
        leaves();
        tree.partialTiles(this::compareTile);
        checkpoints();
        findings.addAll(LogCheck.texts(connection, TWICE));
        findings.addAll(LogCheck.texts(connection, ENTRIES));
        findings.addAll(LogCheck.texts(connection, NOWHERE.formatted(size())));
        findings.addAll(LogCheck.texts(connection, LEFT_OUT));
    }

    /** What was signed outside the database must be of this tree. */
    void mustHold(SignedNote note) {
        Checkpoint signed = Checkpoint.parse(note.text());
        if (signed.size() > size()) {
            findings.add("checkpoint of " + signed.size() + " events, signed last: the log has only " + size());
            return;
        }
        try {
            if (!signed.root().equals(new Tree(signed.size(), store).root())) {
                findings.add("checkpoint of " + signed.size() + " events, signed last: the log's first "
                        + signed.size() + " events are not those that were signed");
            }
        } catch (IllegalArgumentException e) {
            findings.add("checkpoint of " + signed.size() + " events, signed last: " + e.getMessage());
        }
    }

    private void leaves() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LEAVES)) {
            query.setBytes(1, Leaf.NO_STATE);
            query.setFetchSize(1_000);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    leaf(rows.getLong(1), rows.getObject(2, UUID.class), rows.getBytes(3), rows.getBytes(4),
                            rows.getBytes(5), rows.getBytes(6));
                    if (rows.getBytes(5) != null) {
                        entry(rows.getLong(1), rows.getBoolean(7), rows.getTimestamp(8), rows.getTimestamp(9));
                    }
                    progress.at(CheckProgress.Part.LEAVES, tree.size());
                }
            }
        }
    }

    /** Nothing is taken for granted of what is stored: a comparison must not stop at the first damaged row. */
    private void leaf(long index, @Nullable UUID event, byte @Nullable [] salt, byte[] state, byte @Nullable [] bytes,
            byte @Nullable [] stored) {
        if (index != tree.size()) {
            findings.add("leaf " + tree.size() + ": missing, the next one is " + index);
        }
        Hash hash;
        if (bytes == null || event == null) {
            findings.add("leaf " + index + ": its event " + event + " is missing");
            hash = stored != null && stored.length == Hash.BYTES ? Hash.of(stored) : Hash.EMPTY;
        } else {
            hash = new Leaf(event, salt == null ? new byte[0] : salt, state, bytes).hash();
            if (!Arrays.equals(hash.bytes(), stored)) {
                findings.add("leaf " + index + ": it does not follow from event " + event
                        + ", whose bytes, state or salt were changed, or the leaf itself");
            }
        }
        tree.add(hash);
        if (roots.containsKey(tree.size())) {
            roots.put(tree.size(), tree.root());
        }
    }

    /** A search that passes over an entry would be as bad as a log without it. */
    private void entry(long index, boolean same, @Nullable Timestamp said, @Nullable Timestamp at) {
        if (at != null && (latest == null || at.after(latest))) {
            latest = at;
        }
        if (!same || at == null || !Objects.equals(latest, said)) {
            findings.add("entry " + index + ": what the log is searched by is missing, or not what the event says");
        }
    }

    private void compareTile(TilePath path, List<Hash> hashes) {
        if (path.level() == 0) {
            return;
        }
        try {
            if (!store.read(path.level(), path.index() * TilePath.FULL, hashes.size()).equals(hashes)) {
                findings.add(path.path() + ": its hashes do not follow from the leaves");
            }
        } catch (IllegalArgumentException e) {
            findings.add(path.path() + ": " + e.getMessage());
        }
    }

    private void checkpoints() throws SQLException {
        try (PreparedStatement query = connection
                .prepareStatement("select size, root, note, key from log_checkpoint order by size");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                long size = rows.getLong(1);
                if (size > size()) {
                    findings.add("checkpoint of " + size + " events: the log has only " + size());
                } else if (!Arrays.equals(rows.getBytes(2), roots.getOrDefault(size, Hash.EMPTY).bytes())) {
                    findings.add("checkpoint of " + size + " events: the log's first " + size
                            + " events are not those that were signed");
                } else if (!sameAsNote(size, roots.getOrDefault(size, Hash.EMPTY), rows.getString(3),
                        rows.getString(4))) {
                    findings.add("checkpoint of " + size
                            + " events: its note says something else than its row, or its key did not sign it");
                }
            }
        }
    }

    private static boolean sameAsNote(long size, Hash root, @Nullable String text, String key) {
        if (text == null) {
            return false;
        }
        try {
            SignedNote note = SignedNote.parse(text);
            Checkpoint said = Checkpoint.parse(note.text());
            return !note.verifiedBy(NoteVerifier.of(key)).isEmpty() && said.size() == size && said.root().equals(root);
        } catch (IllegalArgumentException | VerificationException e) {
            return false;
        }
    }
}
