package org.isnad.article;

import org.jspecify.annotations.Nullable;

/**
 * What an article is known by: it is kept once under either.
 *
 * @param sha256
 *            of its bytes; null where they are not known
 * @param url
 *            in the one spelling under which articles are kept; null for none
 */
public record ArticleKey(@Nullable String sha256, @Nullable String url) {}
