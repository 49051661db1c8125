package org.isnad.article.extraction;

import org.jspecify.annotations.Nullable;

/** Where each fact of an {@link Extraction} was found, and in which words; null for what was not. */
public record Found(@Nullable Mention title, @Nullable Mention byline, @Nullable Mention outlet,
        @Nullable Mention publishedOn, @Nullable Mention language) {
    public static final Found NOTHING = new Found(null, null, null, null, null);
}
