package org.isnad.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.identity.Scope;
import org.isnad.kernel.Problem;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Words;

/** Lists from their beginning to their end: every row by itself, whatever happens to the others. */
@IsnadTest
class IntakeJobsIT {
    @Inject
    IntakeJobs jobs;
    @Inject
    IntakeReports reports;
    @Inject
    ItemStore items;
    @Inject
    Newsroom newsroom;
    @Inject
    Database database;
    @Inject
    Imports imports;

    @Test
    void aFailingRowStopsNoOther() {
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
        assertThat(database.count("select count(*) from intake_item where job_id = ? and state in ('NEW', 'KNOWN') "
                + "and (input ->> 'text' is not null or original is not null)", id)).isZero();
    }

    @Test
    void aListThatIsCancelledGoesOnWhereItWasLeft() {
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
        assertThat(database.count("select count(distinct article_id) from intake_item where job_id = ?", id))
                .isEqualTo(300);
    }

    @Test
    void whatWasOnlyLookedAtIsNotThereUntilItIsStarted() {
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
    void aRowWhoseNodeWasKilledIsDoneByAnother() {
        Actor reviewer = newsroom.reviewer();
        UUID id = jobs.submit(IntakeKind.BATCH, "killed", texts(1).iterator(), reviewer);
        await(id, reviewer, job -> job.state() == IntakeState.DONE);
        // As a node leaves it that is gone in the middle of a row: begun, not finished, its lease still running.
        UUID left = jobs.draft(IntakeKind.BATCH, "left", texts(2).iterator(), reviewer);
        database.change(
                "update intake_item set state = 'RUNNING', attempts = 1, lease_until = now() + interval '3 seconds' "
                        + "where job_id = ?",
                left);
        database.change("update intake_job set state = 'RUNNING' where id = ?", left);
        assertThat(items.claim(1000)).isEmpty();

        IntakeJob done = await(left, reviewer, job -> job.state() == IntakeState.DONE);

        assertThat(done.counts().created()).isEqualTo(2);
        assertThat(report(done)).extracting(IntakeItem::attempts).containsOnly(2);
    }

    @Test
    void aRowThatBreaksEveryNodeIsGivenUpAndCanBeTriedAgain() {
        Actor reviewer = newsroom.reviewer();
        UUID id = jobs.draft(IntakeKind.BATCH, "breaks", texts(1).iterator(), reviewer);
        database.change("update intake_item set state = 'RUNNING', attempts = 3, lease_until = now() where job_id = ?",
                id);
        database.change("update intake_job set state = 'RUNNING' where id = ?", id);

        IntakeJob failed = await(id, reviewer, job -> job.state() == IntakeState.DONE);
        assertThat(report(failed).get(0).trouble()).isNotNull().extracting(Trouble::reason).isEqualTo("gave-up");
        assertThat(failed.counts().retriable()).isEqualTo(1);

        jobs.retry(id, reviewer);

        assertThat(await(id, reviewer, job -> job.state() == IntakeState.DONE).counts().created()).isEqualTo(1);
    }

    @Test
    void whoeverLostTheRightMeanwhileGetsNothingIn() {
        Actor reviewer = newsroom.actor("https://issuer.example", "loses-" + UUID.randomUUID(), "loses",
                Role.REVIEWER);
        UUID id = jobs.draft(IntakeKind.BATCH, "lost", texts(2).iterator(), reviewer);
        jobs.start(jobs.draft(IntakeKind.BATCH, "before", texts(1).iterator(), reviewer), reviewer);
        String subject = database.one("select subject from person where id = ?", reviewer.person().value());
        newsroom.actor("https://issuer.example", subject, "loses", Role.ADMIN);
        jobs.start(id, reviewer);

        IntakeJob done = await(id, newsroom.editor(), job -> job.state() == IntakeState.DONE);
        assertThat(report(done)).allSatisfy(item -> assertThat(item.trouble()).isNotNull()
                .extracting(Trouble::reason).isEqualTo("not-allowed"));
    }

    @Test
    void aRowThatIsBeingWorkedOnWhenItsListIsCancelledIsFinished() {
        Actor reviewer = newsroom.reviewer();
        UUID id = jobs.draft(IntakeKind.BATCH, "under way", texts(2).iterator(), reviewer);
        database.change(
                "update intake_item set state = case position when 1 then 'RUNNING' else 'WAITING' end, attempts = 1, "
                        + "lease_until = now() + interval '3 seconds' where job_id = ?",
                id);
        database.change("update intake_job set state = 'RUNNING' where id = ?", id);

        jobs.cancel(id, reviewer);

        IntakeJob cancelled = reports.find(id, reviewer);
        assertThat(cancelled.state()).isEqualTo(IntakeState.CANCELLED);
        assertThat(cancelled.isMoving()).as("its node may be at it").isTrue();
        // That node is gone: another finishes the row, and leaves the list as it is.
        IntakeJob ended = await(id, reviewer, job -> !job.isMoving());
        assertThat(ended.state()).isEqualTo(IntakeState.CANCELLED);
        assertThat(ended.counts().created()).isEqualTo(1);
        assertThat(ended.counts().cancelled()).isEqualTo(1);

        jobs.resume(id, reviewer);
        assertThat(imports.done(id, reviewer).counts().created()).isEqualTo(2);
    }

    @Test
    void aProgramLearnsNoTitleThatItMayNotRead() {
        String url = "https://sada.example/" + UUID.randomUUID();
        Actor reviewer = newsroom.reviewer();
        imports.done(
                jobs.submit(IntakeKind.BATCH, "first", List.of(IntakeRow.of(new ItemInput(url, "A title in confidence",
                        null, null, null, null, Words.some(20), null, null))).iterator(), reviewer),
                reviewer);
        Actor writer = program(Scope.ARTICLES_WRITE);
        UUID guess = jobs.submit(IntakeKind.BATCH, "guess", List.of(IntakeRow.of(ItemInput.ofAddress(url, null)))
                .iterator(), writer);

        IntakeJob done = imports.done(guess, writer);

        IntakeItem row = reports.items(done, null, null, 10, writer).items().get(0);
        assertThat(row.state()).isEqualTo(ItemState.KNOWN);
        assertThat(row.title()).isNull();
        Actor reader = new Actor(writer.person(), "program", Set.of(),
                Set.of(Scope.ARTICLES_WRITE, Scope.DESK_READ), writer.authentication(), null, true);
        assertThat(reports.items(done, null, null, 10, reader).items().get(0).title())
                .isEqualTo("A title in confidence");
    }

    private Actor program(String... scopes) {
        Actor known = newsroom.reviewer();
        return new Actor(known.person(), "program", Set.of(), Set.of(scopes), known.authentication(), null, true);
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
        return imports.report(job.id(), newsroom.editor());
    }

    private IntakeJob await(UUID id, Actor actor, Predicate<IntakeJob> wanted) {
        return imports.await(id, actor, wanted);
    }

}
