package org.isnad.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import org.isnad.identity.Actor;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Words;

/** Ten thousand rows, cancelled and taken up again on the way, with a short list that does not wait for them. Says how long it took. */
@IsnadTest
class LargeImportIT {
    private static final Logger LOG = Logger.getLogger(LargeImportIT.class);
    private static final int ROWS = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Inject
    IntakeJobs jobs;
    @Inject
    IntakeReports reports;
    @Inject
    Newsroom newsroom;
    @Inject
    Database database;
    @Inject
    Imports imports;
    @Inject
    Clock clock;

    @Test
    void tenThousandRowsComeInAndAnotherListNeedNotWaitForThem() {
        Actor reviewer = newsroom.reviewer();
        List<IntakeRow> rows = texts(ROWS);
        Instant begin = clock.instant();
        UUID large = jobs.draft(IntakeKind.JSON, "large", rows.iterator(), reviewer);
        assertThat(reports.find(large, reviewer).counts().checked()).isEqualTo(ROWS);
        Instant looked = clock.instant();
        jobs.start(large, reviewer);
        await(large, reviewer, job -> job.counts().created() > 50);
        UUID small = jobs.submit(IntakeKind.BATCH, "small", texts(20).iterator(), reviewer);
        await(small, reviewer, job -> job.state() == IntakeState.DONE);
        assertThat(reports.find(large, reviewer).state()).isEqualTo(IntakeState.RUNNING);
        jobs.cancel(large, reviewer);
        IntakeJob cancelled = await(large, reviewer, job -> !job.isMoving());
        assertThat(cancelled.counts().created() + cancelled.counts().cancelled()).isEqualTo(ROWS);
        jobs.resume(large, reviewer);

        IntakeJob done = await(large, reviewer, job -> job.state() == IntakeState.DONE);

        assertThat(done.counts().created()).isEqualTo(ROWS);
        assertThat(articles(large)).isEqualTo(ROWS);
        LOG.infof("%d rows: looked at in %s, gone through in %s", ROWS, Duration.between(begin, looked),
                Duration.between(looked, clock.instant()));
    }

    private static List<IntakeRow> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> IntakeRow.of(
                new ItemInput(null, "عنوان", null, null, null, null, Words.some(20), null, null))).toList();
    }

    private IntakeJob await(UUID id, Actor actor, Predicate<IntakeJob> wanted) {
        return imports.await(id, actor, PATIENCE, wanted);
    }

    private long articles(UUID list) {
        return database.count("select count(distinct article_id) from intake_item where job_id = ?", list);
    }
}
