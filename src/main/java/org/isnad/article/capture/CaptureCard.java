package org.isnad.article.capture;

import java.time.Instant;
import java.util.UUID;

/**
 * What is told of a capture.
 *
 * @param requested
 *            the address that was asked for
 * @param finalUrl
 *            where the redirects led
 * @param redirects
 *            how many there were
 * @param connected
 *            the IP address of the server
 * @param at
 *            when the last byte had come
 * @param size
 *            of the WARC file, in bytes; 0 when it was erased
 */
public record CaptureCard(UUID id, String requested, String finalUrl, int redirects, String connected, Instant at,
        int size) {
    public boolean redirected() {
        return !requested.equals(finalUrl);
    }

    /** The WARC file's size for people: in KiB, rounded up. */
    public int kilobytes() {
        return (size + 1023) / 1024;
    }
}
