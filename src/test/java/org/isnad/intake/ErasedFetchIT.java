package org.isnad.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.NewArticle;
import org.isnad.article.capture.Captures;
import org.isnad.article.capture.FetchOutcome;
import org.isnad.audit.erasure.ErasurePart;
import org.isnad.identity.Actor;
import org.isnad.kernel.outbound.OutboundRequest;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.ForeignSite;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Words;

/** Where an erased article lay nothing is fetched any more, not even to be looked at. */
@IsnadTest
class ErasedFetchIT {
    @Inject
    ArticleIntake intake;
    @Inject
    Captures captures;
    @Inject
    IntakeJobs jobs;
    @Inject
    Imports imports;
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

    @Test
    void whatWasErasedIsNotFetchedAgainNorWhatLeadsThere() {
        Actor editor = newsroom.editor();
        String path = "/erased/" + UUID.randomUUID();
        String url = ForeignSite.page(path, "text/html; charset=utf-8",
                ("<!doctype html><html lang=\"ar\"><body><article>"
                        + "<h1>عنوان</h1><p>" + Words.some(80) + "</p></article></body></html>")
                        .getBytes(StandardCharsets.UTF_8));
        NewArticle article = intake.proposeFetched(captures.fetch(OutboundRequest.page(url), editor).id()).orElseThrow()
                .articles().get(0).asProposed();
        ArticleId id = intake.receive(new NewArticle(article.original(), url, "عنوان", "سلمى المحجوبة", null, null,
                "ar", article.text(), true), editor).id();
        newsroom.erase(id, Set.of(ErasurePart.TEXT));
        assertThat(database.one("select url from article where id = ?", id.value())).isEqualTo(url);
        String mirror = ForeignSite.redirect("/mirror/" + UUID.randomUUID(), url);

        for (String address : List.of(url, url + "?utm_source=x#part", mirror)) {
            FetchOutcome outcome = captures.fetch(OutboundRequest.page(address), editor);
            assertThat(outcome.failure()).as(address).isEqualTo("ERASED");
            assertThat(outcome.erased()).isEqualTo(id.value());
            assertThat(intake.proposeFetched(outcome.id())).isEmpty();
            assertThat(database
                    .one("select concat_ws(' ', requested, final_url, redirects, failure, octet_length(warc)) "
                            + "from fetch_attempt where id = ?", outcome.id().value()))
                    .isEqualTo("█████ [] ERASED");
        }
        UUID job = jobs.submit(IntakeKind.ADDRESSES, "mirror", List.of(IntakeRow.of(ItemInput.ofAddress(mirror, null)))
                .iterator(), editor);
        imports.done(job, editor);
        assertThat(imports.report(job, editor)).extracting(IntakeItem::state, IntakeItem::article)
                .containsExactly(tuple(ItemState.KNOWN, id.value()));
    }

    /** Erasures, fetches and imports from before: the migration's own statements, on rows as they were then. */
    @Test
    void whatWasThereBeforeIsReachedToo() throws SQLException, IOException {
        Actor editor = newsroom.editor();
        String url = "https://sada.example/" + UUID.randomUUID();
        ArticleId id = intake.receive(new NewArticle(null, url, "عنوان", null, null, null, "ar", Words.some(60)),
                editor).id();
        newsroom.erase(id, Set.of(ErasurePart.TEXT));
        UUID job = jobs.draft(IntakeKind.ADDRESSES, "https://www.Sada.example/rashida-ormand", List.of(IntakeRow.of(
                ItemInput.ofAddress("https://sada.example/" + UUID.randomUUID(), null))).iterator(), editor);
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V022__erasures.sql"));
        String marked = "select count(*)::text from erased_address where article_id = '" + id + "'";
        String fetched = "select count(*)::text from fetch_attempt where requested = '" + url + "'";

        try (Connection connection = DriverManager.getConnection(jdbc, owner, password);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table erased_address disable trigger user");
            statement.execute("delete from erased_address");
            statement.execute(
                    "insert into fetch_attempt (id, asked_by, requested, redirects, started_at, ended_at, "
                            + "failure, expires_at) values (gen_random_uuid(), '" + editor.person() + "', '" + url
                            + "', '[]', now(), now(), 'TIMEOUT', now())");
            assertThat(Database.texts(connection, marked)).containsExactly("0");
            assertThat(Database.texts(connection, fetched)).containsExactly("1");
            statement.execute(migration.substring(0, migration.indexOf("create or replace function")));

            assertThat(Database.texts(connection, marked)).containsExactly("1");
            assertThat(Database.texts(connection, fetched)).containsExactly("0");
            assertThat(Database.texts(connection, "select name from intake_job where id = '" + job + "'"))
                    .containsExactly("sada.example");
            connection.rollback();
        }
    }
}
