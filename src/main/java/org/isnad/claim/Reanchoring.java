package org.isnad.claim;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.isnad.article.ArticleVersion;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.NewVersion;
import org.isnad.article.Passage;
import org.isnad.article.Sentences;
import org.isnad.article.Span;
import org.isnad.article.anchoring.Anchoring;
import org.isnad.article.anchoring.Quote;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/**
 * Finds the words of claims again in a later version of their article. A claim is pinned there by itself only where the version has
 * the same words, up to how they are written. What only comes near may say the contrary, so it is proposed to a person, who also looks
 * for what is not found at all. The earlier appearance stays as it is, and so does the frozen text it points into.
 */
@ApplicationScoped
public class Reanchoring {
    private final Claims claims;
    private final Appearances appearances;
    private final ClaimAccess access;
    private final EntityManager entities;
    private final Event<DomainEvent> events;
    private final Clock clock;

    Reanchoring(Claims claims, Appearances appearances, ClaimAccess access, EntityManager entities,
            Event<DomainEvent> events,
            Clock clock) {
        this.claims = claims;
        this.appearances = appearances;
        this.access = access;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void follow(@Observes NewVersion version) {
        Map<Appearance, Optional<Found>> found = new LinkedHashMap<>();
        // Always in the same order, so that two articles with the same claims never wait for each other.
        Stream.concat(appearances.in(version.older().id()).stream(), stillLost(version.older().id()).stream())
                .sorted(Comparator.comparing(appearance -> appearance.claim().value()))
                .forEach(appearance -> found.put(appearance, found(appearance, version.newer())));
        found.forEach((appearance, there) -> follow(appearance, there, version.newer(), version.by()));
        settle(version.older().id(), version.by());
    }

    /** A claim that was pinned to an earlier version, while there is a later one: its words are looked for there at once. */
    void followLate(Appearance appearance, ArticleVersion latest, Stamp by) {
        follow(appearance, found(appearance, latest), latest, by);
    }

    /**
     * Where words stand in a later version, and how like they are to what was marked.
     *
     * @param same
     *            whether they are the same words
     */
    private record Found(Passage words, double similarity, boolean same) {}

    private void follow(Appearance appearance, Optional<Found> found, ArticleVersion newer, Stamp by) {
        Claim claim = claims.lock(appearance.claim());
        if (found.filter(Found::same).isPresent()) {
            events.fire(claim.movedTo(there(claim, appearance, found.get(), newer, by), by));
        } else {
            entities.persist(
                    new LostAppearance(appearance, newer.id().value(), found.map(Found::words).orElse(null), by));
            events.fire(claim.lost(appearance, newer.number(), by));
        }
    }

    /** A place that is longer than a passage may be is none. */
    private static Optional<Found> found(Appearance appearance, ArticleVersion version) {
        return Anchoring.find(Quote.of(appearance.words()), version.text())
                .filter(anchor -> anchor.span().end() - anchor.span().start() <= Passage.MAX)
                .map(anchor -> new Found(anchor.same()
                        ? Passage.of(version.text(), anchor.span().start(), anchor.span().end())
                        : inWholeSentences(anchor.span(), version), anchor.similarity(), anchor.same()));
    }

    /** What only comes near is read as a whole: the «لم» that turns it around stands before it, and came near to nothing. */
    private static Passage inWholeSentences(Span near, ArticleVersion version) {
        int start = near.start();
        int end = near.end();
        for (Span sentence : Sentences.of(version.text(), version.language())) {
            if (sentence.start() < near.end() && near.start() < sentence.end()) {
                start = Math.min(start, sentence.start());
                end = Math.max(end, sentence.end());
            }
        }
        return end - start <= Passage.MAX
                ? Passage.of(version.text(), start, end)
                : Passage.of(version.text(), near.start(), near.end());
    }

    /** The new appearance, or the one that is there when two places became one. */
    private Appearance there(Claim claim, Appearance appearance, Found found, ArticleVersion newer, Stamp by) {
        return appearances.at(claim.id(), newer.id(), found.words()).orElseGet(() -> {
            Appearance moved = appearance.movedTo(newer, found.words(), found.similarity(), by);
            appearances.persist(moved);
            appearances.flush();
            return moved;
        });
    }

    /** What was lost in that version and nobody has settled: a later one may have it again. */
    private List<Appearance> stillLost(ArticleVersionId version) {
        return entities.createQuery("select a from Appearance a, LostAppearance l where a.id = l.key.appearanceId "
                + "and l.key.articleVersionId = :version and l.settled is null", Appearance.class)
                .setParameter("version", version.value()).getResultList();
    }

    /** What was lost in a version that is not the latest any more was looked for in the later one. */
    private void settle(ArticleVersionId older, Stamp by) {
        entities.createQuery("from LostAppearance l where l.key.articleVersionId = :version and l.settled is null",
                LostAppearance.class).setParameter("version", older.value()).getResultList()
                .forEach(lost -> lost.settle(LostAppearance.Settled.CARRIED, by));
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
        List<LostAppearance> lost = access.mayRead(actor, claim) ? open(id, version) : List.of();
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
