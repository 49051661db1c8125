package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Problem;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

@IsnadTest
class ArticleIntakeIT {
    @Inject
    ArticleIntake intake;
    @Inject
    Articles articles;
    @Inject
    Newsroom newsroom;
    @Inject
    DataSource database;

    @Test
    void keepsEverythingExactlyAsConfirmed() {
        Actor reviewer = newsroom.reviewer();
        byte[] bytes = utf8("bytes as they came\r\n" + UUID.randomUUID());
        String text = " e\u0301\u200F نصّ 😀\n\n آخر \u00A0\n";
        ArticleId id = intake.receive(new NewArticle(new Upload("مقال.txt", bytes),
                "https://Sada.example/" + UUID.randomUUID() + "#top", "عنوان", "كاتب", "جهة",
                LocalDate.of(2026, 11, 18), "ar",
                text), reviewer).id();

        ArticleDetails saved = articles.details(id, Actor.system("test")).orElseThrow();
        assertThat(saved.text()).isEqualTo(text);
        assertThat(saved.title()).isEqualTo("عنوان");
        assertThat(saved.byline()).isEqualTo("كاتب");
        assertThat(saved.outlet()).isEqualTo("جهة");
        assertThat(saved.publishedOn()).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(saved.url()).startsWith("https://sada.example/").doesNotContain("#");
        assertThat(saved.fileName()).isEqualTo("مقال.txt");
        assertThat(saved.size()).isEqualTo(bytes.length);
        assertThat(saved.capturedBy()).isEqualTo(reviewer.person().value());
        assertThat(saved.state()).isEqualTo(ArticleState.INCOMING);
        assertThat(articles.original(id, Actor.system("test")).orElseThrow().bytes()).isEqualTo(bytes);
        assertThat(saved.sha256()).isEqualTo(Original.sha256(bytes));
    }

    @Test
    void lineEndsAreTheOnlyThingThatChanges() {
        ArticleId id = intake.receive(article("one\r\ntwo\rthree " + UUID.randomUUID()), newsroom.reviewer()).id();

        assertThat(articles.details(id, Actor.system("test")).orElseThrow().text()).startsWith("one\ntwo\nthree ");
    }

    @Test
    void noArticleWasPublishedOnADayToCome() {
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        ArticleProposal proposed = intake.propose(new Upload("a.html",
                utf8("<meta property='article:published_time' content='" + day
                        + "'><title>A title of its own</title><p>"
                        + "The river rose by two metres. ".repeat(9))))
                .articles().get(0);
        assertThat(proposed.publishedOn()).isNull();
        assertThat(proposed.found().publishedOn()).isNull();
        NewArticle typed = new NewArticle(null, null, "عنوان", null, null, LocalDate.parse(day), "ar",
                "text " + UUID.randomUUID());
        assertThatThrownBy(() -> intake.receive(typed, newsroom.reviewer())).isInstanceOfSatisfying(
                Problem.Invalid.class, problem -> assertThat(problem.errors()).singleElement()
                        .satisfies(error -> assertThat(error.code()).isEqualTo("to-come")));
    }

    @Test
    void theSameBytesOrAddressLeadToTheSameArticle() {
        Actor reviewer = newsroom.reviewer();
        String text = "text " + UUID.randomUUID();
        String url = "https://sada.example/" + UUID.randomUUID();
        Received first = intake.receive(article(text, url), reviewer);

        assertThat(first.known()).isFalse();
        assertThat(intake.receive(article(text), newsroom.editor())).isEqualTo(Received.asKnown(first.id()));
        assertThat(
                intake.receive(article("other " + UUID.randomUUID(), url.replace("https", "HTTPS") + "#x"), reviewer))
                .isEqualTo(Received.asKnown(first.id()));
        assertThat(intake.proposeText(text).articles().get(0).known()).isEqualTo(first.id());
    }

    @Test
    void twoAtTheSameMomentGetTheSameArticle() throws Exception {
        Actor reviewer = newsroom.reviewer();
        String text = "text " + UUID.randomUUID();
        String url = "https://sada.example/" + UUID.randomUUID();
        List<Callable<Received>> tasks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            // The same bytes, the same address, or both.
            NewArticle article = article(i % 3 == 2 ? "other " + UUID.randomUUID() : text, i % 3 == 1 ? null : url);
            tasks.add(() -> intake.receive(article, reviewer));
        }
        tasks.add(0, () -> intake.receive(article(text, url), reviewer));
        List<Received> received = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(tasks.size());
        try {
            for (Future<Received> future : pool.invokeAll(tasks)) {
                received.add(future.get());
            }
        } finally {
            pool.shutdown();
        }
        // Whoever came first by address alone or bytes alone may leave a second article for the others' half, never a third.
        assertThat(received.stream().filter(one -> !one.known()).count()).isBetween(1L, 2L);
        assertThat(received.stream().map(Received::id).distinct().count())
                .isEqualTo(received.stream().filter(one -> !one.known()).count());
    }

    @Test
    void everyFieldSurvivesNaughtyStrings() {
        Actor reviewer = newsroom.reviewer();
        for (String naughty : NaughtyStrings.all()) {
            String text = naughty + "\n" + UUID.randomUUID();
            String title = naughty.isBlank() ? "blank" : CodePoints.head(naughty, 200);
            ArticleId id = intake
                    .receive(new NewArticle(new Upload(naughty, utf8(text)), null, title, title, title, null,
                            null, text), reviewer)
                    .id();
            ArticleDetails saved = articles.details(id, Actor.system("test")).orElseThrow();
            assertThat(saved.text()).isEqualTo(Documents.lines(text));
            assertThat(saved.title()).isEqualTo(title.strip());
            assertThat(saved.byline()).isEqualTo(title.strip());
        }
    }

    @Test
    void saysForEveryFieldWhatIsWrong() {
        NewArticle wrong = new NewArticle(null, "javascript:alert(1)", " ", "x".repeat(301), "\u0000",
                LocalDate.of(1, 1, 1),
                "klingon", "");

        assertThatThrownBy(() -> intake.receive(wrong, newsroom.reviewer())).isInstanceOfSatisfying(
                Problem.Invalid.class,
                problem -> assertThat(problem.errors()).extracting(error -> error.field() + " " + error.code())
                        .containsExactlyInAnyOrder("url not-a-link", "title required", "byline too-long",
                                "outlet not-text",
                                "publishedOn not-a-date", "language not-a-language", "text required"));
    }

    @Test
    void onlyThoseWhoMayBringArticlesIn() {
        assertRefused(() -> intake.receive(article("x"), newsroom.person("auditor", Role.AUDITOR)));
        assertRefused(() -> intake.receive(article("x"), newsroom.person("admin", Role.ADMIN)));
        Actor client = newsroom.reviewer();
        Actor reader = new Actor(client.person(), "bot", Set.of(), Set.of("desk:read"), "bearer:bot", null, true);
        assertRefused(() -> intake.receive(article("x"), reader));
        Actor writer = new Actor(client.person(), "bot", Set.of(), Set.of("articles:write"), "bearer:bot", null, true);
        assertThat(intake.receive(article("text " + UUID.randomUUID()), writer).known()).isFalse();
    }

    @Test
    void triageIsFinishedAndReopenedBySeniorEditors() {
        Actor editor = newsroom.editor();
        ArticleId id = intake.receive(article("text " + UUID.randomUUID()), editor).id();
        assertRefused(() -> intake.finishTriage(id, newsroom.reviewer()));

        intake.finishTriage(id, editor);
        assertThat(articles.details(id, Actor.system("test")).orElseThrow().state()).isEqualTo(ArticleState.TRIAGED);
        assertThatThrownBy(() -> intake.finishTriage(id, editor)).isInstanceOf(Problem.WrongState.class)
                .hasMessageContaining("reopen triage");
        intake.reopenTriage(id, editor);
        assertThat(articles.details(id, Actor.system("test")).orElseThrow().state()).isEqualTo(ArticleState.INCOMING);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeat() {
        Actor editor = newsroom.editor();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, intake.receive(article("text " + UUID.randomUUID()), editor).id().value());
        }
        var first = articles.page(null, null, 2, Actor.system("test"));
        var second = articles.page(null, first.next(), 2, Actor.system("test"));
        var third = articles.page(ArticleState.INCOMING, second.next(), 1, Actor.system("test"));

        assertThat(List.of(first, second, third))
                .flatExtracting(page -> page.items().stream().map(ArticleCard::id).toList())
                .containsExactlyElementsOf(ids);
        assertThatThrownBy(() -> articles.page(null, "nonsense", 2, Actor.system("test")))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void theDatabaseRefusesToAlterACapture() throws SQLException {
        ArticleId id = intake.receive(article("text " + UUID.randomUUID()), newsroom.reviewer()).id();

        try (var connection = database.getConnection();
                var update = connection
                        .prepareStatement("update article_version set text = 'x' where article_id = ?")) {
            update.setObject(1, id.value());
            assertThatThrownBy(update::executeUpdate).isInstanceOf(SQLException.class);
        }
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Problem.NotAllowed.class);
    }

    private static NewArticle article(String text) {
        return article(text, null);
    }

    private static NewArticle article(String text, @Nullable String url) {
        return new NewArticle(null, url, "Title", null, null, null, "en", text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
