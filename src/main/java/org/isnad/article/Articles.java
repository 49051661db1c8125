package org.isnad.article;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Problem;

/** The articles at the desk. */
@ApplicationScoped
public class Articles implements PanacheRepositoryBase<Article, UUID> {

    public Optional<Article> find(ArticleId id) {
        return findByIdOptional(id.value());
    }

    public Optional<ArticleVersion> version(ArticleVersionId id) {
        return Optional.ofNullable(getEntityManager().find(ArticleVersion.class, id.value()));
    }

    /** The article for a change: nobody else changes it until the transaction ends. */
    Article lock(ArticleId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem.NotFound("article"));
    }

    void add(Article article, ArticleVersion version) {
        persist(article);
        // The version's row refers to the article's, which therefore has to be there first.
        flush();
        getEntityManager().persist(version);
    }

    /** The article that holds these bytes or has this address; bytes weigh more than an address. */
    Optional<ArticleId> known(String sha256, @Nullable String url) {
        return session().createNativeQuery("""
                select article_id from (
                    select article_id, 1 as rank from article_version where sha256 = :sha256
                    union all
                    select id, 2 from article where url = cast(:url as text)) found
                order by rank limit 1
                """, UUID.class).setParameter("sha256", sha256).setParameter("url", url).uniqueResultOptional()
                .map(ArticleId::new);
    }

    /** Makes whoever else wants one of these keys wait until this transaction ends. */
    void lockFor(List<String> keys) {
        // Always in the same order, so that two who want the same two never wait for each other.
        keys.stream().sorted().forEach(key -> session()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))", Integer.class)
                .setParameter("key", key).getSingleResult());
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
