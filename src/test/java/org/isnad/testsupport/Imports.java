package org.isnad.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.isnad.identity.Actor;
import org.isnad.intake.IntakeItem;
import org.isnad.intake.IntakeJob;
import org.isnad.intake.IntakeJobs;
import org.isnad.intake.IntakeKind;
import org.isnad.intake.IntakeReports;
import org.isnad.intake.IntakeRow;
import org.isnad.intake.IntakeState;
import org.isnad.intake.ItemInput;
import org.isnad.intake.feed.FeedAdministration;
import org.isnad.intake.feed.FeedDetails;

/** Makes imports that stay as they are: nobody goes through the rows of one that is under way. */
@ApplicationScoped
public class Imports {
    private final IntakeJobs jobs;
    private final IntakeReports reports;
    private final FeedAdministration feeds;
    private final DataSource database;

    Imports(IntakeJobs jobs, IntakeReports reports, FeedAdministration feeds, DataSource database) {
        this.jobs = jobs;
        this.reports = reports;
        this.feeds = feeds;
        this.database = database;
    }

    /**
     * An import with a new row, one whose address cannot be read, and one that nothing can be made of.
     *
     * @param state
     *            {@code DRAFT}, {@code RUNNING} or {@code CANCELLED}; {@code READY} or {@code UNWANTED} for one that is done, with a first
     *            row that was captured and waits for a person, or is not wanted
     */
    public UUID of(Actor person, String state) {
        UUID id = jobs.draft(IntakeKind.CSV, "قائمة.csv", List.of(text(), IntakeRow.of(
                ItemInput.ofAddress("no address", "عنوان")), IntakeRow.unreadable("It is no JSON object.")).iterator(),
                person);
        if (state.equals("READY") || state.equals("UNWANTED")) {
            change("update intake_item set state = '" + (state.equals("READY") ? state : "DISMISSED")
                    + "', capture_id = id, attempts = 1 "
                    + "where state = 'CHECKED' and job_id = ?", id);
            change("update intake_job set state = 'DONE', ended_at = now() where id = ?", id);
        } else if (!state.equals("DRAFT")) {
            change("update intake_item set state = 'WAITING', lease_until = now() + interval '1 day' "
                    + "where state = 'CHECKED' and job_id = ?", id);
            change("update intake_job set state = 'RUNNING' where id = ?", id);
        }
        if (state.equals("CANCELLED")) {
            jobs.cancel(id, person);
        }
        return id;
    }

    /** The list as soon as it is as wanted; fails after a minute. */
    public IntakeJob await(UUID id, Actor reader, Predicate<IntakeJob> wanted) {
        return await(id, reader, Duration.ofMinutes(1), wanted);
    }

    public IntakeJob await(UUID id, Actor reader, Duration patience, Predicate<IntakeJob> wanted) {
        long end = System.nanoTime() + patience.toNanos();
        IntakeJob job = reports.find(id, reader);
        while (!wanted.test(job)) {
            assertThat(System.nanoTime()).as("list " + job).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            job = reports.find(id, reader);
        }
        return job;
    }

    /** The list when all of its rows were gone through. */
    public IntakeJob done(UUID id, Actor reader) {
        return await(id, reader, job -> job.state() == IntakeState.DONE);
    }

    /** The first hundred rows of the report. */
    public List<IntakeItem> report(UUID id, Actor reader) {
        return reports.items(reports.find(id, reader), null, null, 100, reader).items();
    }

    /** A feed that the desk's own schedule leaves alone. */
    public UUID feed(Actor admin) {
        UUID id = feeds.add(new FeedDetails("صدى الوادي", "https://" + UUID.randomUUID() + ".example/feed", 30), admin);
        change("update feed_look set next_at = now() + interval '1 day' where feed_id = ?", id);
        return id;
    }

    private static IntakeRow text() {
        return IntakeRow.of(new ItemInput(null, "قافلة", null, null, null, null,
                "وصلت القافلة صباح الخميس. " + UUID.randomUUID(), null, null));
    }

    private void change(String sql, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
