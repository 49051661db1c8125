package org.isnad.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An article of an outlet or author.
 *
 * @param name
 *            the outlet or author, as this article writes it
 * @param claims
 *            how many claims are made in it
 */
public record OriginArticle(UUID id, String name, String title, String language, @Nullable LocalDate publishedOn,
        Instant receivedAt, long claims) {}
