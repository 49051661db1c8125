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

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.isnad.api.Desk.ClaimAt;
import org.isnad.testsupport.IsnadTest;

/** Publications over HTTP. */
@IsnadTest
class PublicationApiIT {

    @Test
    void publishesCorrectsAndPublishesAgain() {
        ClaimAt claim = Desk.approved();
        assertThat(as("huda").get(claim.path("/publication")).statusCode()).isEqualTo(404);
        Response published = sending("huda", because("Everybody asks."))
                .header("If-Match", etag("huda", claim.path("")))
                .post(claim.path("/publication/editions"));
        assertThat(published.statusCode()).isEqualTo(201);
        String address = "/api/v1/fact-checks/" + published.path("slug");
        assertThat(published.header("Location")).endsWith(address);
        assertThat(published.<String>path("state")).isEqualTo("LIVE");

        Map<String, String> why = Map.of("reason", "A reader wrote.", "note", "We are looking at the price again.");
        Response corrected = ok(sending("huda", why).header("If-Match", etag("huda", claim.path("")))
                .post(claim.path("/publication/correction")));
        assertThat(corrected.<String>path("state")).isEqualTo("QUEUED");
        assertThat(corrected.<Integer>path("round")).isEqualTo(2);
        Response under = ok(nobody().get(address));
        assertThat(under.<String>path("state")).isEqualTo("UNDER_CORRECTION");
        assertThat(under.<String>path("note")).isEqualTo("We are looking at the price again.");

        Desk.assign(claim, "salma");
        ok(sending("salma", Desk.draft("Bread costs eight.")).header("If-Match", "\"0\"").put(claim.path("/draft")));
        Desk.submit(claim);
        ok(sending("nabil", Desk.CHECKLIST).header("If-Match", "\"2\"").post(claim.path("/verdict/approval")));
        Response silent = sending("huda", because("Corrected.")).header("If-Match", "*")
                .post(claim.path("/publication/editions"));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.<String>path("errors[0].field")).isEqualTo("note");
        ok(sending("huda", Map.of("reason", "Corrected.", "note", "The price was eight, not seven."))
                .header("If-Match", "*").post(claim.path("/publication/editions")));
        Response fact = ok(nobody().get(address));
        assertThat(fact.<String>path("state")).isEqualTo("LIVE");
        assertThat(fact.<String>path("summary")).isEqualTo("Bread costs eight.");
        assertThat(fact.<List<Integer>>path("editions.number")).containsExactly(2, 1);
        assertThat(fact.<String>path("editions[0].note")).isEqualTo("The price was eight, not seven.");
    }

    @Test
    void retractsForGood() {
        ClaimAt claim = Desk.published();
        Response retracted = ok(sending("huda", Map.of("reason", "Forged bulletin.", "note", "The source was forged."))
                .header("If-Match", etag("huda", claim.path(""))).post(claim.path("/publication/retraction")));
        assertThat(retracted.<String>path("state")).isEqualTo("RETRACTED");
        Response fact = ok(as("omar").get(claim.path("/publication")));
        assertThat(fact.<String>path("state")).isEqualTo("RETRACTED");
        assertThat(fact.<String>path("note")).isEqualTo("The source was forged.");
        assertThat(sending("huda", Map.of("reason", "x", "note", "x")).header("If-Match", "*")
                .post(claim.path("/publication/correction")).statusCode()).isEqualTo(409);
    }

    @Test
    void leavesPublishingToSeniorEditors() {
        ClaimAt claim = Desk.approved();
        assertThat(sending("salma", because("x")).header("If-Match", "*").post(claim.path("/publication/editions"))
                .statusCode()).isEqualTo(403);
        assertThat(nobody().post(claim.path("/publication/editions")).statusCode()).isEqualTo(401);
        assertThat(sending("huda", because("x")).post(claim.path("/publication/editions")).statusCode())
                .isEqualTo(428);
        Response stale = sending("huda", because("x")).header("If-Match", "\"1\"")
                .post(claim.path("/publication/editions"));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo(etag("huda", claim.path("")));
        assertThat(sending("huda", because("x")).header("If-Match", "*").post(claim.path("/publication/retraction"))
                .<String>path("errors[0].field")).isEqualTo("note");
        for (String path : List.of("/publication/correction", "/publication/retraction")) {
            assertThat(sending("lina", because("x")).header("If-Match", "*").post(claim.path(path)).statusCode())
                    .as(path).isEqualTo(403);
            assertThat(sending("huda", Map.of("reason", "x", "note", "x")).header("If-Match", "*")
                    .post(claim.path(path)).statusCode()).as(path).isEqualTo(409);
        }
    }

    @Test
    void everybodyReadsWhatIsPublishedAndNothingElse() {
        ClaimAt claim = Desk.published();
        Desk.published();
        Desk.published();
        List<String> slugs = new ArrayList<>();
        String next = "/api/v1/fact-checks?limit=2";
        while (next != null) {
            Response piece = ok(nobody().get(next));
            slugs.addAll(piece.path("items.slug"));
            next = ClaimApiIT.next(piece);
        }
        String slug = ok(as("omar").get(claim.path("/publication"))).path("slug");
        assertThat(slugs).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates().contains(slug);
        Response fact = ok(nobody().get("/api/v1/fact-checks/" + slug));
        assertThat(fact.asString()).doesNotContain("note\":\"For", claim.id());
        assertThat(client("desk:read").get("/api/v1/fact-checks/" + slug).statusCode()).isEqualTo(200);
        assertThat(nobody().get("/api/v1/fact-checks/0000000000").statusCode()).isEqualTo(404);
        assertThat(nobody().get("/api/v1/fact-checks?limit=x").statusCode()).isEqualTo(422);
    }
}
