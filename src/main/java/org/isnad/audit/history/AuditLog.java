package org.isnad.audit.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Readings;
import org.isnad.identity.Role;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** Reads the whole log: every step of everything, in the log's order. For auditors. */
@ApplicationScoped
@Transactional
public class AuditLog {
    /** More names than a list to choose from can hold. */
    private static final int MOST_PEOPLE = 500;
    /** Beyond this, how many steps wait is not counted. */
    public static final int MOST_WAITING = 1_000;
    /**
     * The chosen places come first and by themselves, from one range of an index; what else is told of them is looked up for a page's
     * worth of rows.
     */
    private static final String STEPS = """
            with chosen as materialized (select n.index, n.aggregate_type, n.aggregate_id from log_entry n where %s
                                         order by %s limit :rows)
            select n.index, n.aggregate_type, n.aggregate_id, e.id, e.aggregate_version, e.action, e.part, g.number as evidence,
                   e.actor, coalesce(p.name, 'Isnad') as name, e.authentication, e.at, k.size, k.at as signed_at,
                   coalesce(c.wording, v.title, who.name, feed.name, origin.name) as text, coalesce(c.language, v.language) as language,
                   scale.version as scale
            from chosen n
            join log_leaf l on l.index = n.index
            join audit_event e on e.id = l.event_id
            left join person p on p.id = e.actor
            left join lateral (select size, at from log_checkpoint where size > n.index order by size limit 1) k on true
            left join claim c on n.aggregate_type = 'CLAIM' and c.id = n.aggregate_id
            left join evidence g on n.aggregate_type = 'CLAIM' and g.claim_id = n.aggregate_id and e.part = 'evidence/' || g.id
            left join article a on n.aggregate_type = 'ARTICLE' and a.id = n.aggregate_id
            left join article_version v on v.id = a.latest_version
            left join person who on n.aggregate_type = 'PERSON' and who.id = n.aggregate_id
            left join rating_scale scale on n.aggregate_type = 'RATING_SCALE' and scale.id = n.aggregate_id
            left join feed on n.aggregate_type = 'SOURCE' and feed.id = n.aggregate_id
            left join origin on n.aggregate_type = 'ORIGIN' and origin.id = n.aggregate_id
            order by n.index desc
            """;
    /** The entries of a span of time lie between the first that is late enough and the last that can be early enough. */
    private static final String FIRST = """
            coalesce((select index from log_entry where latest >= :from order by latest, index limit 1), 9223372036854775807)""";
    private static final String LAST = """
            coalesce((select index from log_entry
                      where latest < cast(:to as timestamptz) + coalesce((select max(latest - at) from log_entry
                                                                          where latest - at > interval '1 second'),
                                                                         interval '1 second')
                      order by latest desc, index desc limit 1), -1)""";
    private static final String REFUSED = "n.action like '%\\_REFUSED'";
    /** Nothing that ended ten minutes ago waits still; so only what came since is looked through. */
    private static final String WAITING = """
            select count(*) from (
                select 1 from audit_event e
                where e.transaction_id >= coalesce((select x.transaction_id from log_entry n join log_leaf l on l.index = n.index
                                                    join audit_event x on x.id = l.event_id where n.latest < :long_ago
                                                    order by n.latest desc, n.index desc limit 1), '0'::xid8)
                  and (select l.index from log_leaf l where l.event_id = e.id) is null
                limit :most) w
            """;
    private static final String PEOPLE = """
            (select id, name from person order by lower(name), id limit :most)
            union select id, name from person where id = :chosen order by name, id
            """;

    private final Session session;
    private final ClaimHistory history;
    private final Readings readings;

    AuditLog(Session session, ClaimHistory history, Readings readings) {
        this.session = session;
        this.history = history;
        this.readings = readings;
    }

    /**
     * Steps, the one that entered the log last first. That they were read becomes a step itself.
     *
     * @param after
     *            the cursor of the page before; null for the newest
     */
    public Page<LogStep> steps(LogFilter filter, int limit, @Nullable String after, Actor actor) {
        actor.mustBe(Role.AUDITOR);
        NativeQuery<Tuple> query = query(steps(filter, after)).setParameter("rows", limit + 1);
        parameters(filter, after, query);
        List<LogStep> bare = query.addScalar("index", StandardBasicTypes.LONG)
                .addScalar("aggregate_type", StandardBasicTypes.STRING)
                .addScalar("aggregate_id", StandardBasicTypes.UUID).addScalar("id", StandardBasicTypes.UUID)
                .addScalar("aggregate_version", StandardBasicTypes.LONG).addScalar("action", StandardBasicTypes.STRING)
                .addScalar("part", StandardBasicTypes.STRING).addScalar("evidence", StandardBasicTypes.INTEGER)
                .addScalar("actor", StandardBasicTypes.UUID).addScalar("name", StandardBasicTypes.STRING)
                .addScalar("authentication", StandardBasicTypes.STRING).addScalar("at", StandardBasicTypes.INSTANT)
                .addScalar("size", StandardBasicTypes.LONG).addScalar("signed_at", StandardBasicTypes.INSTANT)
                .addScalar("text", StandardBasicTypes.STRING).addScalar("language", StandardBasicTypes.STRING)
                .addScalar("scale", StandardBasicTypes.INTEGER).getResultStream().map(AuditLog::step).toList();
        Page<LogStep> page = Page.of(bare, limit, step -> Cursor.of(String.valueOf(step.event().place().leaf())));
        Map<UUID, List<HistoryEvent.Change>> changes = history
                .changes(page.items().stream().map(LogStep::event).toList());
        readings.list("log", page.items().stream().map(step -> step.subject().id()).toList(), actor);
        return page.map(step -> step.with(changes.getOrDefault(step.event().id(), List.of())));
    }

    /**
     * How many steps have no place in the log yet, up to one more than {@link #MOST_WAITING}.
     *
     * @param now
     *            the present time
     */
    public long waiting(Instant now, Actor actor) {
        actor.mustBe(Role.AUDITOR);
        return ((Number) session.createNativeQuery(WAITING, Long.class)
                .setParameter("long_ago", now.minusSeconds(600)).setParameter("most", MOST_WAITING + 1)
                .getSingleResult()).longValue();
    }

    /**
     * Whom the log can be searched for, by name.
     *
     * @param chosen
     *            somebody who must be among them, if there is such a person; null for nobody
     */
    public List<HistorySummary.Person> people(@Nullable UUID chosen, Actor actor) {
        actor.mustBe(Role.AUDITOR);
        return query(PEOPLE).addScalar("id", StandardBasicTypes.UUID).addScalar("name", StandardBasicTypes.STRING)
                .setParameter("most", MOST_PEOPLE).setParameter("chosen", chosen, UUID.class).getResultStream()
                .map(row -> new HistorySummary.Person(row.get("id", UUID.class), row.get("name", String.class)))
                .toList();
    }

    /** Who asks for some of the steps gets them from an index of those; see the table's migration for the negative place. */
    private static String steps(LogFilter filter, @Nullable String after) {
        List<String> all = new ArrayList<>();
        all.add("true");
        if (filter.person() != null) {
            all.add("n.actor = :person");
        }
        if (filter.action() != null) {
            all.add("n.action = :action");
        }
        if (filter.about() != null) {
            all.add("n.aggregate_id = :about");
        }
        if (filter.refused()) {
            all.add(REFUSED);
        }
        boolean some = all.size() > 1;
        if (filter.from() != null) {
            all.add((some ? "- n.index <= - " : "n.index >= ") + FIRST + " and n.at >= :from");
        }
        if (filter.to() != null) {
            all.add((some ? "- n.index >= - " : "n.index <= ") + LAST + " and n.at < :to");
        }
        if (Cursor.parts(after, 1).isPresent()) {
            all.add(some ? "- n.index > - cast(:before as bigint)" : "n.index < :before");
        }
        return STEPS.formatted(String.join(" and ", all), some ? "- n.index" : "n.index desc");
    }

    private static void parameters(LogFilter filter, @Nullable String after, NativeQuery<Tuple> query) {
        if (filter.person() != null) {
            query.setParameter("person", filter.person());
        }
        if (filter.action() != null) {
            query.setParameter("action", filter.action());
        }
        if (filter.about() != null) {
            query.setParameter("about", filter.about());
        }
        if (filter.from() != null) {
            query.setParameter("from", filter.from());
        }
        if (filter.to() != null) {
            query.setParameter("to", filter.to());
        }
        Cursor.parts(after, 1).ifPresent(key -> query.setParameter("before", leaf(key.get(0))));
    }

    private static long leaf(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("after", "not-a-cursor");
        }
    }

    private NativeQuery<Tuple> query(String sql) {
        return session.createNativeQuery(sql, Tuple.class);
    }

    private static LogStep step(Tuple row) {
        return new LogStep(
                new LogStep.Subject(row.get("aggregate_type", String.class), row.get("aggregate_id", UUID.class),
                        row.get("text", String.class), row.get("language", String.class),
                        row.get("scale", Integer.class)),
                new HistoryEvent(row.get("id", UUID.class), row.get("aggregate_version", Long.class),
                        row.get("action", String.class), row.get("part", String.class),
                        row.get("evidence", Integer.class), row.get("actor", UUID.class), row.get("name", String.class),
                        row.get("authentication", String.class), row.get("at", Instant.class), 0,
                        new LogPlace(row.get("index", Long.class), row.get("size", Long.class),
                                row.get("signed_at", Instant.class)),
                        List.of()));
    }
}
