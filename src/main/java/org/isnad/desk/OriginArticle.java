package org.isnad.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An article of an outlet or author.
 *
 * @param claims
 *            how many claims are made in it, of those that the reader may see
 */
public record OriginArticle(UUID id, String title, String language, @Nullable LocalDate publishedOn,
        Instant receivedAt, long claims) {}
