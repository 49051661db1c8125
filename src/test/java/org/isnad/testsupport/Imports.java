package org.isnad.testsupport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.isnad.identity.Actor;
import org.isnad.intake.IntakeJobs;
import org.isnad.intake.IntakeKind;
import org.isnad.intake.IntakeRow;
import org.isnad.intake.ItemInput;
import org.isnad.intake.feed.FeedAdministration;
import org.isnad.intake.feed.FeedDetails;

/** Makes imports that stay as they are: nobody goes through the rows of one that is under way. */
@ApplicationScoped
public class Imports {
    private final IntakeJobs jobs;
    private final FeedAdministration feeds;
    private final DataSource database;

    Imports(IntakeJobs jobs, FeedAdministration feeds, DataSource database) {
        this.jobs = jobs;
        this.feeds = feeds;
        this.database = database;
    }

    /**
     * An import with a new row, one whose address cannot be read, and one that nothing can be made of.
     *
     * @param state
     *            {@code DRAFT}, {@code RUNNING} or {@code CANCELLED}
     */
    public UUID of(Actor person, String state) {
        UUID id = jobs.draft(IntakeKind.CSV, "قائمة.csv", List.of(text(), IntakeRow.of(
                ItemInput.ofAddress("no address", "عنوان")), IntakeRow.unreadable("It is no JSON object.")).iterator(),
                person);
        if (!state.equals("DRAFT")) {
            change("update intake_item set state = 'WAITING', lease_until = now() + interval '1 day' "
                    + "where state = 'CHECKED' and job_id = ?", id);
            change("update intake_job set state = 'RUNNING' where id = ?", id);
        }
        if (state.equals("CANCELLED")) {
            jobs.cancel(id, person);
        }
        return id;
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
