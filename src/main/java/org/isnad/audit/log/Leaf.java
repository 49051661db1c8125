package org.isnad.audit.log;

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
public record Leaf(UUID event, byte[] salt, byte[] state, byte[] canonical) {
    /** 32 bytes of zero. */
    public static final byte[] NO_STATE = new byte[Hash.BYTES];

    /** SHA-256(salt ‖ state ‖ canonical). */
    byte[] entry() {
        return Hash.sha256(salt, state, canonical).bytes();
    }

    /** The leaf's hash in the tree (RFC 9162, section 2.1.1). */
    public Hash hash() {
        return Hash.leaf(entry());
    }
}
