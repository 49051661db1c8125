package org.isnad.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.api.Desk.as;
import static org.isnad.api.Desk.because;
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

/** Drafts, submitted verdicts and decisions over HTTP. */
@IsnadTest
class VerdictApiIT {

    @Test
    void savesADraftWholeAndShowsBothTextsWhenSomebodyWasFaster() {
        ClaimAt claim = Desk.assignedTo("salma");
        assertThat(etag("salma", claim.path("/draft"))).isEqualTo("\"0\"");
        Response first = ok(sending("salma", Desk.draft("From the desk.")).header("If-Match", "\"0\"")
                .put(claim.path("/draft")));
        Response second = sending("salma", Desk.draft("From the train.")).header("If-Match", "\"0\"")
                .put(claim.path("/draft"));
        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.<String>path("stored.summary")).isEqualTo("From the desk.");
        assertThat(second.<String>path("sent.summary")).isEqualTo("From the train.");
        assertThat(second.<String>path("stored.savedBy.name")).containsIgnoringCase("salma");
        Response merged = ok(sending("salma", Desk.draft("From both.")).header("If-Match", second.header("ETag"))
                .put(claim.path("/draft")));
        assertThat(merged.header("ETag")).isEqualTo(etag("salma", claim.path("/draft")));
        assertThat(ok(as("salma").get(claim.path("/draft"))).<String>path("summary")).isEqualTo("From both.");
    }

    @Test
    void asksWhichDraftAChangeIsBasedOn() {
        ClaimAt claim = Desk.assignedTo("salma");
        assertThat(sending("salma", Desk.draft("x")).put(claim.path("/draft")).statusCode()).isEqualTo(428);
        assertThat(sending("salma", Desk.draft("x")).header("If-Match", "*").put(claim.path("/draft")).statusCode())
                .isEqualTo(428);
        assertThat(as("salma").post(claim.path("/draft/submission")).statusCode()).isEqualTo(428);
    }

    @Test
    void refusesWhatIsNoDraft() {
        ClaimAt claim = Desk.assignedTo("salma");
        Response rating = sending("salma", Map.of("rating", "rubbish")).header("If-Match", "\"0\"")
                .put(claim.path("/draft"));
        assertThat(rating.statusCode()).isEqualTo(422);
        assertThat(rating.<String>path("errors[0].code")).isEqualTo("not-in-scale");
        assertThat(sending("salma", Map.of("waivers", Map.of("SOURCES", "none"))).header("If-Match", "\"0\"")
                .put(claim.path("/draft")).statusCode()).isEqualTo(400);
    }

    @Test
    void submitsNothingIncompleteWithoutAWaiver() {
        ClaimAt claim = Desk.assignedTo("salma");
        ok(sending("salma", Map.of("rating", "false", "summary", "No.", "rationale", "Because."))
                .header("If-Match", "\"0\"").put(claim.path("/draft")));
        Response incomplete = as("salma").header("If-Match", etag("salma", claim.path("/draft")))
                .post(claim.path("/draft/submission"));
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.<List<String>>path("errors.field")).containsExactly("evidence");
        ok(sending("salma", Map.of("rating", "false", "rationale", "Because.", "waivers",
                Map.of("EVIDENCE", "The archive burnt down."))).header("If-Match", etag("salma", claim.path("/draft")))
                .put(claim.path("/draft")));
        Response submitted = as("salma").header("If-Match", etag("salma", claim.path("/draft")))
                .post(claim.path("/draft/submission"));
        assertThat(submitted.statusCode()).isEqualTo(201);
        assertThat(submitted.<String>path("waivers.EVIDENCE")).isEqualTo("The archive burnt down.");
        assertThat(submitted.header("ETag")).isEqualTo("\"1\"").isEqualTo(etag("nabil", claim.path("/verdict")));
    }

    @Test
    void decidesOnTheRevisionThatWasReadOnly() {
        ClaimAt claim = Desk.submitted();
        ok(sending("salma", because("A better source.")).post(claim.path("/verdict/withdrawal")));
        ok(sending("salma", Desk.draft("Bread costs eight.")).header("If-Match", etag("salma", claim.path("/draft")))
                .put(claim.path("/draft")));
        Desk.submit(claim);
        Response stale = sending("nabil", Desk.CHECKLIST).header("If-Match", "\"1\"")
                .post(claim.path("/verdict/approval"));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo("\"2\"");
        assertThat(sending("nabil", because("x")).header("If-Match", "\"1\"").post(claim.path("/verdict/return"))
                .statusCode()).isEqualTo(412);
        for (String none : List.of("*", "")) {
            assertThat(sending("nabil", Desk.CHECKLIST).header("If-Match", none)
                    .post(claim.path("/verdict/approval")).statusCode()).as(none).isEqualTo(428);
        }
        assertThat(ok(sending("nabil", Desk.CHECKLIST).header("If-Match", "\"2\"")
                .post(claim.path("/verdict/approval"))).<String>path("state")).isEqualTo("APPROVED");
        Response again = sending("nabil", Desk.CHECKLIST).header("If-Match", "\"2\"")
                .post(claim.path("/verdict/approval"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<List<String>>path("possible")).containsExactly("publish");
    }

    @Test
    void neverLetsAContributorDecide() {
        ClaimAt claim = Desk.assignedTo("nabil");
        Desk.assign(claim, "salma");
        Desk.evidence(claim, "salma", "Bulletin", "REFUTES");
        ok(sending("salma", Desk.draft("Seven.")).header("If-Match", "\"0\"").put(claim.path("/draft")));
        Desk.submit(claim);
        for (String act : List.of("approval", "return")) {
            Response refused = sending("nabil", act.equals("return") ? because("No.") : Desk.CHECKLIST)
                    .header("If-Match", "\"1\"").post(claim.path("/verdict/" + act));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.<String>path("type")).isEqualTo("/problems/four-eyes");
        }
        assertThat(ok(as("lina").get(claim.path("/history"))).<List<String>>path("items.action"))
                .startsWith("HISTORY_READ", "APPROVAL_REFUSED", "APPROVAL_REFUSED");
        assertThat(sending("salma", Desk.CHECKLIST).header("If-Match", "\"1\"").post(claim.path("/verdict/approval"))
                .statusCode()).isEqualTo(403);
        assertThat(ok(sending("huda", because("Shorter.")).header("If-Match", "\"1\"")
                .post(claim.path("/verdict/return"))).<String>path("state")).isEqualTo("ASSIGNED");
    }

    @Test
    void approvesWithTheWholeChecklistOnly() {
        ClaimAt claim = Desk.submitted();
        Response some = sending("nabil", Map.of("checklist", List.of("SOURCES_OPENED"))).header("If-Match", "\"1\"")
                .post(claim.path("/verdict/approval"));
        assertThat(some.statusCode()).isEqualTo(422);
        assertThat(some.<String>path("errors[0].code")).isEqualTo("incomplete");
        assertThat(sending("nabil", Map.of()).header("If-Match", "\"1\"").post(claim.path("/verdict/approval"))
                .statusCode()).isEqualTo(422);
        assertThat(sending("nabil", Map.of("checklist", List.of("LOOKED"))).header("If-Match", "\"1\"")
                .post(claim.path("/verdict/approval")).statusCode()).isEqualTo(400);
        assertThat(sending("nabil", because(" ")).header("If-Match", "\"1\"").post(claim.path("/verdict/return"))
                .statusCode()).isEqualTo(422);
    }

    @Test
    void listsEveryRevisionWithWhatWasDecided() {
        ClaimAt claim = Desk.submitted();
        ok(sending("nabil", because("Quote it.")).header("If-Match", "\"1\"").post(claim.path("/verdict/return")));
        Desk.submit(claim);
        ok(sending("salma", because("Wait.")).post(claim.path("/verdict/withdrawal")));
        Desk.submit(claim);
        List<Integer> numbers = new ArrayList<>();
        String next = claim.path("/revisions?limit=2");
        while (next != null) {
            Response piece = ok(as("lina").get(next));
            numbers.addAll(piece.path("items.revision.number"));
            next = ClaimApiIT.next(piece);
        }
        assertThat(numbers).containsExactly(3, 2, 1);
        Response first = ok(as("lina").get(claim.path("/revisions/1")));
        assertThat(first.<String>path("decision.decision")).isEqualTo("RETURNED");
        assertThat(first.<String>path("decision.reason")).isEqualTo("Quote it.");
        assertThat(first.<String>path("decision.by.name")).containsIgnoringCase("nabil");
        assertThat(first.<String>path("revision.rating.label.ar")).isNotBlank();
        assertThat(first.<List<Object>>path("revision.evidence")).hasSize(1);
        assertThat(ok(as("lina").get(claim.path("/revisions/2"))).<Object>path("decision")).isNull();
        for (String none : List.of("0", "4", "x", "-1", "99999999999")) {
            assertThat(as("lina").get(claim.path("/revisions/" + none)).statusCode()).as(none).isEqualTo(404);
        }
    }

    @Test
    void showsUnpublishedWorkToWhomItConcernsOnly() {
        ClaimAt claim = Desk.submitted();
        for (String path : List.of("/draft", "/verdict", "/revisions", "/revisions/1")) {
            assertThat(as("salma").get(claim.path(path)).statusCode()).as(path).isEqualTo(200);
            assertThat(as("huda").get(claim.path(path)).statusCode()).as(path).isEqualTo(200);
            assertThat(as("lina").get(claim.path(path)).statusCode()).as(path).isEqualTo(200);
            assertThat(as("omar").get(claim.path(path)).statusCode()).as(path).isEqualTo(404);
            assertThat(as("adam").get(claim.path(path)).statusCode()).as(path).isEqualTo(403);
            assertThat(nobody().get(claim.path(path)).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(sending("omar", Desk.draft("x")).header("If-Match", "\"1\"").put(claim.path("/draft")).statusCode())
                .isEqualTo(404);
        assertThat(sending("omar", because("x")).post(claim.path("/verdict/withdrawal")).statusCode())
                .isEqualTo(404);
        assertThat(sending("lina", Desk.draft("x")).header("If-Match", "\"1\"").put(claim.path("/draft")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void namesTheRatingsOfToday() {
        Response scale = ok(as("salma").get("/api/v1/rating-scale"));
        assertThat(scale.<List<String>>path("items.code")).contains("true", "false", "misleading", "satire");
        assertThat(scale.<Integer>path("items.find { it.code == 'false' }.claimReview")).isEqualTo(1);
        assertThat(scale.<List<String>>path("items.label.ar")).doesNotContainNull();
        assertThat(nobody().get("/api/v1/rating-scale").statusCode()).isEqualTo(401);
    }
}
