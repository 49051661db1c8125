package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.path.json.JsonPath;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.isnad.article.extraction.Found;
import org.isnad.article.extraction.Mention;
import org.isnad.article.extraction.Where;
import org.isnad.audit.erasure.ErasableValues;
import org.isnad.audit.erasure.Erasing;
import org.isnad.audit.erasure.ErasurePart;
import org.isnad.audit.erasure.ErasureRequest;
import org.isnad.audit.erasure.ErasureTarget;
import org.isnad.audit.erasure.Erasures;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;

@IsnadTest
class ProvenanceIT {
    private static final String QUOTED = "Nobody on board had been told that the valve was still open";

    @Inject
    Newsroom newsroom;
    @Inject
    ArticleIntake intake;
    @Inject
    Articles articles;
    @Inject
    ClaimTriage triage;
    @Inject
    Erasing erasing;
    @Inject
    Erasures erasures;

    @Test
    void whereTheDocumentSaysItIsKeptAndShown() {
        ArticleProposal read = proposed();
        assertThat(read.found().publishedOn()).isEqualTo(new Mention(Where.JSON_LD, "2026-03-04T22:10:00+03:00"));
        assertThat(Jsoup.parse(form(read)).select(".form-hint").eachText())
                .anyMatch(hint -> hint.contains("(JSON-LD)") && hint.contains("2026-03-04T22:10:00+03:00"));

        NewArticle corrected = new NewArticle(read.original(), null, read.title(), "سلمى", read.outlet(),
                read.publishedOn(), read.language(), read.text(), true);
        ArticleId id = intake.receive(corrected, newsroom.reviewer()).id();

        Found kept = Objects.requireNonNull(articles.details(id, Actor.system("test")).orElseThrow().found());
        assertThat(kept.title()).extracting(Mention::where).isEqualTo(Where.HEADING);
        assertThat(kept.byline()).as("a person said another").isNull();
        assertThat(kept.outlet()).isEqualTo(new Mention(Where.JSON_LD, "صدى المرفأ"));
        assertThat(kept.publishedOn()).isEqualTo(read.found().publishedOn());
        assertThat(kept.language()).isNotNull();
        JsonPath api = Login.bearer("salma").get("/api/v1/articles/" + id).jsonPath();
        assertThat(api.getString("found.publishedOn.where")).isEqualTo("JSON_LD");
        assertThat(api.getString("found.publishedOn.words")).isEqualTo("2026-03-04T22:10:00+03:00");
        assertThat(Login.session("huda").get("/articles/" + id).asString()).contains("(JSON-LD)")
                .contains("2026-03-04T22:10:00+03:00")
                .containsAnyOf("Given by whoever brought it", "أدخله من أحضر المقالة");
    }

    @Test
    void theWordsGoWithAnErasureAndThePlaceStays() {
        ArticleProposal read = proposed();
        ArticleId id = intake.receive(separate(read), newsroom.reviewer()).id();
        Actor auditor = newsroom.auditor();
        UUID request = erasing.ask(new ErasureRequest(ErasureTarget.ARTICLE, id.value(), Set.of(ErasurePart.SOURCE),
                "the author", "asked for"), newsroom.admin());
        ErasableValues values = erasures.values(erasures.one(request, auditor), auditor);
        erasing.confirm(request, Expected.any(), new Erasing.Confirmation(
                values.meantBy(EnumSet.of(ErasurePart.SOURCE)), values.fingerprint(), true), auditor);

        Found kept = Objects.requireNonNull(articles.details(id, Actor.system("test")).orElseThrow().found());
        assertThat(kept.byline()).isNotNull();
        assertThat(kept.byline().where()).isEqualTo(Where.JSON_LD);
        assertThat(kept.byline().words()).isNotEmpty().matches("[█\\s]+");
        assertThat(Login.session("lina").get("/articles/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void aPassageHasItsOwnLanguage() {
        Actor editor = newsroom.editor();
        ArticleVersionId version = articles
                .find(intake.receive(separate(proposed()), editor).id()).orElseThrow().latestVersion();
        String text = articles.version(version).orElseThrow().text();

        assertThat(language(version, text, QUOTED, editor)).isEqualTo("en");
        assertThat(language(version, text, "وقال القبطان إن السفينة وصلت متأخرة", editor)).isEqualTo("ar");
    }

    private String language(ArticleVersionId version, String text, String words, Actor editor) {
        int start = text.indexOf(words);
        assertThat(start).isNotNegative();
        ClaimId claim = triage.propose(version, start, start + words.length(),
                new Wording(words, null, null, Priority.NORMAL), editor);
        return Login.bearer("huda").get("/api/v1/claims/" + claim + "/appearances").jsonPath()
                .getString("items[0].language");
    }

    private String form(ArticleProposal read) {
        return Login.session("salma").parts("/articles/new").multiPart("text", "").multiPart("url", "")
                .multiPart("files", "page.html", read.original().bytes()).post("/articles/new").asString();
    }

    private static NewArticle separate(ArticleProposal read) {
        return new NewArticle(read.original(), null, read.title(), read.byline(), read.outlet(), read.publishedOn(),
                read.language(), read.text(), true);
    }

    private ArticleProposal proposed() {
        String page = """
                <!doctype html><html lang="ar"><head><title>السفينة تصل متأخرة</title>
                <script type="application/ld+json">{"@type": "NewsArticle", "headline": "السفينة تصل متأخرة إلى المرفأ",
                "datePublished": "2026-03-04T22:10:00+03:00", "author": {"@type": "Person", "name": "هند العلي"},
                "publisher": {"@type": "Organization", "name": "صدى المرفأ"}}</script></head>
                <body><article><h1>السفينة تصل متأخرة إلى المرفأ</h1>
                <p>وقال القبطان إن السفينة وصلت متأخرة ثلاث ساعات بسبب عطل في أحد الصمامات، وإن أحدا من الركاب لم يصب بأذى.</p>
                <p>وقال أحد أفراد الطاقم بالإنجليزية: %s.</p>
                <p>وأضاف أن رقم الرحلة هو %d وأن التحقيق سيبدأ صباح الغد في مكتب المرفأ بحضور الشركة المالكة.</p>
                </article></body></html>"""
                .formatted(QUOTED, System.nanoTime());
        return intake.propose(new Upload("page.html", page.getBytes(StandardCharsets.UTF_8))).articles().get(0);
    }
}
