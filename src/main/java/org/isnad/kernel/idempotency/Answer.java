package org.isnad.kernel.idempotency;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a request was answered.
 *
 * @param headers
 *            those that belong to the answer's meaning, such as {@code Location} and {@code ETag}
 * @param body
 *            the bytes of the JSON; null for none
 */
public record Answer(int status, Map<String, String> headers, byte @Nullable [] body) {
    public Answer {
        headers = Map.copyOf(headers);
    }
}
