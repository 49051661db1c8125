package org.isnad.article.capture;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;

/**
 * What lay at an address at some moment, kept as proof beside the article version whose text it gave, or found again. Never
 * changes. The WARC file (ISO 28500) holds every byte that was sent and received.
 */
@Entity
@Immutable
class Capture {
    @Id
    private UUID id;
    private UUID attemptId;
    private UUID articleId;
    private UUID articleVersionId;
    private String requested;
    private String finalUrl;
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Map<String, String>> redirects;
    private String connected;
    private int status;
    private @Nullable String mediaType;
    private Instant startedAt;
    private Instant endedAt;
    private String sha256;
    @Basic(fetch = FetchType.LAZY)
    private byte[] warc;
    private String extractor;
    private UUID capturedBy;

    @SuppressWarnings("NullAway.Init")
    protected Capture() {}

    Capture(UUID article, UUID articleVersion, FetchAttempt from, String extractor, Stamp by) {
        this.id = Ids.next();
        this.attemptId = from.id().value();
        this.articleId = article;
        this.articleVersionId = articleVersion;
        this.requested = from.requested();
        this.finalUrl = Objects.requireNonNull(from.finalUrl());
        this.redirects = from.redirects();
        this.connected = Objects.requireNonNull(from.connected());
        this.status = Objects.requireNonNull(from.status());
        this.mediaType = from.mediaType();
        this.startedAt = from.startedAt();
        this.endedAt = from.endedAt();
        this.sha256 = Objects.requireNonNull(from.sha256());
        this.warc = Objects.requireNonNull(from.warc());
        this.extractor = extractor;
        this.capturedBy = by.person();
    }
}
