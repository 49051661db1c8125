package org.isnad.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleIntake;
import org.isnad.article.NewArticle;
import org.isnad.article.Received;
import org.isnad.article.capture.FetchId;
import org.isnad.identity.Actor;
import org.isnad.intake.ItemInput.CheckNotes;
import org.isnad.kernel.Problem;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.ForeignSite;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Words;

/** Rows that only name an address: what lies there is fetched when their turn comes. */
@IsnadTest
class LinkedRowsIT {
    @Inject
    IntakeJobs jobs;
    @Inject
    Imports imports;
    @Inject
    ArticleIntake intake;
    @Inject
    IntakeForgetting forgetting;
    @Inject
    Database database;
    @Inject
    Newsroom newsroom;

    @Test
    void whatLiesThereBecomesAnArticleAndWhatDoesNotSaysWhy() {
        Actor reviewer = newsroom.reviewer();
        String page = page("<h1>جسر المدينة</h1>");
        List<IntakeRow> rows = List.of(address(page), address(ForeignSite.address("/gone/" + UUID.randomUUID())),
                address("http://10.0.0.1/secret"), address(page + "#part"), address("http://no-such-host.invalid/"),
                check(page("<h1>Its own title</h1>"), "Check's title"));

        IntakeJob done = imports.done(jobs.submit(IntakeKind.CHECK, "addresses", rows.iterator(), reviewer), reviewer);

        List<IntakeItem> report = imports.report(done.id(), reviewer);
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
    void whatFailedIsTriedAgain() {
        Actor reviewer = newsroom.reviewer();
        String path = "/later/" + UUID.randomUUID();
        UUID id = jobs.submit(IntakeKind.ADDRESSES, "later", List.of(address(ForeignSite.address(path))).iterator(),
                reviewer);
        assertThat(imports.done(id, reviewer).counts().failed()).isEqualTo(1);
        ForeignSite.page(path, "text/html; charset=utf-8", html("<h1>Now it is there</h1>"));

        jobs.retry(id, reviewer);

        assertThat(imports.done(id, reviewer).counts().created()).isEqualTo(1);
    }

    @Test
    void whatAPersonSavesOfARowIsDone() {
        Actor reviewer = newsroom.reviewer();
        UUID id = jobs.submit(IntakeKind.ADDRESSES, "without a title", List.of(address(page("")), address(page("")))
                .iterator(), reviewer);
        IntakeJob done = imports.done(id, reviewer);
        assertThat(done.counts().ready()).isEqualTo(2);
        IntakeItem row = imports.report(id, reviewer).get(0);
        assertThat(row.trouble()).isNotNull().extracting(Trouble::reason).isEqualTo("title-required");

        Received saved = confirmed(row, reviewer);

        IntakeItem confirmed = imports.report(id, reviewer).get(0);
        assertThat(confirmed.state()).isEqualTo(ItemState.NEW);
        assertThat(confirmed.article()).isEqualTo(saved.id().value());
        assertThat(confirmed.trouble()).isNull();
        assertThat(confirmed.title()).isEqualTo("A title of a person's own");

        jobs.dismiss(id, 2, reviewer);
        assertThat(imports.report(id, reviewer).get(1).state()).isEqualTo(ItemState.DISMISSED);
        assertThatThrownBy(() -> jobs.dismiss(id, 2, reviewer)).isInstanceOf(Problem.WrongState.class);
        assertThatThrownBy(() -> jobs.dismiss(id, 1, reviewer)).isInstanceOf(Problem.WrongState.class);
        assertThatThrownBy(() -> jobs.dismiss(id, 3, reviewer)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> jobs.restore(id, 2, newsroom.reviewer())).isInstanceOf(Problem.NotFound.class);
        jobs.restore(id, 2, reviewer);
        assertThat(imports.report(id, reviewer).get(1).state()).isEqualTo(ItemState.READY);
    }

    @Test
    void aRowWhoseCaptureWasForgottenCanBeTriedAgain() throws SQLException {
        Actor reviewer = newsroom.reviewer();
        UUID id = jobs.submit(IntakeKind.ADDRESSES, "forgotten", List.of(address(page(""))).iterator(), reviewer);
        imports.done(id, reviewer);
        UUID capture = imports.report(id, reviewer).get(0).capture();
        database.change("delete from fetch_attempt where id = ?", capture);

        forgetting.forget();

        assertThat(imports.report(id, reviewer).get(0).trouble()).isEqualTo(Trouble.forgotten());
        jobs.retry(id, reviewer);
        assertThat(imports.done(id, reviewer).counts().ready()).isEqualTo(1);
    }

    @Test
    void whatIsTakenUpAgainAfterItWasForgottenSaysSo() throws SQLException {
        Actor reviewer = newsroom.reviewer();
        UUID id = jobs.submit(IntakeKind.ADDRESSES, "unwanted", List.of(address(page(""))).iterator(), reviewer);
        imports.done(id, reviewer);
        jobs.dismiss(id, 1, reviewer);
        database.change("delete from fetch_attempt where id = ?", imports.report(id, reviewer).get(0).capture());
        forgetting.forget();
        assertThat(imports.report(id, reviewer).get(0).state()).isEqualTo(ItemState.DISMISSED);

        jobs.restore(id, 1, reviewer);

        IntakeItem row = imports.report(id, reviewer).get(0);
        assertThat(row.state()).isEqualTo(ItemState.FAILED);
        assertThat(row.trouble()).isEqualTo(Trouble.forgotten());
    }

    private Received confirmed(IntakeItem row, Actor by) {
        NewArticle proposed = intake.proposeFetched(new FetchId(row.capture())).orElseThrow().articles().get(0)
                .asProposed();
        return intake
                .receive(new NewArticle(proposed.original(), proposed.url(), "A title of a person's own", null, null,
                        null, null, proposed.text()), by);
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
