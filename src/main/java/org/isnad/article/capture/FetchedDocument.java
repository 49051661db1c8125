package org.isnad.article.capture;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A document that was fetched.
 *
 * @param requested
 *            the address that was asked for
 * @param address
 *            where it lay in the end, after all redirects
 * @param bytes
 *            without transfer and content coding
 * @param charset
 *            that the server declared, in its spelling; may be wrong
 * @param at
 *            when it was there
 */
public record FetchedDocument(FetchId id, String requested, String address, byte[] bytes, @Nullable String charset,
        Instant at) {}
