package org.isnad.article;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.isnad.article.extraction.Found;
import org.isnad.article.extraction.Mention;

/** Tells which of the things that are kept of a document it says itself, and where. The others a person or program gave. */
final class Provenance {
    private Provenance() {}

    /** The document is read here once more, unless the desk has just done so: what a form or program says of it is not believed. */
    static Found of(Content kept, NewArticle brought) {
        ArticleProposal read = brought.read() == null ? read(brought.document()) : brought.read();
        if (read == null) {
            return Found.NOTHING;
        }
        Found found = read.found();
        return new Found(same(kept.title(), read.title(), found.title()),
                same(kept.byline(), read.byline(), found.byline()), same(kept.outlet(), read.outlet(), found.outlet()),
                same(kept.publishedOn(), read.publishedOn(), found.publishedOn()),
                same(kept.language(), read.language(), found.language()));
    }

    /** Null when nothing could be read, or several articles. */
    private static @Nullable ArticleProposal read(Upload document) {
        List<ArticleProposal> articles = Documents.read(document).articles();
        return articles.size() == 1 ? articles.get(0) : null;
    }

    private static @Nullable Mention same(@Nullable Object kept, @Nullable Object read, @Nullable Mention where) {
        return kept != null && Objects.equals(kept, read instanceof String text ? text.strip() : read) ? where : null;
    }
}
