package org.isnad.article.extraction;

import org.jspecify.annotations.Nullable;

/** Where each fact of an {@link Extraction} was found; null for what was not. */
public record Found(@Nullable Where title, @Nullable Where byline, @Nullable Where outlet,
        @Nullable Where publishedOn) {}
