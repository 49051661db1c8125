package org.isnad.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleVersionId;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;

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
    void aDismissedSuggestionComesBackWhenAsked() {
        Element suggestion = suggested("انهار");
        Response done = decide(suggestion, "DISMISS");
        Document after = page(done.header("Location"));
        assertThat(after.select("#t-mid li.sug").text()).doesNotContain("انهار");
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
        return Login.session("huda").form("/articles/new")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields).post("/triage/suggestions");
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
