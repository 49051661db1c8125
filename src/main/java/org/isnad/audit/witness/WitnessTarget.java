package org.isnad.audit.witness;

import java.io.IOException;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Hashes;
import org.isnad.tlog.SignedNote;

/** Where checkpoints are pushed to. */
interface WitnessTarget {
    /**
     * What is pushed.
     *
     * @param known
     *            the size of the last tree that the witness got, as far as the desk knows; 0 for none
     * @param hashes
     *            of the tree, for a proof that it grew out of what the witness knows
     */
    record Handover(SignedNote note, long known, Hashes hashes) {
        Checkpoint checkpoint() {
            return Checkpoint.parse(note.text());
        }
    }

    /** The witness knows a larger tree, or one that is no part of this one. Whoever sees that must look. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Pushes one checkpoint; the same one again does no harm.
     *
     * @return the line to keep: the witness's cosignature, or where the copy is
     * @throws IOException
     *             when the witness cannot be reached, or does not take it for a reason that may pass; the message says what to do
     * @throws Refused
     *             when what the witness knows contradicts the checkpoint
     */
    String push(Handover handover) throws IOException, Refused;
}
