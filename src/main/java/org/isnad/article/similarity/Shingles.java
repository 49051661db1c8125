package org.isnad.article.similarity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The runs of neighbouring words of a text, as numbers, each once; a short text is one run. */
final class Shingles {
    /** Words per run: three that follow each other are rarely the same in two reports of one event. */
    static final int WORDS = 3;
    /** Texts with fewer words are only the same when they are equal: a few common phrases would make them alike. */
    static final int FEWEST_WORDS = 20;

    private Shingles() {}

    /** In ascending order. */
    static long[] of(String text) {
        List<String> words = Words.of(text);
        if (words.isEmpty()) {
            return new long[0];
        }
        int length = words.size() < FEWEST_WORDS ? words.size() : WORDS;
        return IntStream.rangeClosed(0, words.size() - length)
                .mapToLong(start -> hash(String.join(" ", words.subList(start, start + length)))).sorted().distinct()
                .toArray();
    }

    static int common(long[] one, long[] other) {
        return (int) Arrays.stream(one).filter(shingle -> Arrays.binarySearch(other, shingle) >= 0).count();
    }

    /** FNV-1a of the UTF-8 bytes (draft-eastlake-fnv), 64 bits, and the mixing step of SplitMix64 for what it leaves uneven. */
    private static long hash(String shingle) {
        long hash = 0xcbf29ce484222325L;
        for (byte octet : shingle.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ octet & 0xff) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    /** The output function of SplitMix64 (Steele, Lea and Flood 2014): every bit of the result depends on every bit given. */
    static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
