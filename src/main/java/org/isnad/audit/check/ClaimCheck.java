package org.isnad.audit.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.audit.log.Leaf;
import org.isnad.audit.log.LogStore;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Hash;
import org.isnad.tlog.Hashes;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.Proofs;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.Tree;
import org.isnad.tlog.VerificationException;

/** One claim's history against the signed log, and its present rows against its history. */
public final class ClaimCheck {
    private static final String TYPE = "CLAIM";
    private static final String STEPS = """
            select e.id, e.aggregate_version, e.canonical, l.index, l.salt, l.hash,
                   coalesce(sha256(s.hash || convert_to(s.fresh, 'UTF8')), ?)
            from audit_event e left join log_leaf l on l.event_id = e.id left join audit_state s on s.event_id = e.id
            where e.aggregate_type = 'CLAIM' and e.aggregate_id = ? order by e.aggregate_version
            """;

    /** The proofs of steps elsewhere in the tree do not need every leaf; a step that is gone with all its traces leaves a hole here. */
    private static final String LEAVES = "select count(*) from log_leaf where index < ?";
    /** Written with the leaf and looked up by another index: who removes a step must find these as well. */
    private static final String PLACES = """
            select count(*) from log_entry where aggregate_type = 'CLAIM' and aggregate_id = ?
            """;

    private final Connection connection;
    private final UUID claim;
    private final Instant now;
    private final Map<UUID, Long> numbers = new HashMap<>();
    private final Set<Long> waiting = new HashSet<>();
    private final List<Long> missing = new ArrayList<>();
    private final Map<Long, List<Verification.Fault>> faults = new TreeMap<>();
    private long lastNumber;
    private long lastLeaf = -1;
    private long inLog;

    /**
     * @param connection
     *            in one snapshot, so that what is read fits together
     * @param now
     *            when the check is said to have been made
     */
    public ClaimCheck(Connection connection, UUID claim, Instant now) {
        this.connection = connection;
        this.claim = claim;
        this.now = now;
    }

    /**
     * @param note
     *            the signed checkpoint that the claim's steps must be under
     * @param keys
     *            the log's keys; of them one must have signed the checkpoint
     */
    public Verification run(SignedNote note, KeyHistory keys) throws SQLException {
        Checkpoint checkpoint;
        try {
            checkpoint = keys.verify(note, keys.keys().get(0));
        } catch (VerificationException | IllegalArgumentException e) {
            return Verification.impossible(now, Verification.Trouble.NOT_SIGNED);
        }
        if (checkpoint.size() > new LogStore(connection).size()) {
            return Verification.impossible(now, Verification.Trouble.LOST);
        }
        steps(checkpoint);
        cutOff();
        for (EventCheck.Difference difference : new EventCheck(connection, List.of()).of(TYPE, claim)) {
            Long number = numbers.get(difference.event());
            fault(number == null ? 0 : number, difference.kind() == EventCheck.Kind.COLUMNS
                    ? Verification.Fault.COLUMNS
                    : Verification.Fault.VALUES);
        }
        List<Verification.Row> rows = new RowCheck(connection, TYPE, claim).run();
        Set<Long> verified = new HashSet<>(numbers.values());
        verified.removeAll(waiting);
        verified.removeAll(faults.keySet());
        Verification found = new Verification(now, null, checkpoint, verified, waiting, faults, missing, rows);
        return found.differs() || count(LEAVES, checkpoint.size()) == checkpoint.size()
                ? found
                : Verification.impossible(now, Verification.Trouble.LOST);
    }

    private void steps(Checkpoint checkpoint) throws SQLException {
        Tree tree = new Tree(checkpoint.size(), remembering(new LogStore(connection)));
        try (PreparedStatement query = connection.prepareStatement(STEPS)) {
            query.setBytes(1, Leaf.NO_STATE);
            query.setObject(2, claim);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    step(rows, tree, checkpoint);
                }
            }
        }
    }

    private void step(ResultSet row, Tree tree, Checkpoint checkpoint) throws SQLException {
        UUID event = row.getObject(1, UUID.class);
        long number = row.getLong(2);
        numbers.put(event, number);
        for (long gap = lastNumber + 1; gap < number; gap++) {
            missing.add(gap);
        }
        lastNumber = number;
        @Nullable
        Long leaf = row.getObject(4, Long.class);
        if (leaf != null) {
            inLog++;
        }
        if (leaf == null || leaf >= checkpoint.size()) {
            waiting.add(number);
            return;
        }
        Hash hash = new Leaf(event, row.getBytes(5), row.getBytes(7), row.getBytes(3)).hash();
        if (!hash.equals(Hash.of(row.getBytes(6)))) {
            fault(number, Verification.Fault.LEAF);
        }
        if (leaf <= lastLeaf) {
            fault(number, Verification.Fault.ORDER);
        }
        lastLeaf = leaf;
        try {
            Proofs.checkInclusion(leaf, checkpoint.size(), hash, tree.inclusion(leaf), checkpoint.root());
        } catch (VerificationException | IllegalArgumentException e) {
            fault(number, Verification.Fault.TREE);
        }
    }

    /** Steps that are gone from the history's end leave no gap in its numbers, but their places in the log. */
    private void cutOff() throws SQLException {
        long places = count(PLACES, claim);
        for (long known = inLog + missing.size(); known < places; known++) {
            missing.add(++lastNumber);
        }
    }

    private long count(String sql, Object of) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, of);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void fault(long number, Verification.Fault fault) {
        List<Verification.Fault> known = faults.computeIfAbsent(number, n -> new ArrayList<>());
        if (!known.contains(fault)) {
            known.add(fault);
        }
    }

    /** The proofs of one claim's steps share most of their tiles. */
    private static Hashes remembering(Hashes hashes) {
        record Range(int level, long from, int count) {}
        Map<Range, List<Hash>> known = new HashMap<>();
        return (level, from, count) -> known.computeIfAbsent(new Range(level, from, count),
                range -> hashes.read(range.level, range.from, range.count));
    }
}
