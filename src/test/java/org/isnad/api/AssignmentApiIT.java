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

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.isnad.api.Desk.ClaimAt;
import org.isnad.testsupport.IsnadTest;

/** Assignments over HTTP. */
@IsnadTest
class AssignmentApiIT {

    @Test
    void assignsAndReassigns() {
        ClaimAt claim = Desk.assignedTo("salma");
        Response assignment = ok(as("salma").get(claim.path("/assignment")));
        assertThat(assignment.<String>path("assignee.name")).containsIgnoringCase("salma");
        assertThat(assignment.<String>path("assignedBy.name")).containsIgnoringCase("huda");
        assertThat(assignment.<String>path("claim.id")).isEqualTo(claim.id());
        Desk.assign(claim, "omar");
        assertThat(ok(as("omar").get(claim.path("/assignment"))).<String>path("assignee.name"))
                .containsIgnoringCase("omar");
        // A contributor for good, so the claim stays visible.
        assertThat(as("salma").get(claim.path("")).statusCode()).isEqualTo(200);
    }

    @Test
    void ofTwoEditorsWhoAssignAtOnceTheSecondIsTold() {
        ClaimAt claim = Desk.assignedTo("salma");
        String read = etag("huda", claim.path(""));
        assertThat(etag("nabil", claim.path("/assignment"))).isEqualTo(read);
        ok(sending("nabil", Map.of("assignee", Desk.person("omar"), "due", Desk.inDays(1))).header("If-Match", read)
                .put(claim.path("/assignment")));
        Response stale = sending("huda", Map.of("assignee", Desk.person("reem"), "due", Desk.inDays(1)))
                .header("If-Match", read).put(claim.path("/assignment"));
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.header("ETag")).isEqualTo(etag("huda", claim.path("")));
        assertThat(ok(as("huda").get(claim.path("/assignment"))).<String>path("assignee.name"))
                .containsIgnoringCase("omar");
    }

    @Test
    void refusesWhomOrWhenNobodyCanMean() {
        ClaimAt claim = Desk.queued();
        String etag = etag("huda", claim.path(""));
        Response nobody = sending("huda", Map.of("assignee", UUID.randomUUID(), "due", Desk.inDays(1)))
                .header("If-Match", etag).put(claim.path("/assignment"));
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.<String>path("errors[0].code")).isEqualTo("not-a-reviewer");
        Response past = sending("huda", Map.of("assignee", Desk.person("salma"), "due", "2020-01-01T00:00:00Z"))
                .header("If-Match", etag).put(claim.path("/assignment"));
        assertThat(past.<String>path("errors[0].code")).isEqualTo("in-the-past");
        Response missing = sending("huda", Map.of()).header("If-Match", etag).put(claim.path("/assignment"));
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.<List<String>>path("errors.field")).containsExactlyInAnyOrder("assignee", "due");
        assertThat(sending("huda", Map.of("assignee", "salma", "due", Desk.inDays(1))).header("If-Match", etag)
                .put(claim.path("/assignment")).<String>path("errors[0].field")).isEqualTo("assignee");
        assertThat(sending("huda", Map.of("assignee", Desk.person("salma"), "due", Desk.inDays(1)))
                .put(claim.path("/assignment")).statusCode()).isEqualTo(428);
    }

    @Test
    void leavesAssigningToSeniorEditors() {
        ClaimAt claim = Desk.queued();
        Map<String, String> to = Map.of("assignee", Desk.person("salma"), "due", Desk.inDays(1));
        assertThat(sending("salma", to).header("If-Match", "*").put(claim.path("/assignment")).statusCode())
                .isEqualTo(403);
        assertThat(as("salma").get("/api/v1/reviewers").statusCode()).isEqualTo(403);
        assertThat(nobody().get("/api/v1/reviewers").statusCode()).isEqualTo(401);
        assertThat(nobody().get("/api/v1/assignments").statusCode()).isEqualTo(401);
        assertThat(as("adam").get("/api/v1/assignments").statusCode()).isEqualTo(403);
        assertThat(client("desk:read").get("/api/v1/assignments").statusCode()).isEqualTo(403);
    }

    @Test
    void listsWhoCanReview() {
        Desk.person("salma");
        ok(as("lina").get("/api/v1/assignments"));
        List<String> names = ok(as("huda").get("/api/v1/reviewers")).path("items.name");
        assertThat(names).isSorted().anyMatch(name -> name.toLowerCase().contains("salma"))
                .noneMatch(name -> name.toLowerCase().contains("lina"));
    }

    @Test
    void takesAndReleases() {
        ClaimAt claim = Desk.queued();
        assertThat(ok(as("reem").post(claim.path("/assignment/take"))).<String>path("state")).isEqualTo("ASSIGNED");
        assertThat(as("omar").post(claim.path("/assignment/take")).statusCode()).isEqualTo(404);
        assertThat(sending("omar", because("x")).header("If-Match", "*").post(claim.path("/assignment/release"))
                .statusCode()).isEqualTo(404);
        assertThat(sending("reem", because("")).header("If-Match", "*").post(claim.path("/assignment/release"))
                .statusCode()).isEqualTo(422);
        assertThat(ok(sending("reem", because("I know the minister."))
                .header("If-Match", etag("reem", claim.path(""))).post(claim.path("/assignment/release")))
                .<String>path("state")).isEqualTo("QUEUED");
        assertThat(as("reem").get(claim.path("/assignment")).statusCode()).isEqualTo(404);
    }

    @Test
    void takesTheMostUrgent() {
        ClaimAt urgent = Desk.proposed();
        ok(sending("huda", Map.of("text", "Urgent.", "priority", "HIGH"))
                .header("If-Match", etag("huda", urgent.path(""))).put(urgent.path("/wording")));
        ok(as("huda").header("If-Match", "*").post(urgent.path("/acceptance")));
        List<String> taken = new ArrayList<>();
        Response next = ok(as("reem").post("/api/v1/assignments/next"));
        while (next.statusCode() == 200) {
            taken.add(next.path("id"));
            next = ok(as("reem").post("/api/v1/assignments/next"));
        }
        assertThat(next.statusCode()).isEqualTo(204);
        assertThat(taken).contains(urgent.id());
        assertThat(ok(as("reem").get(urgent.path("/assignment"))).<String>path("assignee.name"))
                .containsIgnoringCase("reem");
    }

    @Test
    void pagesThroughOnesOwnSoonestFirst() {
        for (int i = 0; i < 5; i++) {
            ok(as("omar").post(Desk.queued().path("/assignment/take")));
        }
        List<String> read = new ArrayList<>();
        List<String> due = new ArrayList<>();
        String next = "/api/v1/assignments?assignee=me&limit=2";
        while (next != null) {
            Response piece = ok(as("omar").get(next));
            read.addAll(piece.path("items.id"));
            due.addAll(piece.path("items.dueAt"));
            assertThat(piece.<List<String>>path("items.assignee.name")).allMatch(
                    name -> name.toLowerCase().contains("omar"));
            next = ClaimApiIT.next(piece);
        }
        assertThat(read).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
        assertThat(due.stream().map(java.time.Instant::parse)).isSorted();
        assertThat(as("omar").get("/api/v1/assignments?assignee=he").statusCode()).isEqualTo(422);
    }
}
