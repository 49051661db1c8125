package org.isnad.audit.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** The comparisons of state, history and log: those that were made, the one that is under way, and beginning another. For auditors. */
@ApplicationScoped
public class LogChecks {
    /** Under way is what has not ended and still holds the lock; without the lock, its node is gone. */
    private static final String CHECKS = """
            select x.id, coalesce(c.asked_by, r.asked_by) as asked_by, coalesce(p.name, 'Isnad') as name,
                   coalesce(c.started_at, r.started_at) as started_at, coalesce(c.ended_at, r.ended_at) as ended_at,
                   case when c.id is not null then 'DONE'
                        when r.ended is not null then r.ended
                        when exists (select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 1
                                     and database = (select oid from pg_database where datname = current_database())
                                     and classid::bigint = :high and objid::bigint = :low) then 'RUNNING'
                        else 'BROKEN_OFF' end as state,
                   coalesce(r.leaves, c.size) as leaves, coalesce(r.leaves_total, c.size) as leaves_total,
                   coalesce(r.events, c.size) as events, coalesce(r.events_total, c.size) as events_total,
                   coalesce(c.aggregates, r.aggregates) as aggregates,
                   coalesce(r.aggregates_total, c.aggregates) as aggregates_total,
                   coalesce(r.stop, false) as stop, r.stopped_by, s.name as stopped_by_name, c.findings
            from (%s) x
            left join log_check c on c.id = x.id
            left join log_check_run r on r.id = x.id
            left join person p on p.id = coalesce(c.asked_by, r.asked_by)
            left join person s on s.id = r.stopped_by
            order by x.id desc
            """;
    private static final String NEWEST = CHECKS.formatted("""
            (select id from log_check where id < :before order by id desc limit :rows) union
            (select id from log_check_run where id < :before order by id desc limit :rows)
            order by id desc limit :rows""");
    private static final String ONE = CHECKS.formatted("select cast(:id as uuid) as id where exists "
            + "(select 1 from log_check where id = :id) or exists (select 1 from log_check_run where id = :id)");
    private static final UUID LAST = new UUID(-1, -1);

    private final Session session;
    private final AgroalDataSource database;
    private final LogCheck check;

    LogChecks(Session session, AgroalDataSource database, LogCheck check) {
        this.session = session;
        this.database = database;
        this.check = check;
    }

    /** How a comparison stands. */
    public enum State {
        RUNNING,
        DONE,
        STOPPED,
        FAILED,
        BROKEN_OFF
    }

    /** How many of something were compared, of how many. */
    public record Count(long done, long total) {}

    /** Who asked a comparison to stop. */
    public record Stopper(UUID id, String name) {}

    /**
     * One comparison.
     *
     * @param endedAt
     *            null while it is under way, and when it was broken off and nobody noticed yet
     * @param stopping
     *            whether somebody asked it to stop
     * @param stoppedBy
     *            who did so first; null when nobody did, and when it came to its end all the same
     * @param findings
     *            what does not agree, in English, each naming what it is; null unless the comparison came to its end
     */
    public record Check(UUID id, UUID askedBy, String name, Instant startedAt, @Nullable Instant endedAt, State state,
            Count leaves, Count events, Count aggregates, boolean stopping, @Nullable Stopper stoppedBy,
            @Nullable List<String> findings) {

        public boolean isRunning() {
            return state == State.RUNNING;
        }

        /** Whether it came to its end and found nothing. */
        public boolean agrees() {
            return findings != null && findings.isEmpty();
        }

        public boolean differs() {
            return findings != null && !findings.isEmpty();
        }
    }

    /** Comparisons, the newest first. */
    @Transactional
    public Page<Check> newest(int limit, @Nullable String after, Actor actor) {
        actor.mustBe(Role.AUDITOR);
        UUID before = Cursor.parts(after, 1).map(
                key -> Ids.parse(key.get(0)).orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor")))
                .orElse(LAST);
        return Page.of(
                query(NEWEST).setParameter("before", before).setParameter("rows", limit + 1).getResultStream()
                        .map(LogChecks::check).toList(),
                limit, one -> Cursor.of(one.id()));
    }

    /**
     * @throws Problem.NotFound
     *             when there is no such comparison
     */
    @Transactional
    public Check find(UUID id, Actor actor) {
        actor.mustBe(Role.AUDITOR);
        return query(ONE).setParameter("id", id).getResultStream().map(LogChecks::check).findFirst()
                .orElseThrow(() -> new Problem.NotFound("comparison"));
    }

    /**
     * Begins a comparison, which goes on by itself.
     *
     * @return its id
     * @throws Problem.Conflict
     *             when one is under way already, on whichever node
     */
    public UUID start(Actor actor) {
        actor.mustBe(Role.AUDITOR);
        try {
            return check.start(actor.person().value());
        } catch (LogCheck.Busy e) {
            throw new Problem.Conflict("check-running", String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new IllegalStateException("The comparison cannot begin: " + e.getMessage(), e);
        }
    }

    /** Asks the comparison to stop, on whichever node it is; one that has ended stays as it is. */
    public void stop(UUID id, Actor actor) {
        find(id, actor);
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection
                        .prepareStatement("update log_check_run set stop = true, stopped_by = ? "
                                + "where id = ? and ended is null and not stop")) {
            update.setObject(1, actor.person().value());
            update.setObject(2, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The comparison cannot be asked to stop: " + e.getMessage(), e);
        }
    }

    private NativeQuery<Tuple> query(String sql) {
        NativeQuery<Tuple> query = session.createNativeQuery(sql, Tuple.class).addScalar("id", StandardBasicTypes.UUID)
                .addScalar("asked_by", StandardBasicTypes.UUID).addScalar("name", StandardBasicTypes.STRING)
                .addScalar("started_at", StandardBasicTypes.INSTANT).addScalar("ended_at", StandardBasicTypes.INSTANT)
                .addScalar("state", StandardBasicTypes.STRING);
        for (String count : List.of("leaves", "events", "aggregates")) {
            query.addScalar(count, StandardBasicTypes.LONG).addScalar(count + "_total", StandardBasicTypes.LONG);
        }
        return query.addScalar("stop", StandardBasicTypes.BOOLEAN).addScalar("stopped_by", StandardBasicTypes.UUID)
                .addScalar("stopped_by_name", StandardBasicTypes.STRING).addScalar("findings", String[].class)
                .setParameter("high", LogCheck.LOCK >>> 32).setParameter("low", LogCheck.LOCK & 0xffffffffL);
    }

    private static Check check(Tuple row) {
        String @Nullable [] findings = row.get("findings", String[].class);
        return new Check(row.get("id", UUID.class), row.get("asked_by", UUID.class), row.get("name", String.class),
                row.get("started_at", Instant.class), row.get("ended_at", Instant.class),
                State.valueOf(row.get("state", String.class)), count("leaves", row), count("events", row),
                count("aggregates", row), row.get("stop", Boolean.class),
                findings == null ? stopper(row) : null, findings == null ? null : List.of(findings));
    }

    private static @Nullable Stopper stopper(Tuple row) {
        UUID id = row.get("stopped_by", UUID.class);
        return id == null ? null : new Stopper(id, row.get("stopped_by_name", String.class));
    }

    private static Count count(String name, Tuple row) {
        return new Count(row.get(name, Long.class), row.get(name + "_total", Long.class));
    }
}
