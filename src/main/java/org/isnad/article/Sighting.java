package org.isnad.article;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;

/** That an article's text was seen at another address too. */
@Entity
class Sighting {
    @Id
    private UUID id;
    private UUID articleId;
    private @Nullable String url;
    private UUID seenBy;
    private Instant seenAt;

    @SuppressWarnings("NullAway.Init")
    protected Sighting() {}

    Sighting(ArticleId article, String url, Stamp by) {
        this.id = Ids.next();
        this.articleId = article.value();
        this.url = url;
        this.seenBy = by.person();
        this.seenAt = by.at();
    }
}
