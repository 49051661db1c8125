package org.isnad.article.extraction;

import org.isnad.article.CodePoints;

/**
 * Something that a document says about its article, and where it says so.
 *
 * @param words
 *            that say it, as they stand there
 */
record Fact<T>(T value, Where where, String words) {
    private static final int LONGEST_WORDS = 200;

    /** The same, cut from the same words. */
    <S> Fact<S> as(S other) {
        return new Fact<>(other, where, words);
    }

    Mention mention() {
        return new Mention(where, CodePoints.head(words.strip(), LONGEST_WORDS));
    }
}
