package org.isnad.article;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

import org.isnad.article.similarity.Fingerprint;

/** By what a frozen text is found when one like it comes. */
@Entity
@Immutable
class TextFingerprint {
    @Id
    private UUID articleVersionId;
    private UUID articleId;
    private int algorithm;
    private int shingles;
    private int[] minhash;
    private long[] bands;

    @SuppressWarnings("NullAway.Init")
    protected TextFingerprint() {}

    TextFingerprint(UUID articleVersion, UUID article, Fingerprint print) {
        this.articleVersionId = articleVersion;
        this.articleId = article;
        this.algorithm = print.version();
        this.shingles = print.shingles();
        this.minhash = print.values();
        this.bands = print.bands();
    }
}
