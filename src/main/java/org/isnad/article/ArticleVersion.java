package org.isnad.article;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.isnad.article.extraction.Found;
import org.isnad.identity.PersonId;
import org.isnad.kernel.Stamp;
import org.isnad.kernel.text.Direction;

/** One frozen capture of an article: the bytes as they came, and what a person confirmed that they say. Never changes. */
@Entity
@Immutable
public class ArticleVersion {
    @Id
    private UUID id;
    private UUID articleId;
    private int number;
    // Large, and almost nobody who reads a version wants it.
    @Basic(fetch = FetchType.LAZY)
    private byte[] original;
    private String mediaType;
    private @Nullable String fileName;
    private String sha256;
    private String title;
    private @Nullable String byline;
    private @Nullable String outlet;
    private @Nullable LocalDate publishedOn;
    private String language;
    private String text;
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Found found;
    private UUID capturedBy;
    private Instant capturedAt;

    @SuppressWarnings("NullAway.Init")
    protected ArticleVersion() {}

    ArticleVersion(UUID id, UUID articleId, int number, CheckedArticle article, Stamp by) {
        Content what = article.content();
        Original from = article.original();
        this.id = id;
        this.articleId = articleId;
        this.number = number;
        this.original = from.bytes();
        this.mediaType = from.mediaType();
        this.fileName = from.fileName();
        this.sha256 = from.sha256();
        this.title = what.title();
        this.byline = what.byline();
        this.outlet = what.outlet();
        this.publishedOn = what.publishedOn();
        this.language = what.language();
        this.text = what.text();
        this.found = article.found();
        this.capturedBy = by.person();
        this.capturedAt = by.at();
    }

    public ArticleVersionId id() {
        return new ArticleVersionId(id);
    }

    public ArticleId articleId() {
        return new ArticleId(articleId);
    }

    /** 1 for the first capture. */
    public int number() {
        return number;
    }

    byte[] original() {
        return original;
    }

    /** What the original bytes are, found out from the bytes: {@code text/plain} or {@code text/html}. */
    public String mediaType() {
        return mediaType;
    }

    /** The name under which the bytes came; never used as a path. Null for pasted text. */
    public @Nullable String fileName() {
        return fileName;
    }

    /** SHA-256 of the original bytes, 64 lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    public String title() {
        return title;
    }

    public @Nullable String byline() {
        return byline;
    }

    public @Nullable String outlet() {
        return outlet;
    }

    /** The day it says it was published; null when it does not say. */
    public @Nullable LocalDate publishedOn() {
        return publishedOn;
    }

    /** ISO 639 code of the text's language; {@code und} when unknown. */
    public String language() {
        return language;
    }

    public Direction direction() {
        return Direction.of(text);
    }

    /** Where the document says what is kept of it; null for versions of which that was not kept. */
    public @Nullable Found found() {
        return found;
    }

    /** The text that claims point into. Positions are in Unicode code points. */
    public String text() {
        return text;
    }

    /** SHA-256 of the text in UTF-8: the history names it instead of repeating the whole text. */
    String textSha256() {
        return Original.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public PersonId capturedBy() {
        return new PersonId(capturedBy);
    }

    public Instant capturedAt() {
        return capturedAt;
    }
}
