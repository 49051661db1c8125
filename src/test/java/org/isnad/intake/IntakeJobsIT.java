package org.isnad.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Words;

/** Lists from their beginning to their end: every row by itself, whatever happens to the others. */
@IsnadTest
class IntakeJobsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    IntakeJobs jobs;
    @Inject
    IntakeReports reports;
    @Inject
    ItemStore items;
    @Inject
    Newsroom newsroom;
    @Inject
    DataSource database;
    @Inject
    Clock clock;

    @Test
    void aFailingRowStopsNoOther() throws InterruptedException, SQLException {
        Actor reviewer = newsroom.reviewer();
        List<IntakeRow> rows = new ArrayList<>(texts(3));
        rows.add(1, IntakeRow.of(input("a.example", "A text with a wrong address.")));
        rows.add(2, IntakeRow.unreadable("Line 3 is no JSON."));
        rows.add(rows.get(0));

        UUID id = jobs.submit(IntakeKind.BATCH, "mixed", rows.iterator(), reviewer);

        IntakeJob done = await(id, reviewer, job -> job.state() == IntakeState.DONE);
        assertThat(done.counts().total()).isEqualTo(6);
        assertThat(done.counts().created()).isEqualTo(3);
        assertThat(done.counts().known()).isEqualTo(1);
        assertThat(done.counts().failed()).isEqualTo(2);
        assertThat(done.endedAt()).isNotNull();
        List<IntakeItem> report = report(done);
        assertThat(report).extracting(IntakeItem::position).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(report.get(1).trouble()).isNotNull().extracting(Trouble::reason).isEqualTo("url-not-a-link");
        assertThat(report.get(2).trouble()).isEqualTo(new Trouble("not-readable", "Line 3 is no JSON."));
        assertThat(report.get(5).article()).isEqualTo(report.get(0).article()).isNotNull();
        assertThat(report.get(0).title()).isNotBlank();
        assertThat(count("select count(*) from intake_item where job_id = ? and state in ('NEW', 'KNOWN') "
                + "and (input ->> 'text' is not null or original is not null)", id)).isZero();
    }

    @Test
    void aListThatIsCancelledGoesOnWhereItWasLeft() throws InterruptedException, SQLException {
        Actor reviewer = newsroom.reviewer();
        UUID id = jobs.submit(IntakeKind.BATCH, "long", texts(300).iterator(), reviewer);
        jobs.cancel(id, reviewer);
        IntakeJob cancelled = await(id, reviewer, job -> !job.isMoving());
        assertThat(cancelled.state()).isEqualTo(IntakeState.CANCELLED);
        assertThat(cancelled.counts().cancelled()).isPositive();
        assertThat(cancelled.counts().created() + cancelled.counts().cancelled()).isEqualTo(300);
        assertThatThrownBy(() -> jobs.cancel(id, reviewer)).isInstanceOf(Problem.WrongState.class);

        jobs.resume(id, reviewer);

        IntakeJob done = await(id, reviewer, job -> job.state() == IntakeState.DONE);
        assertThat(done.counts().created()).isEqualTo(300);
        assertThat(count("select count(distinct article_id) from intake_item where job_id = ?", id)).isEqualTo(300);
    }

    @Test
    void whatWasOnlyLookedAtIsNotThereUntilItIsStarted() throws InterruptedException {
        Actor reviewer = newsroom.reviewer();
        UUID first = jobs.submit(IntakeKind.CSV, "first", texts(1).iterator(), reviewer);
        await(first, reviewer, job -> job.state() == IntakeState.DONE);
        List<IntakeRow> rows = new ArrayList<>(texts(2));
        String url = "https://sada.example/" + UUID.randomUUID();
        rows.add(IntakeRow.of(input(url, Words.some(20))));
        jobs.submit(IntakeKind.CSV, "known", List.of(rows.get(2)).iterator(), reviewer);
        rows.add(rows.get(0));
        rows.add(IntakeRow.of(input(null, "")));
        rows.add(IntakeRow.of(ItemInput.ofAddress("not an address", "title")));
        await(newest(reviewer), reviewer, job -> job.state() == IntakeState.DONE);
        rows.set(2, IntakeRow.of(input(url + "#part", Words.some(20))));

        UUID draft = jobs.draft(IntakeKind.CSV, "draft", rows.iterator(), reviewer);

        IntakeJob looked = reports.find(draft, reviewer);
        assertThat(looked.state()).isEqualTo(IntakeState.DRAFT);
        assertThat(report(looked)).extracting(IntakeItem::state).containsExactly(ItemState.CHECKED,
                ItemState.CHECKED, ItemState.KNOWN, ItemState.CHECKED, ItemState.FAILED, ItemState.FAILED);
        assertThat(report(looked).get(3).trouble()).isNotNull().extracting(Trouble::detail)
                .isEqualTo("It has the same content or address as row 1.");
        assertThat(report(looked).get(4).trouble()).isNotNull().extracting(Trouble::reason)
                .isEqualTo("url-required");
        assertThat(report(looked).get(5).trouble()).isNotNull().extracting(Trouble::reason)
                .isEqualTo("url-not-a-link");

        jobs.start(draft, reviewer);

        IntakeJob done = await(draft, reviewer, job -> job.state() == IntakeState.DONE);
        assertThat(report(done)).extracting(IntakeItem::state).containsExactly(ItemState.NEW, ItemState.NEW,
                ItemState.KNOWN, ItemState.KNOWN, ItemState.FAILED, ItemState.FAILED);
        UUID other = jobs.draft(IntakeKind.CSV, "draft", texts(1).iterator(), reviewer);
        jobs.discard(other, reviewer);
        assertThatThrownBy(() -> reports.find(other, reviewer)).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void aRowWhoseNodeWasKilledIsDoneByAnother() throws InterruptedException, SQLException {
        Actor reviewer = newsroom.reviewer();
        UUID id = jobs.submit(IntakeKind.BATCH, "killed", texts(1).iterator(), reviewer);
        await(id, reviewer, job -> job.state() == IntakeState.DONE);
        // As a node leaves it that is gone in the middle of a row: begun, not finished, its lease still running.
        UUID left = jobs.draft(IntakeKind.BATCH, "left", texts(2).iterator(), reviewer);
        change("update intake_item set state = 'RUNNING', attempts = 1, lease_until = now() + interval '3 seconds' "
                + "where job_id = ?", left);
        change("update intake_job set state = 'RUNNING' where id = ?", left);
        assertThat(items.claim(1000)).isEmpty();

        IntakeJob done = await(left, reviewer, job -> job.state() == IntakeState.DONE);

        assertThat(done.counts().created()).isEqualTo(2);
        assertThat(report(done)).extracting(IntakeItem::attempts).containsOnly(2);
    }

    @Test
    void aRowThatBreaksEveryNodeIsGivenUpAndCanBeTriedAgain() throws InterruptedException, SQLException {
        Actor reviewer = newsroom.reviewer();
        UUID id = jobs.draft(IntakeKind.BATCH, "breaks", texts(1).iterator(), reviewer);
        change("update intake_item set state = 'RUNNING', attempts = 3, lease_until = now() where job_id = ?", id);
        change("update intake_job set state = 'RUNNING' where id = ?", id);

        IntakeJob failed = await(id, reviewer, job -> job.state() == IntakeState.DONE);
        assertThat(report(failed).get(0).trouble()).isNotNull().extracting(Trouble::reason).isEqualTo("gave-up");
        assertThat(failed.counts().retriable()).isEqualTo(1);

        jobs.retry(id, reviewer);

        assertThat(await(id, reviewer, job -> job.state() == IntakeState.DONE).counts().created()).isEqualTo(1);
    }

    @Test
    void whoeverLostTheRightMeanwhileGetsNothingIn() throws InterruptedException, SQLException {
        Actor reviewer = newsroom.actor("https://issuer.example", "loses-" + UUID.randomUUID(), "loses",
                Role.REVIEWER);
        UUID id = jobs.draft(IntakeKind.BATCH, "lost", texts(2).iterator(), reviewer);
        jobs.start(jobs.draft(IntakeKind.BATCH, "before", texts(1).iterator(), reviewer), reviewer);
        String subject = one("select subject from person where id = ?", reviewer.person().value());
        newsroom.actor("https://issuer.example", subject, "loses", Role.ADMIN);
        jobs.start(id, reviewer);

        IntakeJob done = await(id, newsroom.editor(), job -> job.state() == IntakeState.DONE);
        assertThat(report(done)).allSatisfy(item -> assertThat(item.trouble()).isNotNull()
                .extracting(Trouble::reason).isEqualTo("not-allowed"));
    }

    @Test
    void eachSeesTheirOwnAndEditorsAll() {
        Actor reviewer = newsroom.reviewer();
        UUID id = jobs.draft(IntakeKind.CSV, "own", texts(1).iterator(), reviewer);

        assertThat(reports.page(null, 10, reviewer).items()).extracting(IntakeJob::id).contains(id);
        assertThat(reports.page(null, 10, newsroom.editor()).items()).extracting(IntakeJob::id).contains(id);
        Actor other = newsroom.reviewer();
        assertThat(reports.page(null, 10, other).items()).isEmpty();
        assertThatThrownBy(() -> reports.find(id, other)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> jobs.start(id, other)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> jobs.start(id, newsroom.auditor())).isInstanceOf(Problem.NotAllowed.class);
    }

    private UUID newest(Actor reviewer) {
        return reports.page(null, 1, reviewer).items().get(0).id();
    }

    private static List<IntakeRow> texts(int count) {
        List<IntakeRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(IntakeRow.of(input(null, Words.some(20))));
        }
        return rows;
    }

    private static ItemInput input(@Nullable String url, String text) {
        return new ItemInput(url, "عنوان", null, null, null, null, text, null, null);
    }

    private List<IntakeItem> report(IntakeJob job) {
        Page<IntakeItem> page = reports.items(job, null, null, 100);
        return page.items();
    }

    private IntakeJob await(UUID id, Actor actor, Predicate<IntakeJob> wanted) throws InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        IntakeJob job = reports.find(id, actor);
        while (!wanted.test(job)) {
            assertThat(clock.instant()).as("list " + job).isBefore(end);
            Thread.sleep(100);
            job = reports.find(id, actor);
        }
        return job;
    }

    private void change(String sql, Object value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, value);
            update.executeUpdate();
        }
    }

    private String one(String sql, Object value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, value);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private long count(String sql, Object value) throws SQLException {
        return Long.parseLong(one(sql, value));
    }
}
