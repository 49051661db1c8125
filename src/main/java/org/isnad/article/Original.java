package org.isnad.article;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** The bytes of one capture and what they were found to be. */
record Original(byte[] bytes, String mediaType, @Nullable String fileName) {

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
