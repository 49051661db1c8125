package org.isnad.article;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import org.isnad.article.capture.FetchedDocument;

/**
 * The bytes of one capture and what they were found to be.
 *
 * @param fetched
 *            how the desk itself got them from an address; null when somebody brought them
 */
record Original(byte[] bytes, String mediaType, @Nullable String fileName, @Nullable FetchedDocument fetched) {

    /** SHA-256 as 64 lower-case hexadecimal digits, by which the same document is known again. */
    String sha256() {
        return sha256(bytes);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
