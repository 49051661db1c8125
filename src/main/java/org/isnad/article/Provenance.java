package org.isnad.article;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.isnad.article.extraction.Found;
import org.isnad.article.extraction.Mention;

/** Tells which of the things that are kept of a document it says itself, and where. The others a person or program gave. */
final class Provenance {
    private Provenance() {}

    /** @param read what the desk read in the document itself; null when it could read nothing, or several articles */
    static Found of(Content kept, @Nullable ArticleProposal read) {
        if (read == null) {
            return Found.NOTHING;
        }
        Found found = read.found();
        return new Found(same(kept.title(), read.title(), found.title()),
                same(kept.byline(), read.byline(), found.byline()), same(kept.outlet(), read.outlet(), found.outlet()),
                same(kept.publishedOn(), read.publishedOn(), found.publishedOn()),
                same(kept.language(), read.language(), found.language()));
    }

    private static @Nullable Mention same(@Nullable Object kept, @Nullable Object read, @Nullable Mention where) {
        return kept != null && Objects.equals(kept, read instanceof String text ? text.strip() : read) ? where : null;
    }
}
