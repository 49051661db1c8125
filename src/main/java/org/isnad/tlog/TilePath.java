package org.isnad.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a log serves a tile of hashes or a bundle of entries (C2SP tlog-tiles): {@code tile/0/x001/067}, with fewer than 256 in
 * it {@code tile/0/x001/067.p/5}; entries have {@code entries} in place of the level.
 *
 * @param level
 *            0 to 63, or {@link #ENTRIES}
 * @param index
 *            of the tile within its level, at most 2^55 − 1
 * @param width
 *            how many hashes or entries, 1 to 256
 */
public record TilePath(int level, long index, int width) {
    /** In place of the level: the entries of the leaves of a tile of level 0. */
    public static final int ENTRIES = -1;
    /** How many hashes a full tile has. */
    public static final int FULL = Tree.WIDTH;

    private static final long LAST_INDEX = (1L << 55) - 1;
    private static final Pattern FORM = Pattern
            .compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    /**
     * @throws IllegalArgumentException
     *             when a number is out of its range
     */
    public TilePath {
        if (level < ENTRIES || level > 63 || index < 0 || index > LAST_INDEX || width < 1 || width > FULL) {
            throw new IllegalArgumentException(
                    "No tile of level " + level + " has index " + index + " and width " + width);
        }
    }

    public static TilePath tile(int level, long index, int width) {
        return new TilePath(level, index, width);
    }

    public static TilePath entries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    /**
     * All tiles that a log of this size serves of one level, the last of them perhaps partial.
     *
     * @param level
     *            0 to 63, or {@link #ENTRIES}
     * @return the number of full tiles, and the width of the one after them or 0
     */
    public static Extent extent(int level, long size) {
        // Java would shift by 64 as by 0; no size reaches that high.
        long hashes = level > 7 ? 0 : size >> 8 * Math.max(level, 0);
        return new Extent(hashes / FULL, (int) (hashes % FULL));
    }

    /** How far a level reaches. */
    public record Extent(long full, int partial) {}

    public boolean isEntries() {
        return level == ENTRIES;
    }

    public boolean isPartial() {
        return width < FULL;
    }

    /** The same tile once it is full, which a log may serve instead. */
    public TilePath full() {
        return new TilePath(level, index, FULL);
    }

    /** Relative to the log's address or directory. */
    public String path() {
        List<String> groups = new ArrayList<>();
        groups.add("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            groups.add(0, "x%03d".formatted(rest % 1000));
        }
        return "tile/" + (isEntries() ? "entries" : level) + "/" + String.join("/", groups)
                + (isPartial() ? ".p/" + width : "");
    }

    /**
     * @throws IllegalArgumentException
     *             when it is no such path, or spelled as {@link #path} does not spell it
     */
    public static TilePath parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            throw new IllegalArgumentException("Not the path of a tile: " + Texts.shown(path));
        }
        int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
        long index = Long.parseLong(form.group(2).replaceAll("[x/]", ""));
        int width = form.group(3) == null ? FULL : Integer.parseInt(form.group(3));
        TilePath tile = new TilePath(level, index, width);
        if (!tile.path().equals(path)) {
            throw new IllegalArgumentException(
                    "Not the one spelling of a tile's path: " + Texts.shown(path) + " instead of " + tile.path());
        }
        return tile;
    }

    @Override
    public String toString() {
        return path();
    }
}
