package org.isnad.article;

import org.isnad.kernel.Stamp;

/** That a version of an article was kept, its first or a later one, fired in the transaction that adds it. */
public record KeptVersion(ArticleVersion version, Stamp by) {}
