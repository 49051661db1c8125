package org.isnad.claim;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.isnad.article.ArticleVersionId;
import org.isnad.article.Passage;

/** Where claims are made. */
@ApplicationScoped
public class Appearances implements PanacheRepositoryBase<Appearance, UUID> {

    /** A claim's appearances, oldest first. */
    public List<Appearance> of(ClaimId claim) {
        return list("claimId = ?1 order by id", claim.value());
    }

    /** All claims' appearances in one article version, in reading order. */
    public List<Appearance> in(ArticleVersionId version) {
        return list("articleVersionId = ?1 order by start, end, id", version.value());
    }

    boolean exists(ClaimId claim, ArticleVersionId version, Passage words) {
        return count("claimId = ?1 and articleVersionId = ?2 and start = ?3 and end = ?4", claim.value(),
                version.value(),
                words.start(), words.end()) > 0;
    }
}
