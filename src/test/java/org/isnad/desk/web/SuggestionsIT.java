package org.isnad.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleVersionId;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Session;

/** Suggested claims in triage, as somebody without JavaScript decides on them. */
@IsnadTest
class SuggestionsIT {
    private static final String TEXT = """
            جلس الناس في المقهى يتحدثون عن الطقس.

            قال مدير المستشفى سليم الزعبي إن المخزن استقبل 340 طنًا من القمح يوم الثلاثاء الماضي.

            وأعلنت وزارة الري أن السد الكبير انهار بالكامل بعد فيضان هو الأكبر منذ 1998، وأن 12 قرية غُمرت.

            كان الصباح جميلًا. %s
            """;

    @Inject
    Newsroom newsroom;
    @Inject
    EntityManager database;

    private String version;
    private String article;

    @BeforeEach
    void anArticleWaits() {
        ArticleVersionId id = newsroom.article(TEXT.formatted(UUID.randomUUID()), "السد " + UUID.randomUUID(),
                newsroom.editor());
        version = id.toString();
        article = one("select article_id::text from article_version where id = cast('" + version + "' as uuid)");
    }

    @Test
    void anEditorMakesASuggestionAClaimWithWhoSaysIt() {
        Element suggestion = suggested("340");
        assertThat(suggestion.select(".why").text()).contains("سليم الزعبي");
        Response done = decide(suggestion, "ACCEPT");
        assertThat(done.header("Location")).contains("suggestion=ACCEPT");

        assertThat(one("select c.state || ' ' || c.claimant from claim c join appearance a on a.claim_id = c.id "
                + "where a.article_id = cast('" + article + "' as uuid)")).startsWith("QUEUED ")
                .contains("سليم الزعبي");
        assertThat(suggestions()).noneMatch(one -> one.text().contains("340"));
        assertThat(triage().select("li.sug .q-claim").text()).contains("340");
        assertThat(decide(suggestion, "ACCEPT").header("Location")).contains("suggestion=GONE");
    }

    @Test
    void ofTwoWhoAcceptOneSuggestionAtOnceTheSecondIsTold() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                anArticleWaits();
                Map<String, String> fields = fields(suggested("340"));
                fields.put("act", "ACCEPT");
                CyclicBarrier together = new CyclicBarrier(2);
                List<Callable<String>> both = Stream.of("huda", "nabil").<Callable<String>>map(user -> {
                    RequestSpecification request = form(user);
                    return () -> {
                        together.await();
                        return request.formParams(fields).post("/triage/suggestions").header("Location");
                    };
                }).toList();
                List<String> answers = new ArrayList<>();
                for (Future<String> one : threads.invokeAll(both)) {
                    answers.add(one.get().replaceFirst(".*suggestion=", ""));
                }

                assertThat(answers).containsExactlyInAnyOrder("ACCEPT", "GONE");
                assertThat(one("select count(*)::text from appearance where article_id = cast('" + article
                        + "' as uuid)")).isEqualTo("1");
            }
        } finally {
            threads.shutdownNow();
        }
        Session nabil = Login.session("nabil");
        nabil.form("/articles/new").formParam("to", "en").formParam("back", "/facts").post("/language");
        assertThat(Jsoup.parse(nabil.get("/triage?article=" + article + "&suggestion=GONE").asString())
                .select("[role=status]").text()).contains("decided");
    }

    @Test
    void aDismissedSuggestionComesBackWhenAsked() {
        Element suggestion = suggested("انهار");
        Response done = decide(suggestion, "DISMISS");
        Document after = page(done.header("Location"));
        assertThat(after.select("#t-mid li.sug").text()).doesNotContain("انهار");
        assertThat(triage().select("#dismissed li").eachText()).as("also later").hasSize(1)
                .allMatch(text -> text.contains("انهار"));
        assertThat(decide(suggestion, "DISMISS").statusCode()).as("twice").isEqualTo(303);
        assertThat(actions()).containsExactly("ARTICLE_RECEIVED", "SUGGESTION_DISMISSED");

        Element undo = after.selectFirst("form:has(button[value=RESTORE])");
        assertThat(undo).isNotNull();
        decide(undo, "RESTORE");
        assertThat(suggested("انهار")).isNotNull();
        assertThat(actions()).containsExactly("ARTICLE_RECEIVED", "SUGGESTION_DISMISSED", "SUGGESTION_RESTORED");
    }

    @Test
    void rewordingStartsFromTheSuggestion() {
        String link = suggested("340").select("a[href*=/claims/new]").attr("href");
        Document marking = page(link);
        assertThat(marking.select("#w-text").text()).contains("340");
        assertThat(marking.select("#w-claimant").val()).contains("سليم الزعبي");
    }

    @Test
    void aSentenceWithoutAnEndDoesNotTakeTriageDown() {
        ArticleVersionId endless = newsroom.article(
                "قال الوزير إن 340 شاحنة دخلت " + "ومرت القوافل عبر الوادي ".repeat(400),
                "بلا نهاية " + UUID.randomUUID(), newsroom.editor());
        String id = one("select article_id::text from article_version where id = cast('" + endless + "' as uuid)");
        assertThat(Login.session("huda").get("/triage?article=" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void placesThatAreNoneAreRefused() {
        Element suggestion = suggested("340");
        for (String wrong : List.of("", "5", "9-3", "0-99999999", "-1-5", "a-b")) {
            Map<String, String> fields = fields(suggestion);
            fields.put("place", wrong);
            fields.put("act", "DISMISS");
            assertThat(post(fields).statusCode()).as(wrong).isEqualTo(422);
        }
    }

    private Response decide(Element form, String act) {
        Map<String, String> fields = fields(form);
        fields.put("act", act);
        return post(fields);
    }

    private static Response post(Map<String, String> fields) {
        return form("huda").formParams(fields).post("/triage/suggestions");
    }

    private static RequestSpecification form(String user) {
        return Login.session(user).form("/articles/new")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static Map<String, String> fields(Element form) {
        Map<String, String> fields = new HashMap<>();
        form.select("input[type=hidden]").forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.remove("csrf-token");
        return fields;
    }

    private Element suggested(String words) {
        return suggestions().stream().filter(one -> one.select(".q-claim").text().contains(words)).findFirst()
                .orElseThrow(() -> new AssertionError("not suggested: " + words));
    }

    private List<Element> suggestions() {
        return triage().select("section[aria-labelledby=h-suggestions] li.sug");
    }

    private Document triage() {
        return page("/triage?article=" + article);
    }

    private static Document page(String path) {
        return Jsoup.parse(Login.session("huda").request().urlEncodingEnabled(false).get(path).asString());
    }

    private List<String> actions() {
        return List.of(one("select string_agg(action, ',' order by aggregate_version) from audit_event "
                + "where aggregate_id = cast('" + article + "' as uuid)").split(","));
    }

    private String one(String sql) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(sql).getSingleResult());
    }
}
