package org.isnad.article;

import java.util.List;

import org.isnad.kernel.text.WordDiff;

/**
 * How a version of an article differs from the one before.
 *
 * @param versions
 *            all there are, latest first
 * @param version
 *            the one that is compared
 * @param title
 *            against the earlier title, word by word
 * @param text
 *            against the earlier text, word by word; of the first version, the text
 */
public record VersionChange(ArticleId article, String language, List<VersionCard> versions, VersionCard version,
        List<WordDiff.Piece> title, List<WordDiff.Piece> text) {}
