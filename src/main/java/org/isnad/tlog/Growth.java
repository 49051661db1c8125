package org.isnad.tlog;

import java.util.ArrayList;
import java.util.List;

/** What appending leaves adds to the stored {@link Hashes}, besides the leaf hashes themselves. */
public final class Growth {
    private Growth() {}

    /**
     * A hash to store.
     *
     * @param level
     *            1 to 7, as in {@link Hashes}
     * @param index
     *            its index within the level
     */
    public record Stored(int level, long index, Hash hash) {}

    /**
     * The roots of all subtrees of 256, 65,536, … leaves that the new leaves complete, lower levels first.
     *
     * @param size
     *            the number of leaves before
     * @param existing
     *            the hashes of that tree, read only where the new leaves complete a tile that was begun before
     */
    public static List<Stored> of(long size, Hashes existing, List<Hash> newLeaves) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree cannot have " + size + " leaves");
        }
        Math.addExact(size, newLeaves.size());
        List<Stored> stored = new ArrayList<>();
        List<Hash> added = newLeaves;
        long before = size;
        for (int level = 0; !added.isEmpty(); level++) {
            List<Hash> made = tileRoots(level, before, existing, added);
            before /= Tree.WIDTH;
            for (int i = 0; i < made.size(); i++) {
                stored.add(new Stored(level + 1, before + i, made.get(i)));
            }
            added = made;
        }
        return List.copyOf(stored);
    }

    private static List<Hash> tileRoots(int level, long before, Hashes existing, List<Hash> added) {
        int begun = (int) (before % Tree.WIDTH);
        List<Hash> roots = new ArrayList<>();
        for (int end = Tree.WIDTH - begun; end <= added.size(); end += Tree.WIDTH) {
            List<Hash> tile = new ArrayList<>(Tree.WIDTH);
            if (end < Tree.WIDTH) {
                tile.addAll(existing.read(level, before - begun, begun));
            }
            tile.addAll(added.subList(Math.max(0, end - Tree.WIDTH), end));
            roots.add(Tree.root(tile));
        }
        return roots;
    }
}
