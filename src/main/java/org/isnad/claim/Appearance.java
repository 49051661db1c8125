package org.isnad.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleVersion;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.Passage;
import org.isnad.article.language.Languages;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;

/**
 * A place where a claim is made: exact words of one frozen article version, as W3C Web Annotation selectors
 * ({@code TextQuoteSelector} and {@code TextPositionSelector}; positions in Unicode code points, end exclusive).
 */
@Entity
public class Appearance {
    @Id
    private UUID id;
    private UUID claimId;
    private UUID articleId;
    private UUID articleVersionId;
    private String exact;
    private String prefix;
    private String suffix;
    @Column(name = "start_at")
    private int start;
    @Column(name = "end_at")
    private int end;
    private UUID addedBy;
    private Instant addedAt;
    private @Nullable String language;
    private @Nullable UUID anchoredFrom;
    @Column(precision = 4, scale = 3)
    private @Nullable BigDecimal similarity;

    @SuppressWarnings("NullAway.Init")
    protected Appearance() {}

    Appearance(ClaimId claim, ArticleVersion version, Passage words, Stamp by) {
        this.id = Ids.next();
        this.claimId = claim.value();
        this.articleId = version.articleId().value();
        this.articleVersionId = version.id().value();
        this.exact = words.exact();
        this.prefix = words.prefix();
        this.suffix = words.suffix();
        this.start = words.start();
        this.end = words.end();
        this.language = Languages.ofPassage(words.exact(), version.language());
        this.addedBy = by.person();
        this.addedAt = by.at();
    }

    /** The same claim where its words were found again in a later version; similarity from 0 to 1. */
    Appearance movedTo(ArticleVersion version, Passage found, double howSimilar, Stamp by) {
        Appearance there = new Appearance(claim(), version, found, by);
        there.anchoredFrom = id;
        there.similarity = BigDecimal.valueOf(howSimilar).setScale(3, RoundingMode.DOWN);
        return there;
    }

    Map<String, Object> describe() {
        return Map.of("article", articleId.toString(), "articleVersion", articleVersionId.toString(), "exact", exact,
                "start",
                start, "end", end);
    }

    public UUID id() {
        return id;
    }

    public ClaimId claim() {
        return new ClaimId(claimId);
    }

    public ArticleId article() {
        return new ArticleId(articleId);
    }

    public ArticleVersionId articleVersion() {
        return new ArticleVersionId(articleVersionId);
    }

    public Passage words() {
        return new Passage(exact, prefix, suffix, start, end);
    }

    /**
     * ISO 639 code of the language of its own words, {@code und} for unknown; null for those marked before the desk told it, which
     * are taken to be in their article's.
     */
    public @Nullable String language() {
        return language;
    }

    public Instant addedAt() {
        return addedAt;
    }
}
