package org.isnad.article;

import org.isnad.kernel.Problem;

/**
 * Exact words in one frozen text, as a {@code TextQuoteSelector} and a {@code TextPositionSelector} of the
 * <a href="https://www.w3.org/TR/annotation-model/#selectors">W3C Web Annotation Data Model</a>.
 *
 * @param exact
 *            the words, unaltered
 * @param prefix
 *            what stands just before them, at most {@value #CONTEXT} code points
 * @param suffix
 *            what follows them, at most {@value #CONTEXT} code points
 * @param start
 *            where they begin, in Unicode code points, inclusive
 * @param end
 *            where they end, in Unicode code points, exclusive
 */
public record Passage(String exact, String prefix, String suffix, int start, int end) {
    /** How many code points of context help to find the words again. */
    public static final int CONTEXT = 32;
    /** The longest passage, in code points: longer ones quote a text rather than a claim. */
    public static final int MAX = 5000;

    /**
     * The passage from code point {@code start} inclusive to {@code end} exclusive, less the white space at its ends: nobody
     * means the blank that a drag of the mouse took along.
     *
     * @throws Problem.Invalid
     *             when the positions are outside the text, or there are no words between them, or too many
     */
    public static Passage of(String text, int start, int end) {
        int length = CodePoints.length(text);
        if (start < 0 || end > length || start >= end) {
            throw new Problem.Invalid("passage", "outside-the-text");
        }
        int[] marked = CodePoints.slice(text, start, end).codePoints().toArray();
        int skip = 0;
        while (skip < marked.length && isBlank(marked[skip])) {
            skip++;
        }
        int keep = marked.length;
        while (keep > skip && isBlank(marked[keep - 1])) {
            keep--;
        }
        if (skip == keep) {
            throw new Problem.Invalid("passage", "no-words");
        }
        if (keep - skip > MAX) {
            throw new Problem.Invalid("passage", "too-long");
        }
        return new Passage(new String(marked, skip, keep - skip),
                CodePoints.slice(text, Math.max(0, start + skip - CONTEXT), start + skip),
                CodePoints.slice(text, start + keep, Math.min(length, start + keep + CONTEXT)), start + skip,
                start + keep);
    }

    public Span span() {
        return new Span(start, end);
    }

    static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }
}
