package org.isnad.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
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
            from (select * from intake_job where (asked_by = ? or ?) and %s order by id desc limit ?) j
            join person p on p.id = j.asked_by
            cross join lateral (
                select count(*) as total, count(*) filter (where i.state = 'CHECKED') as checked,
                       count(*) filter (where i.state = 'WAITING') as waiting,
                       count(*) filter (where i.state = 'RUNNING') as running,
                       count(*) filter (where i.state = 'READY') as ready,
                       count(*) filter (where i.state = 'NEW') as created,
                       count(*) filter (where i.state = 'KNOWN') as known,
                       count(*) filter (where i.state = 'FAILED') as failed,
                       count(*) filter (where i.state = 'CANCELLED') as cancelled,
                       count(*) filter (where i.state = 'FAILED' and i.attempts > 0) as retriable
                from intake_item i where i.job_id = j.id) c
            order by j.id desc
            """;
    private static final String ITEMS = """
            select i.position, i.state, i.input ->> 'url' as url, coalesce(v.title, i.input ->> 'title') as title,
                   left(i.input ->> 'text', 200) as opening, i.reason, i.detail, i.article_id, i.claim_id, i.capture_id,
                   i.attempts, j.kind, i.input ->> 'claim' as claim, i.input ->> 'tags' as tags,
                   i.input ->> 'status' as status, i.input ->> 'created' as created, i.input ->> 'source' as source,
                   i.input ->> 'mediaType' as media_type
            from intake_job j join intake_item i on i.job_id = j.id
            left join article a on a.id = i.article_id left join article_version v on v.id = a.latest_version
            where j.id = ? and i.position > ? and (?::text is null or i.state = ?)
            order by i.position limit ?
            """;

    private final AgroalDataSource database;

    IntakeReports(AgroalDataSource database) {
        this.database = database;
    }

    /** A piece of the lists that the person may see, newest first. */
    public Page<IntakeJob> page(@Nullable String after, int size, Actor actor) {
        UUID before = Cursor.parts(after, 1).map(key -> Ids.parse(key.get(0)).orElseThrow(IntakeReports::notACursor))
                .orElse(LAST);
        return Page.of(jobs("id < ?", before, size + 1, actor), size, job -> Cursor.of(job.id()));
    }

    /**
     * @throws Problem.NotFound
     *             when there is no such list, or it is another's
     */
    public IntakeJob find(UUID id, Actor actor) {
        return jobs("id = ?", id, 1, actor).stream().findFirst().orElseThrow(() -> new Problem.NotFound("list"));
    }

    /**
     * A piece of the report, in the list's order.
     *
     * @param job
     *            a list that {@link #find} gave to whoever reads this
     * @param only
     *            rows in this state; null for all
     */
    public Page<IntakeItem> items(IntakeJob job, @Nullable ItemState only, @Nullable String after, int size) {
        int last = Cursor.parts(after, 1).map(key -> position(key.get(0))).orElse(0);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ITEMS)) {
            select.setObject(1, job.id());
            select.setInt(2, last);
            select.setString(3, only == null ? null : only.name());
            select.setString(4, only == null ? null : only.name());
            select.setInt(5, size + 1);
            List<IntakeItem> items = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    items.add(item(row));
                }
            }
            return Page.of(items, size, item -> Cursor.of(item.position()));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private List<IntakeJob> jobs(String which, UUID id, int most, Actor actor) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(JOBS.formatted(which))) {
            select.setObject(1, actor.person().value());
            select.setBoolean(2, actor.is(Role.SENIOR_EDITOR));
            select.setObject(3, id);
            select.setInt(4, most);
            List<IntakeJob> jobs = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    jobs.add(job(row));
                }
            }
            return jobs;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IntakeJob job(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new IntakeJob(row.getObject("id", UUID.class), IntakeKind.valueOf(row.getString("kind")),
                row.getString("name"), row.getObject("asked_by", UUID.class), row.getString("asked_by_name"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                IntakeState.valueOf(row.getString("state")), ended == null ? null : ended.toInstant(),
                new Counts(row.getLong("total"), row.getLong("checked"), row.getLong("waiting"),
                        row.getLong("running"), row.getLong("ready"), row.getLong("created"), row.getLong("known"),
                        row.getLong("failed"), row.getLong("cancelled"), row.getLong("retriable")));
    }

    private static IntakeItem item(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        CheckNotes check = IntakeKind.valueOf(row.getString("kind")) != IntakeKind.CHECK
                ? null
                : new CheckNotes(row.getString("claim"), row.getString("tags"), row.getString("status"),
                        row.getString("created"), row.getString("source"), row.getString("media_type"));
        return new IntakeItem(row.getInt("position"), ItemState.valueOf(row.getString("state")),
                row.getString("url"), row.getString("title"), row.getString("opening"),
                reason == null ? null : new Trouble(reason, String.valueOf(row.getString("detail"))),
                row.getObject("article_id", UUID.class), row.getObject("claim_id", UUID.class),
                row.getObject("capture_id", UUID.class), row.getInt("attempts"), check);
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

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The lists cannot be read: " + e.getMessage(), e);
    }
}
