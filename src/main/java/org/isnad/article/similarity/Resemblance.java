package org.isnad.article.similarity;

/**
 * How much two texts share, counted and not estimated; confirms what {@link Fingerprint}s suggest.
 *
 * @param jaccard
 *            the common shingles' part of all shingles of both, from 0 to 1
 * @param containment
 *            their part of the shingles of the shorter text, from 0 to 1: near 1 where one text holds the other
 */
public record Resemblance(double jaccard, double containment) {
    /**
     * From this part on two texts are near-same: of a short report, the headline and two sentences may differ. Different reports of
     * one event share a twentieth and less.
     */
    public static final double NEAR_SAME = 0.3;

    public static Resemblance of(String one, String other) {
        long[] ones = Shingles.of(one);
        long[] others = Shingles.of(other);
        if (ones.length == 0 || others.length == 0) {
            return new Resemblance(0, 0);
        }
        int common = Shingles.common(ones, others);
        return new Resemblance((double) common / (ones.length + others.length - common),
                (double) common / Math.min(ones.length, others.length));
    }

    public boolean isNearSame() {
        return jaccard >= NEAR_SAME;
    }
}
