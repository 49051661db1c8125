package org.isnad.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.api.Desk.as;
import static org.isnad.api.Desk.because;
import static org.isnad.api.Desk.client;
import static org.isnad.api.Desk.etag;
import static org.isnad.api.Desk.nobody;
import static org.isnad.api.Desk.ok;
import static org.isnad.api.Desk.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.api.Desk.ClaimAt;
import org.isnad.testsupport.IsnadTest;

/** Claims over HTTP. */
@IsnadTest
class ClaimApiIT {

    @Test
    void pinsAClaimInCodePoints() {
        Map<String, String> article = Desk.article();
        Response claim = sending("salma", Desk.proposal(article.get("version"), "Nobody 😀 asked him why."))
                .post("/api/v1/claims");
        assertThat(claim.statusCode()).isEqualTo(201);
        assertThat(claim.<String>path("state")).isEqualTo("PROPOSED");
        assertThat(claim.<List<String>>path("moves")).containsExactly("ACCEPT", "DISMISS");
        assertThat(claim.<String>path("wording.claimedOn")).isEqualTo("2026-11-02");
        assertThat(claim.<String>path("wording.priority")).isEqualTo("NORMAL");
        Response places = ok(as("salma").get("/api/v1/claims/" + claim.path("id") + "/appearances"));
        String text = article.get("text");
        int start = text.codePointCount(0, text.indexOf("Nobody"));
        assertThat(places.<Integer>path("items[0].selector[1].start")).isEqualTo(start);
        assertThat(places.<Integer>path("items[0].selector[1].end")).isEqualTo(start + 23);
        assertThat(places.<String>path("items[0].selector[0].type")).isEqualTo("TextQuoteSelector");
        assertThat(places.<String>path("items[0].articleVersion")).isEqualTo(article.get("version"));
    }

    @Test
    void pinsAClaimToASecondPlaceOnce() {
        ClaimAt claim = Desk.proposed();
        Map<String, Object> place = Map.of("articleVersion", Desk.article().get("version"), "selector",
                List.of(Map.of("type", "TextQuoteSelector", "exact", "Bread costs five dinars")));
        String first = ok(sending("salma", place).post(claim.path("/appearances"))).path("id");
        String again = ok(sending("salma", place).post(claim.path("/appearances"))).path("id");
        assertThat(again).isEqualTo(first);
        Response one = ok(as("salma").get(claim.path("/appearances?limit=1")));
        assertThat(one.<List<Object>>path("items")).hasSize(1);
        assertThat(ok(as("salma").get(next(one))).<List<String>>path("items.id")).containsExactly(first);
    }

    @ParameterizedTest
    @CsvSource({"'{', 400", "'', 422", "'{}', 422", "'[]', 400", "'{\"articleVersion\":\"x\"}', 400",
            "'{\"wording\":{\"priority\":\"URGENT\"}}', 400", "'{\"wording\":{\"claimedOn\":\"02.11.2026\"}}', 400",
            "'{\"wording\":{\"txet\":\"misspelt\"}}', 400", "'{\"selector\":[{\"type\":\"XPathSelector\"}]}', 400"})
    void saysWhatCannotBeRead(String body, int status) {
        Response answer = sending("salma", body).post("/api/v1/claims");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<Integer>path("status")).isEqualTo(status);
        assertThat(answer.<String>path("type")).startsWith("/problems/");
    }

    @ParameterizedTest
    @CsvSource({"priority, URGENT", "claimedOn, 02.11.2026"})
    void namesTheFieldThatCannotBeRead(String field, String value) {
        Response answer = sending("salma", Map.of("articleVersion", UUID.randomUUID(), "wording",
                Map.of("text", "x", field, value))).post("/api/v1/claims");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].field")).isEqualTo("wording." + field);
    }

    @Test
    void namesEveryFieldThatCannotBeUsed() {
        Response answer = sending("salma", Map.of("articleVersion", Desk.article().get("version"), "selector",
                List.of(Map.of("type", "TextQuoteSelector", "exact", "Bread costs")), "wording",
                Map.of("text", " ", "claimant", "x".repeat(301)))).post("/api/v1/claims");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<List<String>>path("errors.field")).containsExactly("text", "claimant");
        assertThat(answer.<List<String>>path("errors.code")).containsExactly("required", "too-long");
        assertThat(answer.<Integer>path("errors[1].max")).isEqualTo(300);
    }

    @Test
    void refusesWordsThatAreNotInTheText() {
        String version = Desk.article().get("version");
        Response answer = sending("salma", Desk.proposal(version, "Milk costs two dinars")).post("/api/v1/claims");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("errors[0].code")).isEqualTo("not-in-the-text");
        Response outside = sending("salma",
                Map.of("articleVersion", version, "wording", Map.of("text", "x"), "selector",
                        List.of(Map.of("type", "TextPositionSelector", "start", 5, "end", 100_000))))
                .post("/api/v1/claims");
        assertThat(outside.statusCode()).isEqualTo(422);
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseChanged() {
        ClaimAt claim = Desk.proposed();
        String read = etag("salma", claim.path(""));
        Response reworded = ok(sending("salma", Map.of("text", "Bread costs six dinars.", "priority", "HIGH"))
                .header("If-Match", read).put(claim.path("/wording")));
        assertThat(reworded.header("ETag")).isNotEqualTo(read).isEqualTo(etag("huda", claim.path("")));
        Response stale = sending("huda", Map.of("text", "Bread costs nine dinars.")).header("If-Match", read)
                .put(claim.path("/wording"));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo(reworded.header("ETag"));
        assertThat(stale.<String>path("type")).isEqualTo("/problems/stale");
        Response weak = sending("huda", Map.of("text", "x")).header("If-Match", "W/" + reworded.header("ETag"))
                .put(claim.path("/wording"));
        assertThat(weak.statusCode()).isEqualTo(412);
        assertThat(ok(as("huda").get(claim.path(""))).<String>path("wording.text"))
                .isEqualTo("Bread costs six dinars.");
    }

    @Test
    void asksWhichVersionAChangeIsBasedOn() {
        ClaimAt claim = Desk.proposed();
        assertThat(as("huda").post(claim.path("/acceptance")).statusCode()).isEqualTo(428);
        assertThat(sending("huda", Map.of("text", "x")).header("If-Match", "*").put(claim.path("/wording"))
                .statusCode()).isEqualTo(428);
        Response malformed = as("huda").header("If-Match", "3").post(claim.path("/acceptance"));
        assertThat(malformed.statusCode()).isEqualTo(422);
        assertThat(malformed.<String>path("errors[0].field")).isEqualTo("If-Match");
    }

    @Test
    void saysWhatIsPossibleInstead() {
        ClaimAt claim = Desk.queued();
        Response answer = as("huda").header("If-Match", "*").post(claim.path("/acceptance"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("type")).isEqualTo("/problems/wrong-state");
        assertThat(answer.<List<String>>path("possible")).containsExactly("assign");
    }

    @Test
    void dismissesAndRestoresWithAReason() {
        ClaimAt claim = Desk.proposed();
        assertThat(ok(sending("huda", because("An opinion.")).header("If-Match", etag("huda", claim.path("")))
                .post(claim.path("/dismissal"))).<String>path("state")).isEqualTo("DISMISSED");
        assertThat(ok(sending("huda", because("It can be counted after all."))
                .header("If-Match", etag("huda", claim.path(""))).post(claim.path("/restoration")))
                .<String>path("state")).isEqualTo("QUEUED");
    }

    @Test
    void leavesTriageToSeniorEditors() {
        ClaimAt claim = Desk.proposed();
        for (String path : List.of("/acceptance", "/dismissal", "/restoration")) {
            assertThat(sending("salma", because("x")).header("If-Match", "*").post(claim.path(path)).statusCode())
                    .as(path).isEqualTo(403);
            assertThat(nobody().header("If-Match", "*").post(claim.path(path)).statusCode()).as(path)
                    .isEqualTo(401);
        }
        assertThat(ok(as("huda").get(claim.path(""))).<String>path("state")).isEqualTo("PROPOSED");
    }

    @Test
    void showsOthersWorkToNobodyWithoutAPartInIt() {
        ClaimAt claim = Desk.assignedTo("salma");
        assertThat(as("salma").get(claim.path("")).statusCode()).isEqualTo(200);
        assertThat(as("lina").get(claim.path("")).statusCode()).isEqualTo(200);
        assertThat(as("omar").get(claim.path("")).statusCode()).isEqualTo(404);
        assertThat(as("adam").get(claim.path("")).statusCode()).isEqualTo(403);
        assertThat(client("desk:read").get(claim.path("")).statusCode()).isEqualTo(404);
        assertThat(nobody().get(claim.path("")).statusCode()).isEqualTo(401);
        assertThat(ids(as("omar"))).doesNotContain(claim.id());
        assertThat(ids(client("desk:read"))).doesNotContain(claim.id());
        assertThat(ids(as("salma"))).contains(claim.id());
    }

    @Test
    void showsAProgramTheQueueAndNothingElse() {
        ClaimAt claim = Desk.queued();
        assertThat(client("desk:read").get(claim.path("")).statusCode()).isEqualTo(200);
        assertThat(ids(client("desk:read"))).contains(claim.id());
        assertThat(client("articles:write").get(claim.path("")).statusCode()).isEqualTo(403);
        assertThat(client("desk:read", "articles:write").header("If-Match", "*")
                .post(claim.path("/verdict/approval")).statusCode()).isEqualTo(403);
        assertThat(client("desk:read").get(claim.path("/evidence")).statusCode()).isEqualTo(403);
        assertThat(client("desk:read", "articles:write").post(claim.path("/assignment/take")).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0198c1d2-8a6e-7cc3-98c4-dc0c0c07398f", "x", "null", "1"})
    void hasNoSuchClaim(String id) {
        assertThat(as("huda").get("/api/v1/claims/" + id).statusCode()).isEqualTo(404);
        assertThat(as("huda").header("If-Match", "*").post("/api/v1/claims/" + id + "/acceptance").statusCode())
                .isEqualTo(404);
    }

    @Test
    void pagesThroughAnArticlesClaims() {
        Map<String, String> article = Desk.article();
        List<String> proposed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            proposed.add(0, ok(sending("salma", Desk.proposal(article.get("version"), "Bread costs five dinars"))
                    .post("/api/v1/claims")).path("id"));
        }
        List<String> read = new ArrayList<>();
        String next = "/api/v1/claims?limit=3&state=PROPOSED&state=queued&article=" + article.get("id");
        int pages = 0;
        while (next != null) {
            Response piece = ok(as("omar").get(next));
            read.addAll(piece.path("items.id"));
            next = next(piece);
            pages++;
        }
        assertThat(read).isEqualTo(proposed);
        assertThat(pages).isEqualTo(3);
        assertThat(ok(as("omar").get("/api/v1/claims?state=DISMISSED&article=" + article.get("id")))
                .<List<Object>>path("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"limit=x, limit", "limit=0, limit", "state=LOST, state", "article=x, article", "after=x, after",
            "after=eA, after"})
    void saysWhichParameterIsWrong(String query, String field) {
        Response answer = as("huda").get("/api/v1/claims?" + query);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("errors[0].field")).isEqualTo(field);
    }

    static String next(Response piece) {
        return piece.headers().getValues("Link").stream()
                .map(link -> Pattern.compile("<([^>]+)>; rel=\"next\"").matcher(link)).filter(Matcher::find)
                .map(link -> link.group(1)).findFirst().orElse(null);
    }

    private static List<String> ids(io.restassured.specification.RequestSpecification who) {
        return ok(who.get("/api/v1/claims?limit=100")).path("items.id");
    }
}
