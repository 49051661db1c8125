package org.isnad.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A tree that is built leaf by leaf and holds no more than one unfinished tile of each level: for reading through a whole log in
 * bounded memory. Not for several threads.
 */
public final class StreamedTree {
    private final List<List<Hash>> unfinished = new ArrayList<>();
    private final BiConsumer<TilePath, List<Hash>> tiles;
    private long size;

    /**
     * @param tiles
     *            is given every tile as soon as its last hash is known
     */
    public StreamedTree(BiConsumer<TilePath, List<Hash>> tiles) {
        this.tiles = tiles;
    }

    public long size() {
        return size;
    }

    public void add(Hash leaf) {
        size = Math.addExact(size, 1);
        add(0, leaf);
    }

    private void add(int level, Hash hash) {
        if (level == unfinished.size()) {
            unfinished.add(new ArrayList<>(Tree.WIDTH));
        }
        List<Hash> tile = unfinished.get(level);
        tile.add(hash);
        if (tile.size() == Tree.WIDTH) {
            List<Hash> full = List.copyOf(tile);
            tile.clear();
            tiles.accept(TilePath.tile(level, (size >> 8 * (level + 1)) - 1, Tree.WIDTH), full);
            add(level + 1, Tree.root(full));
        }
    }

    /** The Merkle tree hash of the leaves so far. */
    public Hash root() {
        List<Hash> right = List.of();
        for (List<Hash> tile : unfinished) {
            List<Hash> nodes = new ArrayList<>(tile);
            nodes.addAll(right);
            right = nodes.isEmpty() ? nodes : List.of(Tree.root(nodes));
        }
        return right.isEmpty() ? Hash.EMPTY : right.get(0);
    }

    /** Hands over the tiles that are begun and not full, as a log of exactly this size serves them. */
    public void partialTiles(BiConsumer<TilePath, List<Hash>> receiver) {
        for (int level = 0; level < unfinished.size(); level++) {
            List<Hash> tile = unfinished.get(level);
            if (!tile.isEmpty()) {
                receiver.accept(TilePath.tile(level, size >> 8 * (level + 1), tile.size()), List.copyOf(tile));
            }
        }
    }
}
