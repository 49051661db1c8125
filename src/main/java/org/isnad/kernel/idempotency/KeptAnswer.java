package org.isnad.kernel.idempotency;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The answer to one request, under the digest of who sent it and of its key. */
@Entity
@Immutable
class KeptAnswer {
    @Id
    private String id;
    private String request;
    private int status;
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> headers;
    private byte @Nullable [] body;
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected KeptAnswer() {}

    KeptAnswer(RequestKey key, Answer answer, Instant expiresAt) {
        this.id = key.id();
        this.request = key.request();
        this.status = answer.status();
        this.headers = new TreeMap<>(answer.headers());
        this.body = answer.body();
        this.expiresAt = expiresAt;
    }

    boolean isFor(RequestKey key) {
        return request.equals(key.request());
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Answer answer() {
        return new Answer(status, headers, body);
    }
}
