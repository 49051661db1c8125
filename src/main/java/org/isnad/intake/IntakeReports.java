package org.isnad.intake;

import java.time.Instant;
import java.util.HashMap;
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
import org.isnad.identity.Role;
import org.isnad.identity.Scope;
import org.isnad.intake.IntakeJob.Counts;
import org.isnad.intake.ItemInput.CheckNotes;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** The lists as people see them: each their own, senior editors all. Every piece is one statement. */
@ApplicationScoped
@Transactional
public class IntakeReports {
    private static final UUID LAST = new UUID(-1, -1);
    private static final String JOBS = """
            select j.id, j.kind, j.name, j.asked_by, p.name as asked_by_name, j.asked_at, j.state, j.ended_at, c.*
            from (select * from intake_job where (asked_by = :me or :all) and %s order by id desc limit :most) j
            join person p on p.id = j.asked_by
            cross join lateral (
                select count(*) as total, count(*) filter (where i.state = 'CHECKED') as checked,
                       count(*) filter (where i.state = 'WAITING') as waiting,
                       count(*) filter (where i.state = 'RUNNING') as running,
                       count(*) filter (where i.state = 'READY') as ready,
                       count(*) filter (where i.state = 'DISMISSED') as dismissed,
                       count(*) filter (where i.state = 'NEW') as created,
                       count(*) filter (where i.state = 'KNOWN') as known,
                       count(*) filter (where i.state = 'FAILED') as failed,
                       count(*) filter (where i.state = 'CANCELLED') as cancelled,
                       count(*) filter (where i.state = 'FAILED' and i.attempts > 0) as retriable
                from intake_item i where i.job_id = j.id) c
            order by j.id desc
            """;
    private static final String ITEMS = """
            select i.position, i.state, i.input ->> 'url' as url,
                   coalesce(case when :reads then v.title end, i.input ->> 'title', i.input ->> 'fileName') as title,
                   left(i.input ->> 'text', 200) as opening, i.reason, i.parameters, i.detail, i.article_id, i.claim_id, i.capture_id,
                   i.attempts, i.input ->> 'claim' as claim, i.input ->> 'tags' as tags,
                   i.input ->> 'status' as status, i.input ->> 'created' as created, i.input ->> 'source' as source,
                   i.input ->> 'mediaType' as media_type,
                   left(case i.reason when 'publishedOn-not-a-date' then i.input ->> 'publishedOn'
                                      when 'language-not-a-language' then i.input ->> 'language' end, 80) as wrong
            from intake_job j join intake_item i on i.job_id = j.id
            left join article a on a.id = i.article_id left join article_version v on v.id = a.latest_version
            where j.id = :job and i.position > :last and (cast(:state as text) is null or i.state = :state)
            order by i.position limit :most
            """;

    private final Session session;

    IntakeReports(Session session) {
        this.session = session;
    }

    /** A piece of the lists that the person may see, newest first. */
    public Page<IntakeJob> page(@Nullable String after, int size, Actor actor) {
        UUID before = Cursor.parts(after, 1).map(key -> Ids.parse(key.get(0)).orElseThrow(IntakeReports::notACursor))
                .orElse(LAST);
        return Page.of(jobs("id < :id", before, size + 1, actor), size, job -> Cursor.of(job.id()));
    }

    /**
     * @throws Problem.NotFound
     *             when there is no such list, or it is another's
     */
    public IntakeJob find(UUID id, Actor actor) {
        return jobs("id = :id", id, 1, actor).stream().findFirst().orElseThrow(() -> new Problem.NotFound("list"));
    }

    /**
     * A piece of the report, in the list's order.
     *
     * @param job
     *            a list that {@link #find} gave to whoever reads this
     * @param only
     *            rows in this state; null for all
     * @param reader
     *            a program that may not read articles is told no title but those it sent
     */
    public Page<IntakeItem> items(IntakeJob job, @Nullable ItemState only, @Nullable String after, int size,
            Actor reader) {
        int last = Cursor.parts(after, 1).map(key -> position(key.get(0))).orElse(0);
        NativeQuery<Tuple> query = session.createNativeQuery(ITEMS, Tuple.class)
                .addScalar("position", StandardBasicTypes.INTEGER).addScalar("attempts", StandardBasicTypes.INTEGER);
        for (String text : List.of("state", "url", "title", "opening", "reason", "parameters", "detail", "claim",
                "tags",
                "status", "created", "source", "media_type", "wrong")) {
            query.addScalar(text, StandardBasicTypes.STRING);
        }
        for (String id : List.of("article_id", "claim_id", "capture_id")) {
            query.addScalar(id, StandardBasicTypes.UUID);
        }
        return Page.of(
                query.setParameter("job", job.id()).setParameter("last", last)
                        .setParameter("reads", !reader.client() || reader.scopes().contains(Scope.DESK_READ))
                        .setParameter("state", only == null ? null : only.name(), StandardBasicTypes.STRING)
                        .setParameter("most", size + 1).getResultStream().map(IntakeReports::item).toList(),
                size, item -> Cursor.of(item.position()));
    }

    private List<IntakeJob> jobs(String which, UUID id, int most, Actor actor) {
        NativeQuery<Tuple> query = session.createNativeQuery(JOBS.formatted(which), Tuple.class)
                .addScalar("id", StandardBasicTypes.UUID).addScalar("asked_by", StandardBasicTypes.UUID)
                .addScalar("asked_at", StandardBasicTypes.INSTANT).addScalar("ended_at", StandardBasicTypes.INSTANT);
        for (String text : List.of("kind", "name", "asked_by_name", "state")) {
            query.addScalar(text, StandardBasicTypes.STRING);
        }
        for (String count : List.of("total", "checked", "waiting", "running", "ready", "dismissed", "created", "known",
                "failed",
                "cancelled", "retriable")) {
            query.addScalar(count, StandardBasicTypes.LONG);
        }
        return query.setParameter("me", actor.person().value()).setParameter("all", actor.is(Role.SENIOR_EDITOR))
                .setParameter("id", id).setParameter("most", most).getResultStream().map(IntakeReports::job).toList();
    }

    private static IntakeJob job(Tuple row) {
        return new IntakeJob(row.get("id", UUID.class), IntakeKind.valueOf(row.get("kind", String.class)),
                row.get("name", String.class), row.get("asked_by", UUID.class),
                row.get("asked_by_name", String.class), row.get("asked_at", Instant.class),
                IntakeState.valueOf(row.get("state", String.class)), row.get("ended_at", Instant.class),
                new Counts(count("total", row), count("checked", row), count("waiting", row), count("running", row),
                        count("ready", row), count("dismissed", row), count("created", row), count("known", row),
                        count("failed", row),
                        count("cancelled", row), count("retriable", row)));
    }

    private static long count(String name, Tuple row) {
        return row.get(name, Long.class);
    }

    private static IntakeItem item(Tuple row) {
        String reason = text("reason", row);
        CheckNotes check = CheckNotes.orNone(text("claim", row), text("tags", row), text("status", row),
                text("created", row),
                text("source", row), text("media_type", row));
        return new IntakeItem(row.get("position", Integer.class), ItemState.valueOf(row.get("state", String.class)),
                text("url", row), text("title", row), text("opening", row),
                reason == null ? null : trouble(reason, row),
                row.get("article_id", UUID.class), row.get("claim_id", UUID.class),
                row.get("capture_id", UUID.class), row.get("attempts", Integer.class), check);
    }

    /** The sentence may have been taken away by an erasure; what is wrong stands in the row itself, and goes with that. */
    private static Trouble trouble(String reason, Tuple row) {
        Map<String, String> parameters = new HashMap<>(Trouble.parameters(text("parameters", row)));
        String wrong = text("wrong", row);
        if (wrong != null) {
            parameters.put("wrong", wrong);
        }
        String detail = text("detail", row);
        return new Trouble(reason, parameters, detail == null ? "" : detail);
    }

    private static @Nullable String text(String name, Tuple row) {
        return row.get(name, String.class);
    }

    private static int position(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw notACursor();
        }
    }

    private static Problem.Invalid notACursor() {
        return new Problem.Invalid("after", "not-a-cursor");
    }
}
