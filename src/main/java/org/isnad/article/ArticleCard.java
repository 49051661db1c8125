package org.isnad.article;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An article in a list, without its text. */
public record ArticleCard(UUID id, UUID versionId, ArticleState state, @Nullable String url, String title,
        @Nullable String byline, @Nullable String outlet, @Nullable LocalDate publishedOn, String language,
        UUID receivedBy, String receivedByName, Instant receivedAt) {}
