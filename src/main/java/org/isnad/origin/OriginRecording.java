package org.isnad.origin;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
     * Records some versions of articles from before there were records, each in the article's own history.
     *
     * @param after
     *            the last version of those before; null to begin
     * @return the last version that was looked at; null when there is none left
     */
    @Transactional
    @Nullable
    UUID catchUp(@Nullable UUID after, int most) {
        origins.lockUnrecorded();
        List<UUID> versions = origins.unrecorded(after, most);
        Stamp by = Actor.system("catch-up").stamp(clock);
        for (UUID id : versions) {
            ArticleVersion version = articles.toQuote(new ArticleVersionId(id)).orElseThrow();
            if (record(version, by)) {
                events.fire(DomainEvent.of(AggregateType.ARTICLE, version.articleId().value(),
                        ArticleAction.ARTICLE_ORIGINS_RECORDED, by).on("version/" + version.number()));
            }
        }
        return versions.isEmpty() ? null : versions.get(versions.size() - 1);
    }

    /** @return whether it states any name */
    private boolean record(ArticleVersion version, Stamp by) {
        Set<UUID> stated = new LinkedHashSet<>();
        Bylines.name(version.outlet())
                .ifPresent(outlet -> stated.addAll(names(OriginKind.OUTLET, List.of(outlet), by)));
        stated.addAll(names(OriginKind.AUTHOR, Bylines.authors(version.byline()), by));
        int position = 0;
        for (UUID name : stated) {
            position++;
            origins.add(new ArticleOrigin(version, name, position));
        }
        return !stated.isEmpty();
    }

    private List<UUID> names(OriginKind kind, List<String> names, Stamp by) {
        Map<String, @Nullable UUID> known = new LinkedHashMap<>();
        names.forEach(name -> known.put(name, origins.known(kind, name).orElse(null)));
        List<String> unknown = names.stream().filter(name -> known.get(name) == null).toList();
        if (!unknown.isEmpty()) {
            origins.inOrder(unknown).forEach(name -> make(kind, name, by));
            unknown.forEach(name -> known.put(name, origins.known(kind, name).orElseThrow()));
        }
        List<UUID> ids = new ArrayList<>();
        known.values().forEach(id -> ids.add(Objects.requireNonNull(id)));
        return ids;
    }

    /** Whoever comes second waits for the first and then finds its record. */
    private void make(OriginKind kind, String name, Stamp by) {
        origins.lockName(kind, name);
        if (origins.known(kind, name).isEmpty()) {
            Origin origin = new Origin(kind, name);
            origins.add(origin);
            events.fire(origin.recorded(by));
        }
    }
}
