package org.isnad.tlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Merkle tree (RFC 6962 §2.1) over the first leaves of a log, and the proofs of it. It reads whole tiles, each at most once
 * for one question: for a root one tile of each level, for a proof at most three. Every question reads anew.
 */
public final class Tree {
    /** Hashes of a full tile (C2SP tlog-tiles). */
    static final int WIDTH = 256;
    private static final int TILE_HEIGHT = 8;

    private final long size;
    private final Hashes hashes;

    /**
     * @param size
     *            the number of leaves
     * @param hashes
     *            holds at least the hashes of a tree of that size; may hold more
     */
    public Tree(long size, Hashes hashes) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree cannot have " + size + " leaves");
        }
        this.size = size;
        this.hashes = hashes;
    }

    /** The Merkle tree hash; {@link Hash#EMPTY} when there is no leaf. */
    public Hash root() {
        return size == 0 ? Hash.EMPTY : new Reading().subtree(0, size);
    }

    /**
     * The audit path of a leaf, PATH(index, D[size]) of RFC 6962 §2.1.1: siblings from the leaf's up to the root's child.
     *
     * @throws IllegalArgumentException
     *             when the tree has no such leaf
     */
    public List<Hash> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has none at index " + index);
        }
        Reading reading = new Reading();
        List<Hash> fromTheTop = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                fromTheTop.add(reading.subtree(middle, to));
                to = middle;
            } else {
                fromTheTop.add(reading.subtree(from, middle));
                from = middle;
            }
        }
        Collections.reverse(fromTheTop);
        return List.copyOf(fromTheTop);
    }

    /**
     * The consistency proof PROOF(earlierSize, D[size]) of RFC 6962 §2.1.2: that the tree of that size is the beginning of this
     * one. Empty when the earlier tree is empty or is this one.
     *
     * @throws IllegalArgumentException
     *             when this tree never had that size
     */
    public List<Hash> consistency(long earlierSize) {
        if (earlierSize < 0 || earlierSize > size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves never had " + earlierSize);
        }
        if (earlierSize == 0 || earlierSize == size) {
            return List.of();
        }
        Reading reading = new Reading();
        List<Hash> fromTheTop = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to != earlierSize) {
            long middle = from + split(to - from);
            if (earlierSize <= middle) {
                fromTheTop.add(reading.subtree(middle, to));
                to = middle;
            } else {
                fromTheTop.add(reading.subtree(from, middle));
                from = middle;
            }
        }
        // The subtree in which the earlier tree ends; from 0 on it is the earlier tree, whose root the verifier knows.
        if (from > 0) {
            fromTheTop.add(reading.subtree(from, to));
        }
        Collections.reverse(fromTheTop);
        return List.copyOf(fromTheTop);
    }

    /** The root over these nodes, all of which but the last are complete and of one height. */
    static Hash root(List<Hash> nodes) {
        if (nodes.size() == 1) {
            return nodes.get(0);
        }
        int middle = (int) split(nodes.size());
        return Hash.node(root(nodes.subList(0, middle)), root(nodes.subList(middle, nodes.size())));
    }

    /** The largest power of two that is smaller than this. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    /** Remembers the tiles of one question. */
    private final class Reading {
        private final Map<Place, List<Hash>> tiles = new HashMap<>();

        /** MTH(D[from:to]), where {@code from} is where RFC 6962 cuts. */
        Hash subtree(long from, long to) {
            long leaves = to - from;
            if (Long.bitCount(leaves) == 1) {
                return complete(Long.numberOfTrailingZeros(leaves), from);
            }
            long middle = from + split(leaves);
            return Hash.node(subtree(from, middle), subtree(middle, to));
        }

        private Hash complete(int height, long from) {
            int level = height / TILE_HEIGHT;
            long first = from >> level * TILE_HEIGHT;
            int inTile = (int) (first % WIDTH);
            return root(tile(level, first / WIDTH).subList(inTile, inTile + (1 << height % TILE_HEIGHT)));
        }

        private List<Hash> tile(int level, long index) {
            return tiles.computeIfAbsent(new Place(level, index), place -> {
                long first = index * WIDTH;
                int width = (int) Math.min(WIDTH, (size >> level * TILE_HEIGHT) - first);
                List<Hash> tile = hashes.read(level, first, width);
                if (tile.size() != width) {
                    throw new IllegalArgumentException(
                            "Asked for " + width + " hashes of level " + level + " from " + first
                                    + " on and got " + tile.size());
                }
                return tile;
            });
        }
    }

    private record Place(int level, long index) {}
}
