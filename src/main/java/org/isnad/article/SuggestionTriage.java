package org.isnad.article;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/**
 * What a person decides about a suggestion that is no claim. One that is, is proposed as a claim like any other words. Doing either
 * twice changes nothing.
 */
@ApplicationScoped
@Transactional
public class SuggestionTriage {
    private final Articles articles;
    private final EntityManager entities;
    private final Event<DomainEvent> events;
    private final Clock clock;

    SuggestionTriage(Articles articles, EntityManager entities, Event<DomainEvent> events, Clock clock) {
        this.articles = articles;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    /**
     * It is not suggested any more.
     *
     * @throws Problem.Invalid
     *             field {@code passage}, when the version's text has no such place
     */
    public void dismiss(ArticleVersionId where, Span span, Actor actor) {
        ArticleId article = locked(where, span, actor);
        DismissedSuggestion.Place place = place(where, span);
        if (entities.find(DismissedSuggestion.class, place) == null) {
            Stamp by = actor.stamp(clock);
            DismissedSuggestion dismissed = new DismissedSuggestion(place, article.value(), by);
            entities.persist(dismissed);
            events.fire(dismissed.dismissed(by));
        }
    }

    /** It is suggested again. */
    public void restore(ArticleVersionId where, Span span, Actor actor) {
        locked(where, span, actor);
        DismissedSuggestion dismissed = entities.find(DismissedSuggestion.class, place(where, span));
        if (dismissed != null) {
            entities.remove(dismissed);
            events.fire(dismissed.restored(actor.stamp(clock)));
        }
    }

    private ArticleId locked(ArticleVersionId where, Span span, Actor actor) {
        actor.mustBe(Role.SENIOR_EDITOR);
        ArticleVersion version = articles.version(where).orElseThrow(() -> new Problem.NotFound("article"));
        if (span.start() < 0 || span.end() <= span.start() || span.end() > CodePoints.length(version.text())) {
            throw new Problem.Invalid("passage", "outside-the-text");
        }
        return articles.lock(version.articleId()).id();
    }

    private static DismissedSuggestion.Place place(ArticleVersionId where, Span span) {
        return new DismissedSuggestion.Place(where.value(), span.start(), span.end());
    }
}
