package org.isnad.article.capture;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt to fetch a document.
 *
 * @param address
 *            as it was asked for
 * @param finalAddress
 *            where the last redirect led; null when nothing answered
 * @param connected
 *            the IP address that was connected to last; null when none was
 * @param status
 *            of the last answer (RFC 9110); null when there was none
 * @param failure
 *            why there is no document, as {@link org.isnad.kernel.outbound.FetchFailed.Reason} names it; null when there is one
 * @param detail
 *            the failure in one sentence
 * @param erased
 *            the article that lay there and of which something was erased, told once, to whoever asked; null for none
 */
public record FetchOutcome(FetchId id, String address, @Nullable String finalAddress, @Nullable String connected,
        @Nullable Integer status, Instant endedAt, @Nullable String failure, @Nullable String detail,
        @Nullable UUID erased) {
    static FetchOutcome of(FetchAttempt attempt) {
        return new FetchOutcome(attempt.id(), attempt.requested(), attempt.finalUrl(), attempt.connected(),
                attempt.status(), attempt.endedAt(), attempt.failure(), attempt.detail(), null);
    }

    FetchOutcome because(UUID article) {
        return new FetchOutcome(id, address, finalAddress, connected, status, endedAt, failure, detail, article);
    }

    public boolean succeeded() {
        return failure == null;
    }
}
