package org.isnad.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.isnad.identity.Actor;
import org.isnad.intake.ItemInput.CheckNotes;
import org.isnad.testsupport.ForeignSite;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Words;

/** Rows that only name an address: what lies there is fetched when their turn comes. */
@IsnadTest
class LinkedRowsIT {
    @Inject
    IntakeJobs jobs;
    @Inject
    IntakeReports reports;
    @Inject
    Newsroom newsroom;

    @Test
    void whatLiesThereBecomesAnArticleAndWhatDoesNotSaysWhy() throws InterruptedException {
        Actor reviewer = newsroom.reviewer();
        String page = page("<h1>جسر المدينة</h1>");
        List<IntakeRow> rows = List.of(address(page), address(ForeignSite.address("/gone/" + UUID.randomUUID())),
                address("http://10.0.0.1/secret"), address(page + "#part"), address("http://no-such-host.invalid/"),
                check(page("<h1>Its own title</h1>"), "Check's title"));

        IntakeJob done = done(jobs.submit(IntakeKind.CHECK, "addresses", rows.iterator(), reviewer), reviewer);

        List<IntakeItem> report = reports.items(done, null, null, 10).items();
        // Two rows of one address may be worked on at the same moment; one of them is first.
        assertThat(List.of(report.get(0).state(), report.get(3).state())).containsExactlyInAnyOrder(ItemState.NEW,
                ItemState.KNOWN);
        assertThat(report.get(5).state()).isEqualTo(ItemState.NEW);
        assertThat(report.stream().map(item -> item.trouble() == null ? "" : item.trouble().reason())).containsExactly(
                "", "fetch-http-status", "fetch-forbidden-address", "", "fetch-unknown-host", "");
        assertThat(report.get(0).title()).isEqualTo("جسر المدينة");
        assertThat(report.get(5).capture()).isNotNull();
        assertThat(report.get(3).article()).isEqualTo(report.get(0).article());
        assertThat(report.get(5).title()).isEqualTo("Its own title");
        assertThat(done.counts().retriable()).isEqualTo(3);
    }

    @Test
    void whatFailedIsTriedAgain() throws InterruptedException {
        Actor reviewer = newsroom.reviewer();
        String path = "/later/" + UUID.randomUUID();
        UUID id = jobs.submit(IntakeKind.ADDRESSES, "later", List.of(address(ForeignSite.address(path))).iterator(),
                reviewer);
        assertThat(done(id, reviewer).counts().failed()).isEqualTo(1);
        ForeignSite.page(path, "text/html; charset=utf-8", html("<h1>Now it is there</h1>"));

        jobs.retry(id, reviewer);

        assertThat(done(id, reviewer).counts().created()).isEqualTo(1);
    }

    private IntakeJob done(UUID id, Actor actor) throws InterruptedException {
        IntakeJob job = reports.find(id, actor);
        for (int i = 0; i < 600 && job.state() != IntakeState.DONE; i++) {
            Thread.sleep(100);
            job = reports.find(id, actor);
        }
        assertThat(job.state()).isEqualTo(IntakeState.DONE);
        return job;
    }

    private static IntakeRow address(String url) {
        return IntakeRow.of(ItemInput.ofAddress(url, null));
    }

    private static IntakeRow check(String url, @Nullable String title) {
        return IntakeRow.of(new ItemInput(url, title, null, null, null, null, null, null,
                new CheckNotes(title, null, null, null, null, "Link")));
    }

    private static String page(String head) {
        return ForeignSite.page("/page/" + UUID.randomUUID(), "text/html; charset=utf-8", html(head));
    }

    private static byte[] html(String head) {
        return ("<!doctype html><html lang=\"ar\"><body><article>" + head + "<p>" + Words.some(40) + "</p><p>"
                + Words.some(40) + "</p></article></body></html>").getBytes(StandardCharsets.UTF_8);
    }
}
