package org.isnad.article;

import java.util.List;

import org.isnad.article.capture.CaptureCard;
import org.isnad.kernel.text.WordDiff;

/**
 * How a version of an article differs from the one before.
 *
 * @param versions
 *            all there are, latest first
 * @param version
 *            the one that is compared
 * @param sha256
 *            of the version's original bytes
 * @param captures
 *            how the desk itself got it, latest first; none when somebody brought it
 * @param title
 *            against the earlier title, word by word
 * @param text
 *            against the earlier text, word by word; of the first version, the text
 */
public record VersionChange(ArticleId article, String language, List<VersionCard> versions, VersionCard version,
        String sha256, List<CaptureCard> captures, List<WordDiff.Piece> title, List<WordDiff.Piece> text) {}
