package org.isnad.tlog;

import java.util.List;

/**
 * The stored hashes of a tree, by the levels of C2SP tlog-tiles: level 0 are the leaf hashes; hash i of level t is the root of
 * the complete subtree of the 256^t leaves from i·256^t on (RFC 6962 calls it MTH). A hash once stored never changes.
 */
public interface Hashes {
    /**
     * @param level
     *            0 to 7
     * @param from
     *            the index of the first hash within its level
     * @param count
     *            how many hashes, 1 to 256; they never reach over the end of a tile of 256
     * @return exactly {@code count} hashes in order
     * @throws RuntimeException
     *             when one of them is missing or cannot be read; {@link IllegalArgumentException} if there is nothing better
     */
    List<Hash> read(int level, long from, int count);
}
