package org.isnad.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleState;

/**
 * The article whose claims are being triaged.
 *
 * @param versionId
 *            of its latest version
 * @param opening
 *            the first few thousand characters of its text
 * @param longer
 *            whether the text goes on
 */
public record ChosenArticle(UUID id, UUID versionId, ArticleState state, String title, String language,
        @Nullable String byline,
        @Nullable String outlet, @Nullable LocalDate publishedOn, Instant receivedAt, String opening, boolean longer) {

    public boolean incoming() {
        return state == ArticleState.INCOMING;
    }
}
