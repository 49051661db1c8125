package org.isnad.article.anchoring;

import org.isnad.article.Passage;

/**
 * Words that were marked in an earlier version of a text, as a {@code TextQuoteSelector} of the W3C Web Annotation Data Model and
 * the beginning of its {@code TextPositionSelector}.
 *
 * @param exact
 *            the words
 * @param prefix
 *            what stood just before them; empty at the text's beginning
 * @param suffix
 *            what followed them; empty at the text's end
 * @param start
 *            where they began, in Unicode code points
 */
public record Quote(String exact, String prefix, String suffix, int start) {
    public static Quote of(Passage passage) {
        return new Quote(passage.exact(), passage.prefix(), passage.suffix(), passage.start());
    }
}
