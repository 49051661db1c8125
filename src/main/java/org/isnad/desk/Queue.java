package org.isnad.desk;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimState;
import org.isnad.claim.Priority;
import org.isnad.desk.QueueItem.Returned;
import org.isnad.identity.PersonId;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** Reads My queue: one statement for the numbers beside the lists, one for a page of the chosen list. */
@ApplicationScoped
public class Queue {
    private static final int SIZE = 20;
    /** Priorities by urgency, so that they sort. */
    private static final String RANK = "array_position(array['HIGH', 'NORMAL', 'LOW'], c.priority)";
    private static final String RETURNED = """
            exists (select 1 from approval d join verdict_revision r on r.id = d.revision_id
                    where d.claim_id = c.id and d.decision = 'RETURNED' and r.round = c.round
                      and r.number = (select max(number) from verdict_revision where claim_id = c.id))
            """;
    /** Picks the rows of the page first, by the key alone; what is shown of them is joined to these few. */
    private static final String SHOWN = """
            select c.id, c.wording, c.language, c.claimant, c.state, c.priority, c.round, page.at, page.rank, o.outlet,
                   e.pieces, v.id is not null as begun, d.decided_at, d.reason, p.name as decided_by
            from page join claim c on c.id = page.claim_id
            left join lateral (select w.outlet from appearance a join article_version w on w.id = a.article_version_id
                               where a.claim_id = c.id order by a.id limit 1) o on true
            left join lateral (select count(*) as pieces from evidence where claim_id = c.id and removed_at is null) e on true
            left join lateral (select id from verdict_revision where claim_id = c.id and round = c.round
                               order by number desc limit 1) r on true
            left join approval d on d.revision_id = r.id and d.decision = 'RETURNED'
            left join person p on p.id = d.decided_by
            left join verdict v on v.claim_id = c.id and v.round = c.round
            """;

    private static final String COUNTS = """
            with mine as (select c.id, c.round, c.state, a.due_at from assignment a join claim c on c.id = a.claim_id
                          where a.assignee_id = :person and a.ended_at is null limit 2000)
            select (select count(*) from mine where state = 'ASSIGNED') as todo,
                   (select count(*) from mine where state = 'ASSIGNED' and due_at < :now) as late,
                   (select count(*) from mine c where c.state = 'ASSIGNED' and %s) as returned,
                   (select count(*) from mine where state = 'SUBMITTED') as waiting,
                   (select count(*) from (select 1 from assignment a where a.assignee_id = :person and a.ending = 'DONE'
                        limit 1000) d) as done,
                   (select count(*) from (select 1 from claim where state = 'QUEUED' limit 1000) q) as open
            """.formatted(RETURNED);

    private final EntityManager database;

    Queue(EntityManager database) {
        this.database = database;
    }

    /**
     * How long each list is; counting stops at a thousand.
     *
     * @param late
     *            how much of the to-do list is past its time
     */
    public record Counts(long todo, long late, long returned, long waiting, long done, long open) {
        public long of(QueueList list) {
            return switch (list) {
                case TODO -> todo;
                case RETURNED -> returned;
                case WAITING -> waiting;
                case DONE -> done;
                case OPEN -> open;
            };
        }
    }

    public Counts counts(PersonId person, Instant now) {
        Row row = Row.of(database.createNativeQuery(COUNTS, Tuple.class).setParameter("person", person.value())
                .setParameter("now", now).getSingleResult());
        return new Counts(row.number("todo"), row.number("late"), row.number("returned"), row.number("waiting"),
                row.number("done"), row.number("open"));
    }

    /**
     * A page of a list.
     *
     * @param after
     *            the cursor of the page before; null for the first
     */
    public Page<QueueItem> page(QueueList list, QueueFilter filter, PersonId person, @Nullable String after) {
        Optional<Key> key = Key.of(after);
        Query query = database.createNativeQuery(
                "with page as (" + key(list) + filtered(filter) + (key.isPresent() ? behind(list) : "")
                        + order(list, "")
                        + " limit " + (SIZE + 1) + ") " + SHOWN + order(list, "page."),
                Tuple.class);
        if (list != QueueList.OPEN) {
            query.setParameter("person", person.value());
        }
        if (filter.words() != null) {
            query.setParameter("words", filter.pattern());
        }
        if (filter.language() != null) {
            query.setParameter("language", filter.language());
        }
        if (filter.priority() != null) {
            query.setParameter("priority", filter.priority().name());
        }
        key.ifPresent(k -> {
            query.setParameter("id", k.id());
            if (list == QueueList.OPEN) {
                query.setParameter("rank", k.rank());
            } else {
                query.setParameter("at", k.at());
            }
        });
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return Page.of(rows.stream().map(Row::new).toList(), SIZE,
                row -> Cursor.of(row.number("rank"), row.instant("at"), row.id("id"))).map(Queue::item);
    }

    /** The time that a page's first row comes after, which says whether a group of days goes on. */
    public static Optional<Instant> lastTime(@Nullable String after) {
        return Key.of(after).map(Key::at);
    }

    private static String key(QueueList list) {
        return switch (list) {
            case TODO -> mine("a.ended_at is null and c.state = 'ASSIGNED'", "a.due_at");
            case RETURNED -> mine("a.ended_at is null and c.state = 'ASSIGNED' and " + RETURNED, "a.due_at");
            case WAITING -> mine("a.ended_at is null and c.state = 'SUBMITTED'", "a.due_at");
            case DONE -> mine("a.ending = 'DONE'", "a.ended_at");
            case OPEN -> "select c.id as claim_id, c.proposed_at as at, " + RANK
                    + " as rank from claim c where c.state = 'QUEUED'";
        };
    }

    private static String mine(String condition, String at) {
        return "select a.claim_id, " + at + " as at, 0 as rank from assignment a join claim c on c.id = a.claim_id"
                + " where a.assignee_id = :person and " + condition;
    }

    private static String filtered(QueueFilter filter) {
        return (filter.words() == null ? "" : " and (c.wording ilike :words or c.claimant ilike :words)")
                + (filter.language() == null ? "" : " and c.language = :language")
                + (filter.priority() == null ? "" : " and c.priority = :priority");
    }

    private static String behind(QueueList list) {
        return switch (list) {
            case TODO, RETURNED, WAITING -> " and (a.due_at, a.claim_id) > (:at, :id)";
            case DONE -> " and (a.ended_at, a.claim_id) < (:at, :id)";
            case OPEN -> " and (" + RANK + ", c.id) > (:rank, :id)";
        };
    }

    private static String order(QueueList list, String of) {
        return switch (list) {
            case TODO, RETURNED, WAITING -> " order by %1$sat, %1$sclaim_id".formatted(of);
            case DONE -> " order by %1$sat desc, %1$sclaim_id desc".formatted(of);
            case OPEN -> " order by %1$srank, %1$sclaim_id".formatted(of);
        };
    }

    private static QueueItem item(Row row) {
        Instant decided = row.instantOrNull("decided_at");
        String reason = row.textOrNull("reason");
        return new QueueItem(row.id("id"), row.text("wording"), row.text("language"), row.textOrNull("claimant"),
                row.textOrNull("outlet"), row.one(ClaimState.class, "state"), row.one(Priority.class, "priority"),
                (int) row.number("round"), row.instant("at"), row.number("pieces"), row.flag("begun"),
                decided == null || reason == null ? null : new Returned(row.text("decided_by"), decided, reason));
    }

    private record Key(long rank, Instant at, UUID id) {
        static Optional<Key> of(@Nullable String cursor) {
            return Cursor.parts(cursor, 3).map(Key::of);
        }

        private static Key of(List<String> parts) {
            try {
                return new Key(Long.parseLong(parts.get(0)), Instant.parse(parts.get(1)),
                        Ids.parse(parts.get(2)).orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor")));
            } catch (NumberFormatException | DateTimeParseException e) {
                throw new Problem.Invalid("after", "not-a-cursor");
            }
        }
    }
}
