package org.isnad.article;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The articles at the desk. */
@ApplicationScoped
public class Articles implements PanacheRepositoryBase<Article, UUID> {

    public Optional<Article> find(ArticleId id) {
        return findByIdOptional(id.value());
    }

    public Optional<ArticleVersion> version(ArticleVersionId id) {
        return Optional.ofNullable(getEntityManager().find(ArticleVersion.class, id.value()));
    }
}
