package org.isnad.origin;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import org.hibernate.annotations.Immutable;

import org.isnad.article.ArticleVersion;

/** That a version of an article states a name, as who published or wrote it. */
@Entity
@Immutable
class ArticleOrigin {
    @Embeddable
    record Key(@Column(name = "article_version_id") UUID articleVersionId,
            @Column(name = "name_id") UUID nameId) implements Serializable {}

    @EmbeddedId
    private Key key;
    private UUID articleId;
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected ArticleOrigin() {}

    /** @param position 1 for what it states first */
    ArticleOrigin(ArticleVersion version, UUID name, int position) {
        this.key = new Key(version.id().value(), name);
        this.articleId = version.articleId().value();
        this.position = position;
    }
}
