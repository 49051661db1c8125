package org.isnad.article;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.article.extraction.Found;

/**
 * An article with its latest capture, without the original bytes.
 *
 * @param number
 *            of the capture, 1 for the first
 * @param found
 *            where the document says what is kept of it; null where that was not kept
 * @param sha256
 *            of the original bytes, 64 lower-case hexadecimal digits
 * @param size
 *            of the original, in bytes
 * @param version
 *            of the article, which every change of its state raises
 */
public record ArticleDetails(UUID id, ArticleState state, @Nullable String url, UUID versionId, int number,
        String title, @Nullable String byline, @Nullable String outlet, @Nullable LocalDate publishedOn,
        String language, @Nullable Found found, String text, String mediaType, @Nullable String fileName, String sha256,
        int size,
        UUID capturedBy, String capturedByName, Instant capturedAt, long version) {

    public ArticleVersionId capture() {
        return new ArticleVersionId(versionId);
    }

    /** The original's size for people: in KiB, rounded up. */
    public int kilobytes() {
        return (size + 1023) / 1024;
    }
}
