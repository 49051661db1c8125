package org.isnad.origin;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleAction;
import org.isnad.article.ArticleVersion;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.Articles;
import org.isnad.article.KeptVersion;
import org.isnad.identity.Actor;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Stamp;

/**
 * Records which outlet and authors an article states, in the transaction that keeps the article. A name that is not known becomes a
 * record.
 */
@ApplicationScoped
class OriginRecording {
    private final Origins origins;
    private final Articles articles;
    private final Event<DomainEvent> events;
    private final Clock clock;

    OriginRecording(Origins origins, Articles articles, Event<DomainEvent> events, Clock clock) {
        this.origins = origins;
        this.articles = articles;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void record(@Observes KeptVersion kept) {
        record(kept.version(), kept.by());
    }

    /**
     * Records the next version of an article from before there were records, in the article's own history. One in a transaction, so
     * that nobody waits for long, and no lock is held while the next article's are taken.
     *
     * @param after
     *            the version before; null to begin
     * @return the version that was looked at; null when there is none left
     */
    @Transactional
    @Nullable
    UUID catchUp(@Nullable UUID after) {
        origins.lockUnrecorded();
        UUID next = origins.unrecorded(after).orElse(null);
        if (next != null) {
            Stamp by = Actor.system("catch-up").stamp(clock);
            ArticleVersion version = articles.toQuote(new ArticleVersionId(next)).orElseThrow();
            if (record(version, by)) {
                events.fire(DomainEvent.of(AggregateType.ARTICLE, version.articleId().value(),
                        ArticleAction.ARTICLE_ORIGINS_RECORDED, by).on("version/" + version.number()));
            }
        }
        return next;
    }

    /** @return whether it states any name */
    private boolean record(ArticleVersion version, Stamp by) {
        List<StatedName> stated = new ArrayList<>();
        Bylines.name(version.outlet()).map(name -> new StatedName(OriginKind.OUTLET, name)).ifPresent(stated::add);
        Bylines.authors(version.byline()).forEach(name -> stated.add(new StatedName(OriginKind.AUTHOR, name)));
        int position = 0;
        for (UUID name : ids(stated, by)) {
            position++;
            origins.add(new ArticleOrigin(version, name, position));
        }
        return !stated.isEmpty();
    }

    /** In the names' order, each once. */
    private Set<UUID> ids(List<StatedName> names, Stamp by) {
        Map<StatedName, UUID> known = new HashMap<>(origins.known(names));
        List<StatedName> unknown = names.stream().filter(name -> !known.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            origins.inOrder(unknown).forEach(name -> make(name, by));
            known.putAll(origins.known(unknown));
        }
        Set<UUID> ids = new LinkedHashSet<>();
        names.forEach(name -> ids.add(Objects.requireNonNull(known.get(name))));
        return ids;
    }

    /** Whoever comes second waits for the first and then finds its record. */
    private void make(StatedName name, Stamp by) {
        origins.lockName(name);
        if (origins.known(List.of(name)).isEmpty()) {
            Origin origin = new Origin(name.kind(), name.text());
            origins.add(origin);
            events.fire(origin.recorded(by));
        }
    }
}
