package org.isnad.audit.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.isnad.tlog.Checkpoint;

/**
 * What a check of one claim's history found.
 *
 * @param at
 *            when it was checked
 * @param trouble
 *            why nothing could be verified; null when it could
 * @param checkpoint
 *            whose signature holds and to which the proofs lead; null with trouble
 * @param verified
 *            the numbers of the steps for which everything holds
 * @param waiting
 *            the numbers of the steps that no checkpoint covers yet
 * @param faults
 *            what is wrong with which step
 * @param missing
 *            numbers of steps that are not there
 * @param rows
 *            the present rows that are not as the last step left them
 */
public record Verification(Instant at, @Nullable Trouble trouble, @Nullable Checkpoint checkpoint,
        Set<Long> verified, Set<Long> waiting, Map<Long, List<Fault>> faults,
        List<Long> missing, List<Row> rows) {

    public Verification {
        verified = Set.copyOf(verified);
        waiting = Set.copyOf(waiting);
        faults = Map.copyOf(faults);
        missing = List.copyOf(missing);
        rows = List.copyOf(rows);
    }

    public static Verification impossible(Instant at, Trouble trouble) {
        return new Verification(at, trouble, null, Set.of(), Set.of(), Map.of(), List.of(), List.of());
    }

    /** Whether something does not agree. */
    public boolean differs() {
        return trouble == Trouble.NOT_SIGNED || trouble == Trouble.LOST || !faults.isEmpty() || !missing.isEmpty()
                || !rows.isEmpty();
    }

    /** Why nothing could be verified. */
    public enum Trouble {
        /** Nothing was signed yet. */
        NOTHING_SIGNED,
        /** This node does not have the log's keys. */
        NO_KEYS,
        /** The checkpoint's signature is not by the log's key. */
        NOT_SIGNED,
        /** More was signed than the database has. */
        LOST,
        /** Whatever the log is now, it is not one that this node would sign. */
        NOT_SIGNING
    }

    /** What can be wrong with a step. */
    public enum Fault {
        /** Its leaf does not follow from its bytes, salt and state. */
        LEAF,
        /** Its leaf is not in the tree that was signed. */
        TREE,
        /** Its leaf stands before that of an earlier step. */
        ORDER,
        /** Its columns say something else than its bytes. */
        COLUMNS,
        /** A value is missing, added or not what the step commits to. */
        VALUES
    }

    /** How a row differs. */
    public enum How {
        ADDED,
        CHANGED,
        GONE,
        TOGETHER
    }

    /**
     * A present row that is not as the history left it.
     *
     * @param table
     *            empty when no single row can be named
     * @param key
     *            its primary key, parts with slashes between them
     * @param step
     *            the number of the step that wrote it last; null where none did
     * @param wroteAt
     *            when that was
     * @param fields
     *            what the history says of it beside what it says now, where that can be told
     */
    public record Row(String table, String key, How how, @Nullable Long step, @Nullable Instant wroteAt,
            List<Field> fields) {
        public Row {
            fields = List.copyOf(fields);
        }
    }

    /**
     * @param recorded
     *            JSON of {@code {"after":…,"before":…}} of the step that set it last
     * @param present
     *            JSON of the value that stands there now
     */
    public record Field(String name, String recorded, String present) {}
}
