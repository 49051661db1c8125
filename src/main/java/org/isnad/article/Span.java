package org.isnad.article;

/**
 * A stretch of one frozen text.
 *
 * @param start
 *            inclusive, in Unicode code points
 * @param end
 *            exclusive, in Unicode code points
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + " to " + end);
        }
    }

    public String of(String text) {
        return CodePoints.slice(text, start, end);
    }
}
