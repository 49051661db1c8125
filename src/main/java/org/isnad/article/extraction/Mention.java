package org.isnad.article.extraction;

/**
 * What a document says that a fact of an {@link Extraction} was taken from.
 *
 * @param words
 *            as the document has them, before they were cut to the fact, 200 code points at most; empty for a language that the
 *            whole text told
 */
public record Mention(Where where, String words) {}
