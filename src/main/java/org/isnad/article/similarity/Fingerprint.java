package org.isnad.article.similarity;

import java.util.Arrays;

/**
 * A MinHash (Broder 1997) of a text's shingles: two texts agree in about as many of its values as they share of their shingles, so
 * that near-same texts are found in a table without reading any text. Fingerprints are stored; how they are made therefore never
 * changes within a version.
 *
 * @param version
 *            of how it is made; only fingerprints of the same version can be compared
 * @param shingles
 *            how many different shingles the text has; none when it has no words
 * @param values
 *            {@value #VALUES} of them: the upper 32 bits of the smallest hash of all shingles, by as many hash functions, which
 *            are one whose input is shifted along the sequence of SplitMix64
 */
public record Fingerprint(int version, int shingles, int[] values) {
    /** Of the fingerprints that {@link #of} makes. */
    public static final int VERSION = 1;
    static final int VALUES = 120;
    /**
     * Values that have to agree for a common band. With 60 bands of 2, texts that share three tenths of their shingles meet in one
     * 996 times in 1,000, those that share a hundredth 6 times.
     */
    static final int ROWS = 2;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    public static Fingerprint of(String text) {
        return of(Shingles.of(text));
    }

    static Fingerprint of(long[] shingles) {
        int[] values = new int[VALUES];
        for (int i = 0; i < VALUES; i++) {
            long shift = (i + 1) * GOLDEN_GAMMA;
            long smallest = Long.MAX_VALUE;
            for (long shingle : shingles) {
                smallest = Math.min(smallest, Shingles.mixed(shingle + shift));
            }
            values[i] = (int) (smallest >>> 32);
        }
        return new Fingerprint(VERSION, shingles.length, values);
    }

    /** One key per band, to look others up by: texts that share none are not near-same. Empty for a text without words. */
    public long[] bands() {
        if (shingles == 0) {
            return new long[0];
        }
        long[] bands = new long[values.length / ROWS];
        for (int band = 0; band < bands.length; band++) {
            // The number of the band is part of its key, so that all keys can stand in one column.
            long key = Shingles.mixed(version * GOLDEN_GAMMA + band);
            for (int row = 0; row < ROWS; row++) {
                key = Shingles.mixed(key + values[band * ROWS + row]);
            }
            bands[band] = key;
        }
        return bands;
    }

    /**
     * About which part of the shingles of both texts is common to both (Jaccard), from 0 to 1; the standard error is at most 0.05.
     *
     * @throws IllegalArgumentException
     *             when the other is of another version
     */
    public double similarity(Fingerprint other) {
        if (other.version != version || other.values.length != values.length) {
            throw new IllegalArgumentException("fingerprints of versions " + version + " and " + other.version);
        }
        if (shingles == 0 || other.shingles == 0) {
            return 0;
        }
        int same = 0;
        for (int i = 0; i < values.length; i++) {
            same += values[i] == other.values[i] ? 1 : 0;
        }
        return (double) same / values.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint print && print.version == version && print.shingles == shingles
                && Arrays.equals(print.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Fingerprint[version=" + version + ", shingles=" + shingles + "]";
    }
}
