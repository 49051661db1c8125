package org.isnad.verify;

import java.util.List;

import org.isnad.tlog.Hash;

/**
 * What makes an entry of the log readable. The entry is SHA-256(salt ‖ state ‖ canonical).
 *
 * @param state
 *            the hash of the aggregate's rows after the event, 32 zero bytes where a later event tells it
 */
record Opening(long index, byte[] salt, byte[] state) {
    private static final String NO_STATE = "-";

    /** The entry of these canonical bytes. */
    Hash entry(byte[] canonical) {
        return Hash.sha256(salt, state, canonical);
    }

    /**
     * An opening file of a bundle.
     *
     * @throws IllegalArgumentException
     *             when it is none
     */
    static Opening parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[0].startsWith("index ") || !lines[1].startsWith("salt ")
                || !lines[2].startsWith("state ") || !lines[3].isEmpty()) {
            throw new IllegalArgumentException("not the three lines index, salt and state");
        }
        return of(lines[0].substring("index ".length()), lines[1].substring("salt ".length()),
                lines[2].substring("state ".length()));
    }

    /** A line of openings.txt in its four parts. */
    static Opening of(List<byte[]> parts) {
        return of(Bytes.utf8(parts.get(0)), Bytes.utf8(parts.get(1)), Bytes.utf8(parts.get(2)));
    }

    private static Opening of(String index, String salt, String state) {
        byte[] stateBytes = state.equals(NO_STATE) ? new byte[Hash.BYTES] : Bytes.hash(state);
        if (!state.equals(NO_STATE) && Hash.of(stateBytes).equals(Hash.of(new byte[Hash.BYTES]))) {
            throw new IllegalArgumentException("no state is written as " + NO_STATE);
        }
        return new Opening(Bytes.number(index), Bytes.hash(salt), stateBytes);
    }
}
