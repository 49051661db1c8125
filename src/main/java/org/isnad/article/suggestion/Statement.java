package org.isnad.article.suggestion;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.article.Span;

/**
 * A sentence of an article, or a part of a very long one, with what its place in the article says about it.
 *
 * @param span
 *            in the article
 * @param text
 *            its words
 * @param position
 *            how many sentences stand before it, headings not counted
 * @param headline
 *            how much of the headline it repeats, 0 to 1
 * @param centrality
 *            how much of its wording comes back in other sentences, 0 to 1
 */
record Statement(Span span, String text, List<Word> words, int position, double headline, double centrality,
        @Nullable Attribution attribution) {}
