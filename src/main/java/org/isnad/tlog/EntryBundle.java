package org.isnad.tlog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The entries of up to 256 leaves in one file (C2SP tlog-tiles): each after its length as a big-endian uint16. */
public final class EntryBundle {
    /** The largest entry that has a length. */
    public static final int MOST_BYTES = 0xffff;

    private EntryBundle() {}

    /**
     * @throws IllegalArgumentException
     *             when an entry has 64 KiB or more
     */
    public static byte[] encode(List<byte[]> entries) {
        int length = 0;
        for (byte[] entry : entries) {
            if (entry.length > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "An entry of " + entry.length + " bytes; " + MOST_BYTES + " at most");
            }
            length = Math.addExact(length, Short.BYTES + entry.length);
        }
        ByteBuffer bundle = ByteBuffer.allocate(length);
        entries.forEach(entry -> bundle.putShort((short) entry.length).put(entry));
        return bundle.array();
    }

    /**
     * @throws IllegalArgumentException
     *             when the bytes end within an entry
     */
    public static List<byte[]> decode(byte[] bundle) {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        while (rest.hasRemaining()) {
            int length = rest.remaining() < Short.BYTES ? Integer.MAX_VALUE : rest.getShort() & 0xffff;
            if (length > rest.remaining()) {
                throw new IllegalArgumentException("The bundle ends within its entry number " + (entries.size() + 1));
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
