package org.isnad.article;

import org.isnad.kernel.Stamp;

/**
 * That an article has a later version, fired in the transaction that adds it.
 *
 * @param older
 *            what was the latest version before
 */
public record NewVersion(ArticleVersion older, ArticleVersion newer, Stamp by) {}
