package org.isnad.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleVersion;
import org.isnad.article.Articles;
import org.isnad.article.NewArticle;
import org.isnad.article.Received;
import org.isnad.article.capture.Captures;
import org.isnad.identity.Actor;
import org.isnad.kernel.outbound.OutboundRequest;
import org.isnad.testsupport.ForeignSite;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Words;

/** Two articles that make the same claims, in opposite order, are captured again at the same moment. */
@IsnadTest
class ReanchoringOrderIT {
    private static final int ROUNDS = 4;
    private static final int CLAIMS = 8;

    @Inject
    ArticleIntake intake;
    @Inject
    Captures captures;
    @Inject
    Articles articles;
    @Inject
    ClaimTriage triage;
    @Inject
    Newsroom newsroom;

    @Test
    void neitherWaitsForTheOtherForEver() throws Exception {
        Actor editor = newsroom.editor();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                List<String> sentences = IntStream.range(0, CLAIMS).mapToObj(i -> Words.some(9) + ".").toList();
                String one = "/order/" + UUID.randomUUID();
                String other = "/order/" + UUID.randomUUID();
                ArticleId first = receive(one, sentences, editor).id();
                List<ClaimId> claims = sentences.stream().map(words -> pinned(first, words, editor)).toList();
                List<String> reversed = new ArrayList<>(sentences);
                Collections.reverse(reversed);
                ArticleId second = receive(other, reversed, editor).id();
                for (int i = 0; i < CLAIMS; i++) {
                    add(claims.get(i), second, sentences.get(i), editor);
                }
                NewArticle oneAgain = fetched(one, with(sentences), editor);
                NewArticle otherAgain = fetched(other, with(reversed), editor);

                List<Received> received = new ArrayList<>();
                for (Future<Received> each : threads.invokeAll(List.<Callable<Received>>of(
                        () -> intake.receive(oneAgain, editor), () -> intake.receive(otherAgain, editor)))) {
                    received.add(each.get());
                }

                assertThat(received).containsExactly(new Received(first, true, true),
                        new Received(second, true, true));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> with(List<String> sentences) {
        List<String> more = new ArrayList<>(sentences);
        more.add(Words.some(9) + ".");
        return more;
    }

    private Received receive(String path, List<String> sentences, Actor by) {
        return intake.receive(fetched(path, sentences, by), by);
    }

    private NewArticle fetched(String path, List<String> sentences, Actor by) {
        String url = ForeignSite.page(path, "text/html; charset=utf-8",
                ("<!doctype html><html lang=ar><body><article><h1>عنوان الخبر</h1><p>"
                        + String.join("</p><p>", sentences) + "</p></article></body></html>")
                        .getBytes(StandardCharsets.UTF_8));
        NewArticle article = intake.proposeFetched(captures.fetch(OutboundRequest.page(url), by).id()).orElseThrow()
                .articles().get(0).asProposed();
        return new NewArticle(article.original(), article.url(), article.title(), article.byline(), article.outlet(),
                article.publishedOn(), article.language(), article.text(), true);
    }

    private ClaimId pinned(ArticleId article, String words, Actor by) {
        ArticleVersion version = latest(article);
        int start = version.text().indexOf(words);
        return triage.propose(version.id(), start, start + words.length(),
                new Wording(words, null, null, Priority.NORMAL), by);
    }

    private void add(ClaimId claim, ArticleId article, String words, Actor by) {
        ArticleVersion version = latest(article);
        int start = version.text().indexOf(words);
        triage.addAppearance(claim, version.id(), start, start + words.length(), by);
    }

    private ArticleVersion latest(ArticleId article) {
        return QuarkusTransaction.requiringNew()
                .call(() -> articles.version(articles.find(article).orElseThrow().latestVersion()).orElseThrow());
    }
}
