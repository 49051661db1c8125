package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;

import org.isnad.article.capture.Captures;
import org.isnad.article.capture.FetchId;
import org.isnad.article.capture.FetchOutcome;
import org.isnad.identity.Actor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.outbound.OutboundRequest;
import org.isnad.testsupport.ForeignSite;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

@IsnadTest
class CaptureIT {
    private static final String PAGE = """
            <!doctype html><html lang="ar"><head><title>جسر المدينة</title></head><body><article><h1>إغلاق جسر المدينة %s</h1>
            <p>أعلنت البلدية يوم الثلاثاء إغلاق جسر المدينة أمام الشاحنات مدة أسبوعين لأعمال الصيانة.</p>
            <p>وقال المهندس المشرف إن الشقوق ظهرت في ثلاث دعامات من أصل ثمان بعد سيول الشهر الماضي.</p></article></body></html>
            """;

    @Inject
    Captures captures;
    @Inject
    ArticleIntake intake;
    @Inject
    Articles articles;
    @Inject
    Newsroom newsroom;

    @Test
    void whatIsFetchedBecomesAnArticleWithItsProof() throws IOException {
        Actor reviewer = newsroom.reviewer();
        String mark = UUID.randomUUID().toString();
        String page = ForeignSite.page("/bridge/" + mark, "text/html; charset=utf-8", utf8(PAGE.formatted(mark)));
        String short1 = ForeignSite.redirect("/s/" + mark, "/bridge/" + mark);

        FetchOutcome outcome = captures.fetch(OutboundRequest.page(short1), reviewer);
        assertThat(outcome.succeeded()).isTrue();
        assertThat(outcome.finalAddress()).isEqualTo(page);

        ArticleProposal proposal = intake.proposeFetched(outcome.id()).orElseThrow().articles().get(0);
        assertThat(proposal.url()).isEqualTo(page);
        assertThat(proposal.title()).contains("إغلاق جسر المدينة");
        Received received = intake.receive(proposal.asProposed(), reviewer);

        ArticleDetails article = details(received.id(), reviewer);
        assertThat(article.sha256()).isEqualTo(proposal.sha256());
        assertThat(article.url()).isEqualTo(page);
        var card = QuarkusTransaction.requiringNew().call(() -> captures.latest(article.versionId())).orElseThrow();
        assertThat(card.requested()).isEqualTo(short1);
        assertThat(card.finalUrl()).isEqualTo(page);
        assertThat(card.redirects()).isEqualTo(1);
        assertThat(card.connected()).isEqualTo("127.0.0.1");

        byte[] warc = QuarkusTransaction.requiringNew().call(() -> articles.warc(received.id(), reviewer))
                .orElseThrow();
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(warc))) {
            List<WarcResponse> responses = reader.records().filter(WarcResponse.class::isInstance)
                    .map(WarcResponse.class::cast).toList();
            assertThat(responses).isNotEmpty();
        }
    }

    @Test
    void aFailureIsKeptWithItsReason() {
        FetchOutcome missing = captures.fetch(OutboundRequest.page(ForeignSite.address("/gone/" + UUID.randomUUID())),
                newsroom.reviewer());
        assertThat(missing.failure()).isEqualTo("HTTP_STATUS");
        assertThat(missing.status()).isEqualTo(404);
        FetchOutcome forbidden = captures.fetch(OutboundRequest.page("http://10.0.0.1/secret"), newsroom.reviewer());
        assertThat(forbidden.failure()).isEqualTo("FORBIDDEN_ADDRESS");
        assertThat(forbidden.connected()).isNull();

        FetchOutcome kept = QuarkusTransaction.requiringNew().call(() -> captures.outcome(missing.id())).orElseThrow();
        assertThat(kept.failure()).isEqualTo("HTTP_STATUS");
        assertThat(kept.detail()).isNotBlank();
        assertThat(intake.proposeFetched(missing.id())).isEmpty();
        assertThat(intake.proposeFetched(new FetchId(Ids.next()))).isEmpty();
    }

    private ArticleDetails details(ArticleId id, Actor reader) {
        return QuarkusTransaction.requiringNew().call(() -> articles.details(id, reader)).orElseThrow();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
