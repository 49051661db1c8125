package org.isnad.claim;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

import org.isnad.article.Passage;
import org.isnad.kernel.Stamp;

/**
 * An appearance whose words do not stand in a later version of its article, until a person says what became of them. Where something
 * comes near to them, it is proposed.
 */
@Entity
class LostAppearance {
    /** Which appearance, and in which version it was not found. */
    @Embeddable
    record Key(@Column(name = "appearance_id") UUID appearanceId,
            @Column(name = "article_version_id") UUID articleVersionId) implements Serializable {}

    /** What became of the words. */
    enum Settled {
        /** A person found them and marked them. */
        MARKED,
        /** A person looked, and the version does not say it any more. */
        GONE,
        /** There is a later version, in which they were looked for. */
        CARRIED
    }

    @EmbeddedId
    private Key key;
    private UUID claimId;
    private UUID articleId;
    private Instant lostAt;
    private @Nullable Integer nearStart;
    private @Nullable Integer nearEnd;
    @Enumerated(EnumType.STRING)
    private @Nullable Settled settled;
    private @Nullable UUID settledBy;
    private @Nullable Instant settledAt;

    @SuppressWarnings("NullAway.Init")
    protected LostAppearance() {}

    LostAppearance(Appearance appearance, UUID articleVersion, @Nullable Passage near, Stamp by) {
        this.key = new Key(appearance.id(), articleVersion);
        this.claimId = appearance.claim().value();
        this.articleId = appearance.article().value();
        this.lostAt = by.at();
        if (near != null) {
            this.nearStart = near.start();
            this.nearEnd = near.end();
        }
    }

    void settle(Settled how, Stamp by) {
        settled = how;
        settledBy = by.person();
        settledAt = by.at();
    }

    UUID appearance() {
        return key.appearanceId();
    }
}
