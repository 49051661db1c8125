package org.isnad.article;

/**
 * The one place that converts between Unicode code points, in which the desk, PostgreSQL and the W3C Web Annotation model
 * count, and Java's (and JavaScript's) UTF-16 units.
 */
public final class CodePoints {
    private CodePoints() {}

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * The index in UTF-16 units at which the given code point begins.
     *
     * @throws IndexOutOfBoundsException
     *             when the text has fewer code points
     */
    public static int toUtf16(String text, int codePoints) {
        return text.offsetByCodePoints(0, codePoints);
    }

    /** How many code points stand before the given index in UTF-16 units; an index inside a pair counts as its beginning. */
    public static int ofUtf16(String text, int index) {
        boolean insidePair = index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return text.codePointCount(0, insidePair ? index - 1 : index);
    }

    /** The text from code point {@code start} inclusive to {@code end} exclusive. */
    public static String slice(String text, int start, int end) {
        int from = toUtf16(text, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }

    /** The text's beginning, at most {@code max} code points of it. */
    public static String head(String text, int max) {
        return text.length() <= max ? text : slice(text, 0, Math.min(max, length(text)));
    }
}
