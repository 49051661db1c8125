package org.isnad.article.capture;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Ids;
import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.FetchTrace;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.text.Erased;

/** One attempt to fetch a document: what came, or why nothing did. Forgotten after a while; what is confirmed is a {@link Capture}. */
@Entity
@Immutable
class FetchAttempt {
    private static final String URL = "url";
    private static final int LONGEST_ADDRESS = 4000;
    private static final int LONGEST_DETAIL = 2000;

    @Id
    private UUID id;
    private UUID askedBy;
    private String requested;
    private @Nullable String finalUrl;
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Map<String, String>> redirects;
    private @Nullable String connected;
    private @Nullable Integer status;
    private @Nullable String mediaType;
    private @Nullable String charset;
    private Instant startedAt;
    private Instant endedAt;
    @Basic(fetch = FetchType.LAZY)
    private byte @Nullable [] document;
    private @Nullable String sha256;
    @Basic(fetch = FetchType.LAZY)
    private byte @Nullable [] warc;
    private @Nullable String failure;
    private @Nullable String detail;
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected FetchAttempt() {}

    private FetchAttempt(FetchTrace trace, UUID askedBy, Duration keep) {
        this.id = Ids.next();
        this.askedBy = askedBy;
        this.requested = cut(storable(trace.requested()), LONGEST_ADDRESS);
        this.finalUrl = trace.finalAddress().map(URI::toString).map(url -> cut(url, LONGEST_ADDRESS)).orElse(null);
        this.redirects = trace.redirects().stream().map(FetchAttempt::redirect).toList();
        this.connected = trace.connected().map(InetAddress::getHostAddress).orElse(null);
        this.status = trace.last().map(Exchange::status).orElse(null);
        this.startedAt = trace.started();
        this.endedAt = trace.ended();
        this.expiresAt = trace.ended().plus(keep);
    }

    static FetchAttempt succeeded(Fetched fetched, String sha256, byte[] warc, UUID askedBy, Duration keep) {
        FetchAttempt attempt = new FetchAttempt(fetched.trace(), askedBy, keep);
        attempt.mediaType = fetched.mediaType().map(type -> cut(storable(type), 200)).orElse(null);
        attempt.charset = fetched.charset().map(name -> cut(name, 100)).orElse(null);
        attempt.document = fetched.body();
        attempt.sha256 = sha256;
        attempt.warc = warc;
        return attempt;
    }

    static FetchAttempt failed(FetchFailed why, byte[] warc, UUID askedBy, Duration keep) {
        FetchAttempt attempt = new FetchAttempt(why.trace(), askedBy, keep);
        attempt.failure = why.reason().name();
        attempt.warc = warc;
        attempt.detail = cut(storable(String.valueOf(why.getMessage())), LONGEST_DETAIL);
        return attempt;
    }

    /** One that was not made, since an article lay there of which something was erased: where that was is not written down again. */
    static FetchAttempt refused(Instant at, UUID askedBy, Duration keep) {
        return new FetchAttempt(askedBy, at, at, at.plus(keep));
    }

    /** The same without the document, the WARC file and all addresses: it led to where such an article lay. */
    FetchAttempt withoutWhatCame() {
        return new FetchAttempt(askedBy, startedAt, endedAt, expiresAt);
    }

    private FetchAttempt(UUID askedBy, Instant startedAt, Instant endedAt, Instant expiresAt) {
        this.id = Ids.next();
        this.askedBy = askedBy;
        this.requested = Erased.TEXT;
        this.redirects = List.of();
        this.startedAt = startedAt;
        this.endedAt = endedAt;
        this.expiresAt = expiresAt;
        this.failure = FetchFailed.Reason.ERASED.name();
        this.detail = "Something was erased here that lay at this address, so it is not fetched again.";
    }

    private static Map<String, String> redirect(Exchange exchange) {
        return Map.of(URL, exchange.address().toString(), "status", Integer.toString(exchange.status()), "connected",
                exchange.connected().getHostAddress());
    }

    /** PostgreSQL stores no NUL, and half of a surrogate pair is no character. */
    private static String storable(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    FetchId id() {
        return new FetchId(id);
    }

    /** Each address that was asked. */
    List<String> addresses() {
        return Stream.of(Stream.of(requested), redirects.stream().map(redirect -> redirect.get(URL)),
                Stream.ofNullable(finalUrl)).flatMap(some -> some).distinct().toList();
    }

    String requested() {
        return requested;
    }

    @Nullable
    String finalUrl() {
        return finalUrl;
    }

    List<Map<String, String>> redirects() {
        return redirects;
    }

    @Nullable
    String connected() {
        return connected;
    }

    @Nullable
    Integer status() {
        return status;
    }

    @Nullable
    String mediaType() {
        return mediaType;
    }

    @Nullable
    String charset() {
        return charset;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    byte @Nullable [] document() {
        return document;
    }

    @Nullable
    String sha256() {
        return sha256;
    }

    byte @Nullable [] warc() {
        return warc;
    }

    /** Why nothing came, as {@link FetchFailed.Reason} names it; null when something came. */
    @Nullable
    String failure() {
        return failure;
    }

    @Nullable
    String detail() {
        return detail;
    }
}
