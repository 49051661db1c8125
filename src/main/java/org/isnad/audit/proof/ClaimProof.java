package org.isnad.audit.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.check.ClaimCheck;
import org.isnad.audit.check.Verification;
import org.isnad.audit.history.ClaimHeading;
import org.isnad.audit.log.LogSigner;
import org.isnad.audit.log.LogStore;
import org.isnad.audit.log.Snapshot;
import org.isnad.audit.log.TransparencyLog;
import org.isnad.audit.witness.Cosignatures;
import org.isnad.kernel.Problem;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Hash;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.LogProof;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.Tree;

/** How a claim's history stands in the signed log. Whoever holds the claim's heading may read its history. */
@ApplicationScoped
public class ClaimProof {
    /** Confirmations by this many checkpoints after the claim's last step name every witness there is. */
    private static final String STATE = """
            select k.size, k.root, k.at, w.names, w.lines, w.notes
            from (select size, root, at from log_checkpoint order by size desc, at desc limit 1) k
            left join lateral (
                select array_agg(l.witness) as names, array_agg(l.line) as lines, array_agg(l.note) as notes from
                    (select w.witness, w.line, coalesce((select n.note from log_checkpoint n where n.size = w.size
                                                         order by n.at desc limit 1), '') as note
                     from log_witnessed w
                     where w.size > (select index from log_entry where aggregate_id = :claim order by index desc limit 1)
                     order by w.size limit 200) l) w on true
            """;
    private static final String LEAF = """
            select l.index from audit_event e join log_leaf l on l.event_id = e.id
            where e.aggregate_type = 'CLAIM' and e.aggregate_id = ? and e.aggregate_version = ?
            """;

    private final Session session;
    private final AgroalDataSource database;
    private final TransparencyLog log;
    private final Cosignatures cosignatures;
    private final Clock clock;

    public ClaimProof(Session session, AgroalDataSource database, TransparencyLog log, Cosignatures cosignatures,
            Clock clock) {
        this.session = session;
        this.database = database;
        this.log = log;
        this.cosignatures = cosignatures;
        this.clock = clock;
    }

    /**
     * The latest checkpoint.
     *
     * @param witnesses
     *            who confirmed a checkpoint that covers all of the claim's steps that are in the log, by a signature that holds
     * @param copies
     *            who else got such a checkpoint; nothing proves that they kept it
     */
    public record State(long size, Hash root, Instant signedAt, long witnesses, long copies) {}

    /** What is signed of the log; empty before the first checkpoint. One statement. */
    @Transactional
    public Optional<State> state(ClaimHeading claim) {
        return session.createNativeQuery(STATE, Tuple.class).addScalar("size", StandardBasicTypes.LONG)
                .addScalar("root", StandardBasicTypes.BINARY).addScalar("at", StandardBasicTypes.INSTANT)
                .addScalar("names", String[].class).addScalar("lines", String[].class)
                .addScalar("notes", String[].class).setParameter("claim", claim.id()).getResultStream()
                .map(this::state).findFirst();
    }

    private State state(Tuple row) {
        String @Nullable [] names = row.get("names", String[].class);
        String[] lines = row.get("lines", String[].class);
        String[] notes = row.get("notes", String[].class);
        Set<String> all = names == null ? Set.of() : new HashSet<>(List.of(names));
        Set<String> confirmed = new HashSet<>();
        for (int i = 0; names != null && i < names.length; i++) {
            if (!confirmed.contains(names[i]) && cosignatures.confirms(names[i], lines[i], notes[i])) {
                confirmed.add(names[i]);
            }
        }
        return new State(row.get("size", Long.class), Hash.of(row.get("root", byte[].class)),
                row.get("at", Instant.class), confirmed.size(), all.size() - confirmed.size());
    }

    /**
     * The proof that a step is in the log (C2SP tlog-proof), under the latest checkpoint.
     *
     * @throws Problem.NotFound
     *             when there is no such step, or no checkpoint covers it yet
     */
    public LogProof proof(ClaimHeading claim, long version) {
        SignedNote note = log.checkpoint().orElseThrow(() -> new Problem.NotFound("proof"));
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(LEAF)) {
            query.setObject(1, claim.id());
            query.setLong(2, version);
            try (ResultSet row = query.executeQuery()) {
                long size = Checkpoint.parse(note.text()).size();
                if (!row.next() || row.getLong(1) >= size) {
                    throw new Problem.NotFound("proof");
                }
                return new LogProof(row.getLong(1),
                        new Tree(size, new LogStore(connection)).inclusion(row.getLong(1)), note);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Checks all of the claim's steps and its present rows, now, in one snapshot. */
    public Verification verify(ClaimHeading claim) {
        Instant now = clock.instant();
        Optional<KeyHistory> keys = log.keys();
        if (keys.isEmpty()) {
            return Verification.impossible(now, Verification.Trouble.NO_KEYS);
        }
        try {
            // Before the snapshot, which then has every leaf that this checkpoint covers.
            Optional<SignedNote> note = log.largest();
            return note.isEmpty()
                    ? Verification.impossible(now, Verification.Trouble.NOTHING_SIGNED)
                    : verify(claim, note.get(), keys.get(), now);
        } catch (LogSigner.Damaged e) {
            return Verification.impossible(now, Verification.Trouble.NOT_SIGNING);
        }
    }

    private Verification verify(ClaimHeading claim, SignedNote note, KeyHistory keys, Instant now) {
        try (Snapshot snapshot = Snapshot.of(database)) {
            Verification found = new ClaimCheck(snapshot.connection(), claim.id(), now).run(note, keys);
            // What differs is told first. A log that refuses to go on may have been changed where this claim has no step.
            return found.differs() || log.trouble().isEmpty()
                    ? found
                    : Verification.impossible(now, Verification.Trouble.NOT_SIGNING);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("The log cannot be read: " + e.getMessage(), e);
    }
}
