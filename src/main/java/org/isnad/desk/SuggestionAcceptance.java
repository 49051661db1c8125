package org.isnad.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.Articles;
import org.isnad.article.Span;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Expected;

/** Makes a claim of a suggestion. */
@ApplicationScoped
public class SuggestionAcceptance {
    private final Articles articles;
    private final ArticleSuggestions suggestions;
    private final ClaimTriage claims;
    private final EntityManager entities;

    SuggestionAcceptance(Articles articles, ArticleSuggestions suggestions, ClaimTriage claims,
            EntityManager entities) {
        this.articles = articles;
        this.suggestions = suggestions;
        this.claims = claims;
        this.entities = entities;
    }

    /**
     * Its words become a claim's, accepted and waiting. Of two who do so at once the second finds it decided.
     *
     * @return false when it is not suggested any more
     */
    @Transactional
    public boolean accept(ArticleId article, ArticleVersionId version, Span place, Actor actor) {
        actor.mustBe(Role.SENIOR_EDITOR);
        articles.hold(article);
        return suggestions.at(article.value(), version.value(), place).map(one -> {
            ClaimId claim = claims.propose(version, place.start(), place.end(),
                    new Wording(one.wording(), one.claimant(), null, Priority.NORMAL), actor);
            // Each step of a claim's life is written by itself.
            entities.flush();
            claims.accept(claim, Expected.any(), actor);
            return true;
        }).orElse(false);
    }
}
