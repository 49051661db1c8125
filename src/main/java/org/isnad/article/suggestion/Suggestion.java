package org.isnad.article.suggestion;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.article.Span;

/**
 * A statement of an article that may be worth checking.
 *
 * @param span
 *            a sentence, or a part of a very long one
 * @param score
 *            from 0 to 1, by {@link Suggestions#MODEL}; comparable within one model only
 * @param reasons
 *            what speaks for it, strongest first; what speaks against it is in the score alone
 * @param attribution
 *            who says it, if the sentence says so
 */
public record Suggestion(Span span, double score, List<Reason> reasons, @Nullable Attribution attribution) {
    public Suggestion {
        reasons = List.copyOf(reasons);
    }
}
