package org.isnad.article;

/**
 * What became of a submitted article.
 *
 * @param known
 *            true when the same bytes or the same address were at the desk already: the id is that article's, and nothing
 *            was written
 */
public record Received(ArticleId id, boolean known) {}
