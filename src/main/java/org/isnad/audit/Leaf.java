package org.isnad.audit;

import java.util.UUID;

import org.isnad.tlog.Hash;

/**
 * An event's place in the log. What is published of it is {@link #entry()} alone, which tells nothing to whoever does not have salt
 * and bytes.
 *
 * @param state
 *            the SHA-256 over the hash of the aggregate's rows after the event and the list of those it wrote; {@link #NO_STATE} where a later event of its transaction has it
 * @param canonical
 *            the event's bytes
 */
record Leaf(UUID event, byte[] salt, byte[] state, byte[] canonical) {
    static final byte[] NO_STATE = new byte[Hash.BYTES];

    /** SHA-256(salt ‖ state ‖ canonical). */
    byte[] entry() {
        return Hash.sha256(salt, state, canonical).bytes();
    }

    Hash hash() {
        return Hash.leaf(entry());
    }
}
