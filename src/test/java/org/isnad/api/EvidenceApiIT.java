package org.isnad.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.api.Desk.as;
import static org.isnad.api.Desk.etag;
import static org.isnad.api.Desk.nobody;
import static org.isnad.api.Desk.ok;
import static org.isnad.api.Desk.sending;

import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.isnad.api.Desk.ClaimAt;
import org.isnad.testsupport.IsnadTest;

/** Evidence over HTTP. */
@IsnadTest
class EvidenceApiIT {

    @Test
    void addsEditsMovesRemovesAndPutsBack() {
        ClaimAt claim = Desk.assignedTo("salma");
        Response added = sending("salma", Desk.evidence("One", "SUPPORTS")).post(claim.path("/evidence"));
        assertThat(added.statusCode()).isEqualTo(201);
        String one = claim.path("/evidence/" + added.path("id"));
        assertThat(added.header("Location")).endsWith(one);
        assertThat(added.header("ETag")).isEqualTo(etag("salma", one));
        Desk.evidence(claim, "salma", "Two", "REFUTES");
        Desk.evidence(claim, "salma", "Three", "CONTEXT");

        Response edited = ok(sending("salma", Desk.evidence("Won", "CONTEXT")).header("If-Match", added.header("ETag"))
                .put(one));
        assertThat(edited.<String>path("title")).isEqualTo("Won");
        assertThat(edited.<String>path("stance")).isEqualTo("CONTEXT");
        assertThat(edited.header("ETag")).isNotEqualTo(added.header("ETag")).isEqualTo(etag("salma", one));

        Response moved = ok(sending("salma", Map.of("place", 3)).put(one + "/place"));
        assertThat(moved.<List<Integer>>path("items.number")).containsExactly(2, 3, 1);

        assertThat(as("salma").header("If-Match", etag("salma", one)).delete(one).statusCode()).isEqualTo(204);
        assertThat(as("salma").get(one).statusCode()).isEqualTo(404);
        assertThat(ok(as("salma").get(claim.path("/evidence"))).<List<Integer>>path("items.number"))
                .containsExactly(2, 3);
        assertThat(ok(as("salma").post(one + "/restoration")).<Integer>path("number")).isEqualTo(1);
        assertThat(as("salma").post(one + "/restoration").statusCode()).isEqualTo(409);
    }

    @Test
    void refusesAChangeOfWhatSomebodyChangedSince() {
        ClaimAt claim = Desk.assignedTo("salma");
        String piece = claim.path("/evidence/" + Desk.evidence(claim, "salma", "One", "SUPPORTS"));
        String read = etag("salma", piece);
        ok(sending("salma", Desk.evidence("Two", "SUPPORTS")).header("If-Match", read).put(piece));
        Response stale = sending("salma", Desk.evidence("Three", "SUPPORTS")).header("If-Match", read).put(piece);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo(etag("salma", piece));
        assertThat(as("salma").header("If-Match", read).delete(piece).statusCode()).isEqualTo(412);
        assertThat(as("salma").delete(piece).statusCode()).isEqualTo(428);
        assertThat(sending("salma", Desk.evidence("x", "SUPPORTS")).put(piece).statusCode()).isEqualTo(428);
        assertThat(ok(as("salma").get(piece)).<String>path("title")).isEqualTo("Two");
    }

    @Test
    void namesWhatIsMissing() {
        ClaimAt claim = Desk.assignedTo("salma");
        Response nothing = sending("salma", Map.of()).post(claim.path("/evidence"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.<List<String>>path("errors.field")).containsExactly("url", "title", "stance", "source");
        Response script = sending("salma",
                Map.of("url", "javascript:alert(1)", "title", "x", "stance", "REFUTES", "source", "PRIMARY"))
                .post(claim.path("/evidence"));
        assertThat(script.<String>path("errors[0].code")).isEqualTo("not-a-link");
        assertThat(sending("salma", Map.of("stance", "DOUBTS")).post(claim.path("/evidence"))
                .<String>path("errors[0].field")).isEqualTo("stance");
    }

    @Test
    void belongsToWhoeverHoldsTheClaim() {
        ClaimAt claim = Desk.assignedTo("salma");
        String piece = claim.path("/evidence/" + Desk.evidence(claim, "salma", "One", "SUPPORTS"));
        Map<String, Object> other = Desk.evidence("Two", "SUPPORTS");
        assertThat(sending("omar", other).post(claim.path("/evidence")).statusCode()).isEqualTo(404);
        assertThat(as("omar").get(claim.path("/evidence")).statusCode()).isEqualTo(404);
        assertThat(as("omar").get(piece).statusCode()).isEqualTo(404);
        assertThat(sending("omar", other).header("If-Match", "*").put(piece).statusCode()).isIn(404, 428);
        assertThat(as("omar").header("If-Match", "*").delete(piece).statusCode()).isEqualTo(404);
        assertThat(sending("huda", other).post(claim.path("/evidence")).statusCode()).isEqualTo(403);
        assertThat(sending("huda", other).post(claim.path("/evidence")).<String>path("type"))
                .isEqualTo("/problems/not-assignee");
        assertThat(sending("lina", other).post(claim.path("/evidence")).statusCode()).isEqualTo(403);
        assertThat(as("lina").get(piece).statusCode()).isEqualTo(200);
        assertThat(as("adam").get(piece).statusCode()).isEqualTo(403);
        assertThat(nobody().get(piece).statusCode()).isEqualTo(401);
        assertThat(nobody().delete(piece).statusCode()).isEqualTo(401);
    }

    @Test
    void isNotFoundUnderAnotherClaim() {
        ClaimAt claim = Desk.assignedTo("salma");
        ClaimAt other = Desk.assignedTo("salma");
        String stranger = other.path("/evidence/" + Desk.evidence(claim, "salma", "One", "SUPPORTS"));
        assertThat(as("salma").get(stranger).statusCode()).isEqualTo(404);
        assertThat(as("salma").header("If-Match", "*").delete(stranger).statusCode()).isEqualTo(404);
        assertThat(sending("salma", Map.of("place", 1)).put(stranger + "/place").statusCode()).isEqualTo(404);
        assertThat(as("salma").post(stranger + "/restoration").statusCode()).isEqualTo(404);
    }
}
