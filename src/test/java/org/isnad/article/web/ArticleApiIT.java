package org.isnad.article.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.isnad.article.Seeds;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;

@IsnadTest
class ArticleApiIT {
    private static final String ARTICLES = "/api/v1/articles";

    @Test
    void aDocumentIsEnoughTheRestIsProposedFromIt() {
        byte[] seed = (new String(Seeds.bytes("004"), StandardCharsets.UTF_8) + UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);
        Response created = submit(Map.of("original", Map.of("fileName", "004.txt", "base64",
                Base64.getEncoder().encodeToString(seed)), "separate", true));
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(created.jsonPath().getBoolean("known")).isFalse();

        JsonPath article = Login.bearer("salma").get(created.header("Location")).then().statusCode(200)
                .header("ETag", equalTo("\"0\"")).extract().jsonPath();
        assertThat(article.getString("title")).isEqualTo("تواطؤ غربي لإعادة تموضع \"داعش\" في سوريا");
        assertThat(article.getString("byline")).isEqualTo("المرصد الاستراتيجي");
        assertThat(article.getString("publishedOn")).isEqualTo("2017-12-15");
        assertThat(article.getString("language")).isEqualTo("ar");
        assertThat(article.getString("text").lines().filter(line -> !line.isEmpty())).isNotEmpty()
                .allMatch(new String(seed, StandardCharsets.UTF_8)::contains);
        assertThat(article.getMap("")).doesNotContainKey("outlet");
        assertThat(Login.bearer("salma").get(created.header("Location") + "/original").asByteArray()).isEqualTo(seed);
    }

    @Test
    void theSameAgainIsKnown() {
        Map<String, Object> article = Map.of("title", "Title", "text", "text " + UUID.randomUUID());
        Response created = submit(article);
        Response again = submit(article);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getBoolean("known")).isTrue();
        assertThat(again.jsonPath().getString("id")).isEqualTo(created.jsonPath().getString("id"));
    }

    @Test
    void aDocumentItselfCanBeTheBody() {
        byte[] page = ("<!doctype html><title>صفحة</title><p>" + "نص طويل بما يكفي. ".repeat(5) + UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);
        String location = Login.client("articles:write").contentType("text/html").queryParam("fileName", "صفحة.html")
                .queryParam("title", "بديل").body(page).post(ARTICLES).then().statusCode(201).extract()
                .header("Location");

        Login.client("desk:read").get(location).then().statusCode(200).body("mediaType", equalTo("text/html"))
                .body("fileName", equalTo("صفحة.html")).body("title", equalTo("بديل"));
        assertThat(Login.client("desk:read").get(location + "/original").asByteArray()).isEqualTo(page);
    }

    @Test
    void saysWhatIsWrongWithEveryField() {
        Map<String, Object> wrong = new HashMap<>(Map.of("text", "x", "url", "ftp://x", "language", "klingon"));
        wrong.put("byline", "x".repeat(301));
        Login.bearer("salma").contentType(ContentType.JSON).body(wrong).post(ARTICLES).then().statusCode(422)
                .contentType("application/problem+json").body("errors.field", hasItem("url"))
                .body("errors.field", hasItem("language")).body("errors.field", hasItem("byline"));
        assertThat(submit(Map.of("title", "no text")).statusCode()).isEqualTo(422);
        assertThat(submit(Map.of("original", Map.of("fileName", "x"))).statusCode()).isEqualTo(422);
        assertThat(submit(Map.of("original", Map.of("base64",
                Base64.getEncoder().encodeToString(new byte[]{(byte) 0x89, 'P', 'N', 'G', 0})))).statusCode())
                .isEqualTo(422);
    }

    @Test
    void theListIsPagedByLinks() {
        String first = id(submit(Map.of("title", "1", "text", "text " + UUID.randomUUID())));
        String second = id(submit(Map.of("title", "2", "text", "text " + UUID.randomUUID())));

        Response newest = Login.bearer("lina").get(ARTICLES + "?limit=1&state=INCOMING");
        assertThat(newest.jsonPath().getList("items.id")).isEqualTo(List.of(second));
        Response next = Login.bearer("lina").get(next(newest));
        assertThat(next.jsonPath().getList("items.id")).isEqualTo(List.of(first));
    }

    @Test
    void whoMay() {
        assertThat(Login.bearer("adam").get(ARTICLES).statusCode()).isEqualTo(403);
        assertThat(Login.bearer("lina").contentType(ContentType.JSON).body(Map.of("text", "x")).post(ARTICLES)
                .statusCode())
                .isEqualTo(403);
        assertThat(Login.client("desk:read").contentType(ContentType.JSON).body(Map.of("text", "x")).post(ARTICLES)
                .statusCode()).isEqualTo(403);
        assertThat(Login.bearer("salma").get(ARTICLES + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(Login.bearer("salma").get(ARTICLES + "/nonsense").statusCode()).isEqualTo(404);
    }

    private static Response submit(Map<String, Object> article) {
        return Login.bearer("salma").contentType(ContentType.JSON).body(article).post(ARTICLES);
    }

    private static String id(Response created) {
        return created.jsonPath().getString("id");
    }

    private static String next(Response page) {
        @Nullable
        String next = page.headers().getValues("Link").stream().filter(link -> link.contains("rel=\"next\""))
                .findFirst()
                .orElse(null);
        assertThat(next).isNotNull();
        return next.substring(next.indexOf('<') + 1, next.indexOf('>'));
    }
}
