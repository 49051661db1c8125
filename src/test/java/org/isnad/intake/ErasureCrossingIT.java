package org.isnad.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.NewArticle;
import org.isnad.article.Received;
import org.isnad.article.capture.Captures;
import org.isnad.article.capture.FetchId;
import org.isnad.article.capture.FetchOutcome;
import org.isnad.audit.erasure.ErasableValues;
import org.isnad.audit.erasure.Erasing;
import org.isnad.audit.erasure.ErasurePart;
import org.isnad.audit.erasure.ErasureRequest;
import org.isnad.audit.erasure.ErasureTarget;
import org.isnad.audit.erasure.Erasures;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.kernel.outbound.OutboundRequest;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.ForeignSite;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Words;

/** An erasure that is confirmed while its article comes in once more: each waits for the other's end, and neither is given up. */
@IsnadTest
class ErasureCrossingIT {
    @Inject
    ArticleIntake intake;
    @Inject
    Captures captures;
    @Inject
    IntakeJobs jobs;
    @Inject
    ItemWork work;
    @Inject
    Imports imports;
    @Inject
    Erasing erasing;
    @Inject
    Erasures erasures;
    @Inject
    Newsroom newsroom;
    @Inject
    Database database;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbc;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private final String path = "/crossing/" + UUID.randomUUID();
    private final String url = ForeignSite.address(path);

    @Test
    void aRowOfAnArticleThatIsKnown() throws Exception {
        Actor editor = newsroom.editor();
        ArticleId article = fetchedAndKept(editor);
        UUID job = underWay(editor);
        var claimed = new ItemStore.Claimed(row(job), job, 1, editor.person(), "session",
                ItemInput.ofAddress(url, null));

        meanwhile(article, () -> {
            work.perform(claimed);
            return claimed;
        });

        assertThat(imports.report(job, editor).get(0).trouble()).isEqualTo(Trouble.forgotten());
        assertThat(database.one("select input::text from intake_item where job_id = ?", job)).isEqualTo("{}");
    }

    @Test
    void aPersonWhoSavesWhatWasFetchedAgain() throws Exception {
        Actor editor = newsroom.editor();
        ArticleId article = fetchedAndKept(editor);
        FetchId again = fetched(editor).id();
        NewArticle document = new NewArticle(intake.fetched(again).orElseThrow(), url, "عنوان", null, null, null, "ar",
                Words.some(60));

        Received received = meanwhile(article, () -> intake.receive(document, editor));

        assertThat(received).isEqualTo(new Received(article, true, false));
        assertThat(database.count("select count(*) from fetch_attempt where id = ?", again.value())).isZero();
        assertThat(database.count("select count(*) from article_version where article_id = ?", article.value()))
                .isEqualTo(1);
    }

    /** What began before the desk knew that nothing may be taken in there any more. */
    @Test
    void aFetchThatIsUnderWay() throws Exception {
        Actor editor = newsroom.editor();
        ArticleId article = fetchedAndKept(editor);
        UUID request = asked(article);
        AtomicReference<CompletableFuture<FetchOutcome>> fetch = new AtomicReference<>();

        QuarkusTransaction.requiringNew().run(() -> {
            confirm(request);
            fetch.set(CompletableFuture.supplyAsync(() -> fetched(editor)));
            untilItWaits(fetch.get());
        });

        FetchOutcome outcome = fetch.get().get(20, TimeUnit.SECONDS);
        assertThat(outcome.failure()).isEqualTo("ERASED");
        assertThat(outcome.erased()).isEqualTo(article.value());
        assertThat(database.count("select count(*) from fetch_attempt where requested = ?", url)).isZero();
        assertThat(
                database.count("select count(*) from fetch_attempt where id = ? and document is null and warc is null",
                        outcome.id().value()))
                .isEqualTo(1);
    }

    @Test
    void whatIsGivenUpAllTheSameIsDoneAgain() throws Exception {
        Actor editor = newsroom.editor();
        ArticleId article = fetchedAndKept(editor);
        UUID job = underWay(editor);
        UUID request = asked(article);
        try (Connection other = DriverManager.getConnection(jdbc, owner, password)) {
            other.setAutoCommit(false);
            other.createStatement().execute("select 1 from intake_item where job_id = '" + job + "' for update");
            CompletableFuture<Integer> erasure = CompletableFuture.supplyAsync(() -> confirm(request));
            untilItWaits(erasure);
            // It waited first, so PostgreSQL notices there that both do, and gives it up.
            other.createStatement().execute("select 1 from article where id = '" + article + "' for update");
            other.rollback();

            assertThat(erasure.get(20, TimeUnit.SECONDS)).isPositive();
        }
        assertThat(database.one("select input::text from intake_item where job_id = ?", job)).isEqualTo("{}");
    }

    /** What the other does, begun when the erasure has the article and confirmed when it waits for that. */
    private <T> T meanwhile(ArticleId article, Supplier<T> other) throws Exception {
        UUID request = asked(article);
        AtomicReference<CompletableFuture<T>> begun = new AtomicReference<>();
        QuarkusTransaction.requiringNew().run(() -> {
            // As an erasure does to begin with.
            database.one("select 1 from article where id = ? for update", article.value());
            begun.set(CompletableFuture.supplyAsync(other));
            untilItWaits(begun.get());
            confirm(request);
        });
        return begun.get().get(20, TimeUnit.SECONDS);
    }

    private void untilItWaits(CompletableFuture<?> other) {
        try {
            for (int i = 0; i < 400 && !other.isDone()
                    && database.count("select count(*) from pg_stat_activity where wait_event_type = ? "
                            + "and datname = current_database()", "Lock") == 0; i++) {
                Thread.sleep(25);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(other).isNotDone();
    }

    private UUID asked(ArticleId article) {
        return erasing.ask(new ErasureRequest(ErasureTarget.ARTICLE, article.value(), EnumSet.of(ErasurePart.TEXT),
                "the text", "asked for"), newsroom.admin());
    }

    private int confirm(UUID request) {
        Actor auditor = newsroom.auditor();
        ErasableValues values = erasures.values(erasures.one(request, auditor), auditor);
        return erasing.confirm(request, Expected.any(), new Erasing.Confirmation(
                values.meantBy(EnumSet.of(ErasurePart.TEXT)), values.fingerprint(), true), auditor);
    }

    /** A list with one row of the article's address, which somebody works on. */
    private UUID underWay(Actor by) {
        UUID job = jobs.draft(IntakeKind.ADDRESSES, "crossing", List.of(IntakeRow.of(ItemInput.ofAddress(url, null)))
                .iterator(), by);
        database.change("update intake_item set state = 'RUNNING', attempts = 1, article_id = null, "
                + "lease_until = now() + interval '1 day' where job_id = ?", job);
        return job;
    }

    private UUID row(UUID job) {
        return UUID.fromString(database.one("select id from intake_item where job_id = ?", job));
    }

    private ArticleId fetchedAndKept(Actor by) {
        NewArticle article = intake.proposeFetched(fetched(by).id()).orElseThrow().articles().get(0).asProposed();
        return intake.receive(new NewArticle(article.original(), url, article.title(), null, null, null, "ar",
                article.text(), true), by).id();
    }

    private FetchOutcome fetched(Actor by) {
        ForeignSite.page(path, "text/html; charset=utf-8", ("<!doctype html><html lang=\"ar\"><body><article>"
                + "<h1>عنوان</h1><p>" + Words.some(80) + "</p></article></body></html>")
                .getBytes(StandardCharsets.UTF_8));
        return captures.fetch(OutboundRequest.page(url), by);
    }
}
