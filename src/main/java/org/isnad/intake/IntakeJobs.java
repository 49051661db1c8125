package org.isnad.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import org.jspecify.annotations.Nullable;

import org.isnad.article.CodePoints;
import org.isnad.article.DocumentTaken;
import org.isnad.article.Submission;
import org.isnad.identity.Actor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;

/**
 * What can be done with a list: put it in to be gone through, or to be looked at first and begun later; cancel it, go on with it, and
 * try again what failed. Whoever put it in may, and senior editors.
 */
@ApplicationScoped
@Transactional
public class IntakeJobs {
    /** As many rows as a list can have. */
    public static final int MOST_ROWS = 20_000;
    /** Reading the largest file and looking at each of its rows takes longer than what one transaction mostly may. */
    private static final int LONGEST_SECONDS = 600;
    private static final int CHUNK = 500;
    private static final int LONGEST_NAME = 300;

    private final AgroalDataSource database;
    private final ItemStore items;
    private final DryRun dryRun;
    private final IntakeReports reports;
    private final Event<RowsWaiting> waiting;
    private final Clock clock;

    IntakeJobs(AgroalDataSource database, ItemStore items, DryRun dryRun, IntakeReports reports,
            Event<RowsWaiting> waiting, Clock clock) {
        this.database = database;
        this.items = items;
        this.dryRun = dryRun;
        this.reports = reports;
        this.waiting = waiting;
        this.clock = clock;
    }

    /**
     * Puts rows in a list that is gone through at once.
     *
     * @return the list's id
     * @throws Problem.Invalid
     *             field {@code rows}: none ({@code required}) or too many ({@code too-many-rows}); nothing is kept then
     */
    public UUID submit(IntakeKind kind, String name, Iterator<IntakeRow> rows, Actor actor) {
        UUID job = add(kind, name, IntakeState.RUNNING, rows,
                chunk -> chunk.stream().map(CheckedRow::waiting).toList(), actor);
        waiting.fire(new RowsWaiting());
        return job;
    }

    /** Looks at rows, and keeps nothing but the list with what would become of each. As {@link #submit} else. */
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public UUID draft(IntakeKind kind, String name, Iterator<IntakeRow> rows, Actor actor) {
        DryRun.Pass pass = dryRun.pass();
        return add(kind, name, IntakeState.DRAFT, rows, pass::check, actor);
    }

    /** Goes through a list that was looked at. */
    public void start(UUID id, Actor actor) {
        only(IntakeState.DRAFT, "start", id, actor);
        items.begin(id);
        move(id, IntakeState.RUNNING);
        waiting.fire(new RowsWaiting());
    }

    /** Drops a list that was looked at, with its rows. */
    public void discard(UUID id, Actor actor) {
        only(IntakeState.DRAFT, "discard", id, actor);
        change("delete from intake_job where id = ?", id);
    }

    /** Leaves out what still waits. A row that is being worked on is finished. */
    public void cancel(UUID id, Actor actor) {
        only(IntakeState.RUNNING, "cancel", id, actor);
        items.cancel(id);
        move(id, IntakeState.CANCELLED);
    }

    /** Goes on with what was left out. */
    public void resume(UUID id, Actor actor) {
        IntakeState state = locked(id, actor);
        // A list whose failed rows were tried again after it was cancelled is done, without those that were left out.
        if (state != IntakeState.CANCELLED && state != IntakeState.DONE) {
            throw wrongState("resume", state);
        }
        items.resume(id);
        move(id, IntakeState.RUNNING);
        waiting.fire(new RowsWaiting());
    }

    /** Tries again what failed while it was worked on; what reading it was enough to refuse stays refused. */
    public void retry(UUID id, Actor actor) {
        IntakeState state = locked(id, actor);
        if (state == IntakeState.DRAFT) {
            throw wrongState("retry", state);
        }
        items.retry(id);
        move(id, IntakeState.RUNNING);
        waiting.fire(new RowsWaiting());
    }

    /** Says of what was captured for a row that it is not wanted. */
    public void dismiss(UUID id, int position, Actor actor) {
        decide(id, position, ItemState.READY, ItemState.DISMISSED, "dismiss", actor);
    }

    /** Takes that back. */
    public void restore(UUID id, int position, Actor actor) {
        decide(id, position, ItemState.DISMISSED, ItemState.READY, "restore", actor);
        // What was captured may be forgotten by now: then the row says so, and can be tried again.
        items.forgotten(id);
    }

    /** A person saved what was captured for a row. */
    @Transactional(Transactional.TxType.MANDATORY)
    void confirmed(@Observes DocumentTaken document) {
        items.confirmed(document);
    }

    private void decide(UUID id, int position, ItemState from, ItemState to, String verb, Actor actor) {
        Submission.mustBeAllowed(actor);
        IntakeJob job = reports.find(id, actor);
        if (!items.move(job.id(), position, from, to)) {
            if (!items.exists(job.id(), position)) {
                throw new Problem.NotFound("row");
            }
            throw new Problem.WrongState(verb, "decided", List.of());
        }
    }

    private UUID add(IntakeKind kind, String name, IntakeState state, Iterator<IntakeRow> rows,
            Function<List<IntakeRow>, List<CheckedRow>> check, Actor actor) {
        Submission.mustBeAllowed(actor);
        UUID id = Ids.next();
        change("insert into intake_job (id, kind, name, asked_by, authentication, asked_at, state) "
                + "values (?, ?, ?, ?, ?, ?, ?)", id, kind.name(), nameToKeep(name), actor.person().value(),
                actor.authentication(), clock.instant().atOffset(ZoneOffset.UTC), state.name());
        int count = 0;
        while (rows.hasNext()) {
            List<IntakeRow> chunk = next(rows);
            items.add(id, count + 1, check.apply(chunk));
            count += chunk.size();
            if (count > MOST_ROWS) {
                throw new Problem.Invalid("rows", "too-many-rows");
            }
        }
        if (count == 0) {
            throw new Problem.Invalid("rows", "required");
        }
        return id;
    }

    private static List<IntakeRow> next(Iterator<IntakeRow> rows) {
        List<IntakeRow> chunk = new ArrayList<>(CHUNK);
        while (rows.hasNext() && chunk.size() < CHUNK) {
            chunk.add(Storable.row(rows.next()));
        }
        return chunk;
    }

    private static String nameToKeep(String name) {
        String kept = CodePoints.head(String.valueOf(Storable.text(name)).strip(), LONGEST_NAME);
        return kept.isEmpty() ? "–" : kept;
    }

    private void only(IntakeState wanted, String verb, UUID id, Actor actor) {
        IntakeState state = locked(id, actor);
        if (state != wanted) {
            throw wrongState(verb, state);
        }
    }

    private IntakeState locked(UUID id, Actor actor) {
        Submission.mustBeAllowed(actor);
        // Whoever else wants to move the list waits until this one has.
        change("select id from intake_job where id = ? for update", id);
        return reports.find(id, actor).state();
    }

    private static Problem.WrongState wrongState(String verb, IntakeState state) {
        return new Problem.WrongState(verb, state.name(), switch (state) {
            case DRAFT -> List.of("start", "discard");
            case RUNNING -> List.of("cancel");
            case CANCELLED, DONE -> List.of("resume", "retry");
        });
    }

    private void move(UUID id, IntakeState state) {
        Instant end = state == IntakeState.CANCELLED ? clock.instant() : null;
        change("update intake_job set state = ?, ended_at = ? where id = ?", state.name(),
                end == null ? null : end.atOffset(ZoneOffset.UTC), id);
    }

    private void change(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The lists cannot be written: " + e.getMessage(), e);
        }
    }
}
