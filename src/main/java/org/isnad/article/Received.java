package org.isnad.article;

/**
 * What became of a submitted article.
 *
 * @param known
 *            true when it was at the desk already: the id is that article's
 * @param newVersion
 *            true when it was fetched again and says something else now, which is kept as its latest version
 */
public record Received(ArticleId id, boolean known, boolean newVersion) {
    static Received asNew(ArticleId id) {
        return new Received(id, false, false);
    }

    static Received asKnown(ArticleId id) {
        return new Received(id, true, false);
    }

    static Received asNewVersion(ArticleId id) {
        return new Received(id, true, true);
    }
}
