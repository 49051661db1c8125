package org.isnad.audit.history;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Reading;
import org.isnad.identity.Readings;
import org.isnad.identity.Role;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/**
 * Reads the history of one claim. Whoever may not see it is told that there is none: the permission is part of the query, and
 * every other method takes the heading that this query gave out.
 */
@ApplicationScoped
@Transactional
public class ClaimHistory {
    private static final String HEADING = """
            select c.id, c.wording, c.language, c.claimant, c.state, c.round, r.tone, r.label_en, r.label_ar
            from claim c
            left join lateral (select v.scale_version, v.rating_code from verdict_revision v where v.claim_id = c.id
                               order by v.number desc limit 1) latest on true
            left join rating r on r.scale_version = latest.scale_version and r.code = latest.rating_code
            where c.id = :claim
              and (:all or exists (select 1 from claim_contributor k where k.claim_id = c.id and k.person_id = :person))
            """;
    private static final String EVENTS = """
            with rounds as (select aggregate_version as since from audit_event
                            where aggregate_type = 'CLAIM' and aggregate_id = :claim and action = 'CORRECTION_OPENED'),
            events as (select e.*, (1 + (select count(*) from rounds where since <= e.aggregate_version))::int as round
                       from audit_event e where e.aggregate_type = 'CLAIM' and e.aggregate_id = :claim)
            select e.id, e.aggregate_version, e.action, e.part, g.number as evidence, e.actor,
                   coalesce(p.name, 'Isnad') as name, e.authentication, e.at, e.round,
                   l.index, k.size, k.at as signed_at
            from events e
            left join log_leaf l on l.event_id = e.id
            left join lateral (select size, at from log_checkpoint where size > l.index order by size limit 1) k on true
            left join person p on p.id = e.actor
            left join evidence g on g.claim_id = :claim and e.part = 'evidence/' || g.id
            where e.aggregate_version < :before
              and (cast(:actor as uuid) is null or e.actor = :actor)
              and (cast(:action as text) is null or e.action = :action)
              and (cast(:round as int) is null or e.round = :round)
              and (not :refused or e.action like '%\\_REFUSED')
              and (:reading or e.action not in (:readings))
            order by e.aggregate_version desc
            """;
    private static final String CHANGES = """
            select event_id, field, convert_from(payload, 'UTF8') as payload
            from audit_change where event_id in (:events) order by event_id, position
            """;
    private static final String NAMES = """
            select id as person, name, null as rating, null as tone, null as label_en, null as label_ar
            from person where id = any(:people)
            union all
            select null, null, scale_version || '/' || code, tone, label_en, label_ar
            from rating where scale_version = any(:scales)
            """;
    private static final String SUMMARY = """
            select e.actor, coalesce(p.name, 'Isnad') as name, e.action, count(*) as events
            from audit_event e left join person p on p.id = e.actor
            where e.aggregate_type = 'CLAIM' and e.aggregate_id = :claim
            group by e.actor, p.name, e.action order by name, e.actor, min(e.aggregate_version)
            """;

    private final Session session;
    private final Readings readings;

    ClaimHistory(Session session, Readings readings) {
        this.session = session;
        this.readings = readings;
    }

    /**
     * The claim whose history the actor wants to read: auditors and senior editors any, reviewers those they contributed to. That an
     * auditor reads it becomes the last step of that history.
     *
     * @param reading
     *            {@code HISTORY_READ} or {@code BUNDLE_EXPORTED}
     * @throws Problem.NotFound
     *             when there is no such claim or its history is not for the actor
     */
    public ClaimHeading heading(UUID claim, Reading reading, Actor actor) {
        boolean all = actor.isAny(Role.SENIOR_EDITOR, Role.AUDITOR);
        if (!all && !actor.is(Role.REVIEWER)) {
            throw new Problem.NotFound("claim");
        }
        ClaimHeading heading = query(HEADING).setParameter("claim", claim).setParameter("all", all)
                .setParameter("person", actor.person().value()).getResultStream().map(ClaimHistory::heading).findFirst()
                .orElseThrow(() -> new Problem.NotFound("claim"));
        readings.of(AggregateType.CLAIM, claim, reading, actor);
        return heading;
    }

    /**
     * The newest steps first.
     *
     * @param after
     *            the cursor of the page before; null for the newest
     */
    public Page<HistoryEvent> events(ClaimHeading claim, HistoryFilter filter, int limit, @Nullable String after) {
        long before = Cursor.parts(after, 1).map(key -> version(key.get(0))).orElse(Long.MAX_VALUE);
        List<HistoryEvent> bare = query(EVENTS).addScalar("id", StandardBasicTypes.UUID)
                .addScalar("aggregate_version", StandardBasicTypes.LONG).addScalar("action", StandardBasicTypes.STRING)
                .addScalar("part", StandardBasicTypes.STRING).addScalar("evidence", StandardBasicTypes.INTEGER)
                .addScalar("actor", StandardBasicTypes.UUID).addScalar("name", StandardBasicTypes.STRING)
                .addScalar("authentication", StandardBasicTypes.STRING).addScalar("at", StandardBasicTypes.INSTANT)
                .addScalar("round", StandardBasicTypes.INTEGER).addScalar("index", StandardBasicTypes.LONG)
                .addScalar("size", StandardBasicTypes.LONG).addScalar("signed_at", StandardBasicTypes.INSTANT)
                .setParameter("claim", claim.id())
                .setParameter("before", before).setParameter("actor", filter.person(), UUID.class)
                .setParameter("action", filter.action(), String.class)
                .setParameter("round", filter.round(), Integer.class).setParameter("refused", filter.refused())
                .setParameter("reading", filter.reading())
                .setParameterList("readings", HistoryFilter.READINGS).setMaxResults(limit + 1).getResultStream()
                .map(ClaimHistory::event).toList();
        Page<HistoryEvent> page = Page.of(bare, limit, event -> Cursor.of(event.version()));
        Map<UUID, List<HistoryEvent.Change>> changes = changes(page.items());
        return page.map(event -> event.with(changes.getOrDefault(event.id(), List.of())));
    }

    /** Who took which steps, to filter by. */
    public HistorySummary summary(ClaimHeading claim) {
        Map<UUID, HistorySummary.Person> people = new LinkedHashMap<>();
        Set<String> actions = new LinkedHashSet<>();
        long events = 0;
        for (Tuple row : query(SUMMARY).setParameter("claim", claim.id()).getResultList()) {
            UUID actor = row.get("actor", UUID.class);
            people.putIfAbsent(actor, new HistorySummary.Person(actor, row.get("name", String.class)));
            actions.add(row.get("action", String.class));
            events += row.get("events", Long.class);
        }
        return new HistorySummary(List.copyOf(people.values()), actions.stream().sorted().toList(), events);
    }

    /** What the persons and the ratings are called that a history's values mention; one statement, or none for nothing. */
    public HistoryNames names(Collection<UUID> people, Collection<Integer> scales) {
        Map<UUID, String> persons = new HashMap<>();
        Map<String, ClaimHeading.RatingName> ratings = new HashMap<>();
        if (!people.isEmpty() || !scales.isEmpty()) {
            query(NAMES).setParameter("people", people.toArray(UUID[]::new))
                    .setParameter("scales", scales.toArray(Integer[]::new)).getResultStream().forEach(row -> {
                        UUID person = row.get("person", UUID.class);
                        if (person != null) {
                            persons.put(person, row.get("name", String.class));
                        } else {
                            ratings.put(row.get("rating", String.class), rating(row).orElseThrow());
                        }
                    });
        }
        return new HistoryNames(persons, ratings);
    }

    /** What each of the steps changed; one statement, or none for no steps. */
    Map<UUID, List<HistoryEvent.Change>> changes(List<HistoryEvent> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        return query(CHANGES).setParameterList("events", events.stream().map(HistoryEvent::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(row -> row.get("event_id", UUID.class), HashMap::new,
                        Collectors.mapping(row -> new HistoryEvent.Change(row.get("field", String.class),
                                row.get("payload", String.class)), Collectors.toList())));
    }

    private NativeQuery<Tuple> query(String sql) {
        return session.createNativeQuery(sql, Tuple.class);
    }

    private static ClaimHeading heading(Tuple row) {
        return new ClaimHeading(row.get("id", UUID.class), row.get("wording", String.class),
                row.get("language", String.class), row.get("claimant", String.class), row.get("state", String.class),
                row.get("round", Integer.class), rating(row).orElse(null));
    }

    private static Optional<ClaimHeading.RatingName> rating(Tuple row) {
        return Optional.ofNullable(row.get("tone", String.class)).map(tone -> new ClaimHeading.RatingName(tone,
                row.get("label_en", String.class), row.get("label_ar", String.class)));
    }

    private static HistoryEvent event(Tuple row) {
        return new HistoryEvent(row.get("id", UUID.class), row.get("aggregate_version", Long.class),
                row.get("action", String.class), row.get("part", String.class), row.get("evidence", Integer.class),
                row.get("actor", UUID.class), row.get("name", String.class), row.get("authentication", String.class),
                row.get("at", Instant.class), row.get("round", Integer.class),
                new LogPlace(row.get("index", Long.class), row.get("size", Long.class),
                        row.get("signed_at", Instant.class)),
                List.of());
    }

    private static long version(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("after", "not-a-cursor");
        }
    }
}
