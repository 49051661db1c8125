package org.isnad.article.extraction;

/**
 * One line of a document that is not blank.
 *
 * @param text
 *            its exact characters
 * @param kind
 *            {@link Kind#BODY}, or why it was put aside
 * @param spaced
 *            whether a blank line stands before it
 */
public record Line(String text, Kind kind, boolean spaced) {
    Line as(Kind other) {
        return new Line(text, other, spaced);
    }
}
