package org.isnad.article;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.isnad.article.capture.FetchedDocument;

/**
 * Bytes as they came, with the name they came under. The name is data to show: it is never a path, and says nothing about what
 * the bytes are.
 *
 * @param fetched
 *            how the desk itself got them from an address; null when somebody brought them
 */
public record Upload(@Nullable String fileName, byte[] bytes, @Nullable FetchedDocument fetched) {
    public Upload(@Nullable String fileName, byte[] bytes) {
        this(fileName, bytes, null);
    }

    static Upload of(FetchedDocument document) {
        return new Upload(null, document.bytes(), document);
    }

    /** What the server said the bytes are written in; may be wrong. */
    @Nullable
    String charset() {
        return fetched == null ? null : fetched.charset();
    }

    /** Where the desk found it; null when it did not fetch it. */
    @Nullable
    String address() {
        return fetched == null ? null : fetched.address();
    }

    /** When the desk fetched it; null when somebody brought it, since nobody knows when they got it. */
    @Nullable
    Instant capturedAt() {
        return fetched == null ? null : fetched.at();
    }
}
