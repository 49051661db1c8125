package org.isnad.claim;

import org.jspecify.annotations.Nullable;

import org.isnad.article.Passage;
import org.isnad.kernel.Problem;

/**
 * Words quoted from a text with what stands around them (W3C Web Annotation {@code TextQuoteSelector}), for clients that do not
 * count code points or want to be sure that they counted right.
 *
 * @param exact
 *            the words
 * @param prefix
 *            what stands just before them, as much of it as tells the place; null for nothing
 * @param suffix
 *            what follows them; null for nothing
 */
public record Quote(String exact, @Nullable String prefix, @Nullable String suffix) {

    /**
     * The only place where the text has these words so surrounded.
     *
     * @throws Problem.Invalid
     *             when it has them nowhere, or in more than one place
     */
    public Passage in(String text) {
        String before = prefix == null ? "" : prefix;
        String around = before + exact + (suffix == null ? "" : suffix);
        int place = exact.isBlank() ? -1 : text.indexOf(around);
        if (place < 0) {
            throw new Problem.Invalid("selector", "not-in-the-text");
        }
        if (text.indexOf(around, place + 1) >= 0) {
            throw new Problem.Invalid("selector", "in-several-places");
        }
        int start = text.codePointCount(0, place + before.length());
        return Passage.of(text, start, start + exact.codePointCount(0, exact.length()));
    }

    /** Refuses positions at which the text says something else: those of UTF-16 units, for example. */
    public Passage at(Passage passage) {
        if (!passage.exact().equals(exact.strip())) {
            throw new Problem.Invalid("selector", "other-words-there");
        }
        return passage;
    }
}
