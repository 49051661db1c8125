package org.isnad.article.anchoring;

import java.util.Arrays;

/**
 * The edit distance of a pattern to pieces of a text, for every place where a piece can end: Myers's bit-parallel algorithm
 * (J. ACM 46, 1999) over blocks of 64 letters as Hyyrö (2003) joins them. Takes one step per letter of the text and block.
 */
final class EditDistance {
    private static final int BLOCK = Long.SIZE;

    private final int length;
    private final int[] alphabet;
    private final long[][] places;

    EditDistance(int[] pattern) {
        this.length = pattern.length;
        this.alphabet = Arrays.stream(pattern).sorted().distinct().toArray();
        this.places = new long[alphabet.length][blocks()];
        for (int i = 0; i < pattern.length; i++) {
            places[Arrays.binarySearch(alphabet, pattern[i])][i / BLOCK] |= 1L << i % BLOCK;
        }
    }

    /** For each number of letters, the distance of the best piece that ends after so many; pieces begin anywhere. */
    int[] ofPieces(int[] text) {
        return distances(text, 0);
    }

    /** For each number of letters, the distance of the piece that the text begins with and that has so many. */
    int[] ofBeginnings(int[] text) {
        return distances(text, 1);
    }

    private int[] distances(int[] text, int costOfLeavingOut) {
        long[] none = new long[blocks()];
        long[] rises = new long[blocks()];
        Arrays.fill(rises, -1L);
        long[] falls = new long[blocks()];
        int[] distances = new int[text.length + 1];
        distances[0] = length;
        for (int i = 0; i < text.length; i++) {
            int letter = Arrays.binarySearch(alphabet, text[i]);
            distances[i + 1] = distances[i]
                    + step(letter < 0 ? none : places[letter], rises, falls, costOfLeavingOut);
        }
        return distances;
    }

    /**
     * Moves one column on. Bit i of {@code rises} and {@code falls} tells that the distance of the pattern's first i + 1 letters is
     * one more or one less than that of its first i.
     *
     * @return by how much the whole pattern's distance changes
     */
    private int step(long[] matches, long[] rises, long[] falls, int costOfLeavingOut) {
        int carry = costOfLeavingOut;
        for (int block = 0; block < rises.length; block++) {
            long up = rises[block];
            long down = falls[block];
            long below = carry < 0 ? 1 : 0;
            long above = carry > 0 ? 1 : 0;
            long match = matches[block];
            long vertical = match | down;
            match |= below;
            long horizontal = (match & up) + up ^ up | match;
            long more = down | ~(horizontal | up);
            long less = up & horizontal;
            int last = block == rises.length - 1 ? (length - 1) % BLOCK : BLOCK - 1;
            carry = (int) (more >>> last & 1) - (int) (less >>> last & 1);
            more = more << 1 | above;
            less = less << 1 | below;
            rises[block] = less | ~(vertical | more);
            falls[block] = more & vertical;
        }
        return carry;
    }

    private int blocks() {
        return (length + BLOCK - 1) / BLOCK;
    }
}
