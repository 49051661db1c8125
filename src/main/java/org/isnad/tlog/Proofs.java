package org.isnad.tlog;

import java.util.List;

/**
 * Checks proofs as RFC 9162 §2.1.3.2 and §2.1.4.2 say. A proof is about a size and a root that belong together: whoever checks
 * has both from one signed {@link Checkpoint}, since some other sizes give a tree the same shape along the path.
 */
public final class Proofs {
    private Proofs() {}

    /**
     * That the leaf is in the tree, at this index.
     *
     * @throws VerificationException
     *             when the proof does not show it
     */
    public static void checkInclusion(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            throw new VerificationException("A tree of size " + size + " has no leaf at index " + index);
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                throw wrongLength("inclusion", proof);
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(sibling, hash);
                // Where the tree has no node to the right, the path climbs without a sibling.
                int climb = Long.numberOfTrailingZeros(node);
                node >>= climb;
                last >>= climb;
            } else {
                hash = Hash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw wrongLength("inclusion", proof);
        }
        if (!hash.equals(root)) {
            throw new VerificationException("The inclusion proof of index " + index + " leads to root " + hash
                    + ", and the tree of size " + size + " has " + root);
        }
    }

    /**
     * That the tree of the earlier size is the beginning of the later one: nothing in it was changed, removed or inserted.
     *
     * @throws VerificationException
     *             when the proof does not show it
     */
    public static void checkConsistency(long earlierSize, Hash earlierRoot, long size, Hash root, List<Hash> proof) {
        if (earlierSize < 0 || earlierSize > size) {
            throw new VerificationException("A tree of size " + size + " never had size " + earlierSize);
        }
        if (earlierSize == 0 || earlierSize == size) {
            checkTrivial(earlierSize, earlierRoot, size, root, proof);
            return;
        }
        if (proof.isEmpty()) {
            throw wrongLength("consistency", proof);
        }
        // A complete earlier tree is a node of the later one and is not repeated in the proof.
        boolean complete = Long.bitCount(earlierSize) == 1;
        Hash earlier = complete ? earlierRoot : proof.get(0);
        Hash later = earlier;
        int climbed = Long.numberOfTrailingZeros(earlierSize);
        long node = earlierSize - 1 >> climbed;
        long last = size - 1 >> climbed;
        for (Hash sibling : proof.subList(complete ? 0 : 1, proof.size())) {
            if (last == 0) {
                throw wrongLength("consistency", proof);
            }
            if ((node & 1) == 1 || node == last) {
                earlier = Hash.node(sibling, earlier);
                later = Hash.node(sibling, later);
                int climb = Long.numberOfTrailingZeros(node);
                node >>= climb;
                last >>= climb;
            } else {
                later = Hash.node(later, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw wrongLength("consistency", proof);
        }
        compare(earlierSize, earlier, earlierRoot);
        compare(size, later, root);
    }

    private static void checkTrivial(long earlierSize, Hash earlierRoot, long size, Hash root, List<Hash> proof) {
        if (!proof.isEmpty()) {
            throw wrongLength("consistency", proof);
        }
        Hash known = earlierSize == 0 ? Hash.EMPTY : root;
        if (!earlierRoot.equals(known) || size == 0 && !root.equals(Hash.EMPTY)) {
            throw new VerificationException("Two trees of size " + earlierSize + " have different roots: " + earlierRoot
                    + " and " + known);
        }
    }

    private static void compare(long size, Hash shown, Hash root) {
        if (!shown.equals(root)) {
            throw new VerificationException("The consistency proof leads to root " + shown + " at size " + size
                    + ", and the checkpoint says " + root);
        }
    }

    private static VerificationException wrongLength(String kind, List<Hash> proof) {
        return new VerificationException(
                "The " + kind + " proof has the wrong length for these sizes: " + proof.size() + " hashes");
    }
}
