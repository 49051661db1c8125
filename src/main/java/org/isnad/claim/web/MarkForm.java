package org.isnad.claim.web;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleVersion;
import org.isnad.article.Passage;
import org.isnad.kernel.Problem;

/**
 * Marked words as a form carries them.
 *
 * @param start
 *            first code point of the words
 * @param end
 *            behind their last code point
 * @param exact
 *            the words as the browser saw them: if others stand there, browser and server count differently, and nothing is stored
 */
record MarkForm(@RestForm @Nullable String articleVersion, @RestForm @Nullable String start,
        @RestForm @Nullable String end, @RestForm @Nullable String exact, @RestForm @Nullable String next) {

    /** The words in the version's text, which must be those the person saw. */
    Passage in(ArticleVersion version) {
        Passage passage = Passage.of(version.text(), position(start), position(end));
        if (exact == null || !words(exact).equals(words(passage.exact()))) {
            throw new Problem.Invalid("passage", "other-words");
        }
        return passage;
    }

    /** Blanks and line ends aside, which browsers send in their own way. */
    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    static int position(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Problem.Invalid("passage", "nothing-marked");
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("passage", "outside-the-text");
        }
    }
}
