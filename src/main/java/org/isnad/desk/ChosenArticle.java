package org.isnad.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleState;
import org.isnad.article.CodePoints;

/**
 * The article whose claims are being triaged.
 *
 * @param versionId
 *            of its latest version
 * @param text
 *            the beginning of its text, at most 100,000 code points: longer ones are no news articles, and what is worth checking in
 *            their beginning has to do
 * @param longer
 *            whether the text goes on behind its opening
 * @param decided
 *            where claims are pinned in that version or suggestions were dismissed, as {@code start-end,start-end}; null for nowhere
 * @param dismissed
 *            where suggestions were dismissed in that version, likewise
 * @param lost
 *            whether the words of any claims of the desk were not found again
 */
public record ChosenArticle(UUID id, UUID versionId, ArticleState state, String title, String language,
        @Nullable String byline,
        @Nullable String outlet, @Nullable LocalDate publishedOn, Instant receivedAt, String text, boolean longer,
        @Nullable String decided, @Nullable String dismissed, boolean lost) {
    private static final int OPENING = 6000;

    /** The first few thousand characters of its text. */
    public String opening() {
        return CodePoints.head(text, OPENING);
    }

    public boolean incoming() {
        return state == ArticleState.INCOMING;
    }
}
