package org.isnad.claim;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.isnad.article.ArticleVersion;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.NewVersion;
import org.isnad.article.Passage;
import org.isnad.article.anchoring.Anchor;
import org.isnad.article.anchoring.Anchoring;
import org.isnad.article.anchoring.Quote;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/**
 * Finds the words of claims again in a later version of their article. What cannot be found waits for a person; the earlier
 * appearance stays as it is, and so does the frozen text it points into.
 */
@ApplicationScoped
public class Reanchoring {
    private final Claims claims;
    private final Appearances appearances;
    private final EntityManager entities;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Reanchoring(Claims claims, Appearances appearances, EntityManager entities, Event<DomainEvent> events,
            Clock clock) {
        this.claims = claims;
        this.appearances = appearances;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void follow(@Observes NewVersion version) {
        for (Appearance appearance : appearances.in(version.older().id())) {
            Claim claim = claims.lock(appearance.claim());
            Optional<Anchor> anchor = found(appearance, version.newer());
            if (anchor.isPresent()) {
                move(claim, appearance, anchor.get(), version);
            } else {
                entities.persist(new LostAppearance(appearance, version.newer().id().value(), version.by()));
                events.fire(claim.lost(appearance, version.newer().number(), version.by()));
            }
        }
    }

    private static Optional<Anchor> found(Appearance appearance, ArticleVersion version) {
        Passage words = appearance.words();
        return Anchoring.find(new Quote(words.exact(), words.prefix(), words.suffix(), words.start()), version.text());
    }

    private void move(Claim claim, Appearance appearance, Anchor anchor, NewVersion version) {
        Passage words = Passage.of(version.newer().text(), anchor.span().start(), anchor.span().end());
        // Two places that became one.
        if (!appearances.exists(claim.id(), version.newer().id(), words)) {
            Appearance there = appearance.movedTo(version.newer(), words, anchor.similarity(), version.by());
            appearances.persist(there);
            appearances.flush();
            events.fire(claim.movedTo(there, version.by()));
        }
    }

    /** A person marked the claim's words in a version in which they had been lost. */
    void marked(ClaimId claim, ArticleVersion version, Stamp by) {
        open(claim, version.id()).forEach(lost -> lost.settle(LostAppearance.Settled.MARKED, by));
    }

    /**
     * A person looked: the version does not say it any more. Saying so twice changes nothing.
     *
     * @throws Problem.NotFound
     *             when the claim's words were not lost there
     */
    @Transactional
    public void gone(ClaimId id, ArticleVersionId version, Actor actor) {
        actor.mustBe(Role.REVIEWER, Role.SENIOR_EDITOR);
        Claim claim = claims.lock(id);
        List<LostAppearance> lost = open(id, version);
        if (lost.isEmpty()) {
            throw new Problem.NotFound("lost words");
        }
        Stamp by = actor.stamp(clock);
        for (LostAppearance one : lost) {
            one.settle(LostAppearance.Settled.GONE, by);
            events.fire(claim.gone(one.appearance(), by));
        }
    }

    private List<LostAppearance> open(ClaimId claim, ArticleVersionId version) {
        return entities.createQuery("from LostAppearance l where l.claimId = :claim and l.settled is null "
                + "and l.key.articleVersionId = :version order by l.key.appearanceId", LostAppearance.class)
                .setParameter("claim", claim.value()).setParameter("version", version.value()).getResultList();
    }
}
