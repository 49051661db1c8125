package org.isnad.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.api.Desk.as;
import static org.isnad.api.Desk.ok;
import static org.isnad.api.Desk.sending;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.api.Desk.ClaimAt;
import org.isnad.testsupport.IsnadTest;

/** A request that is sent again acts once (draft-ietf-httpapi-idempotency-key-header). */
@IsnadTest
class IdempotencyIT {
    @Inject
    DataSource database;

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndActsOnce() {
        Map<String, String> article = Desk.article();
        Map<String, Object> proposal = Desk.proposal(article.get("version"), "Bread costs five dinars");
        String key = "\"" + UUID.randomUUID() + "\"";

        Response first = sending("salma", proposal).header("Idempotency-Key", key).post("/api/v1/claims");
        Response second = sending("salma", proposal).header("Idempotency-Key", key).post("/api/v1/claims");

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        for (String header : List.of("Location", "ETag", "Content-Location", "Content-Type")) {
            assertThat(second.header(header)).as(header).isEqualTo(first.header(header)).isNotBlank();
        }
        assertThat(first.header("ETag")).isEqualTo(Desk.etag("salma", "/api/v1/claims/" + first.path("id")));
        assertThat(ok(as("huda").queryParam("article", article.get("id")).get("/api/v1/claims"))
                .<List<Object>>path("items")).hasSize(1);
    }

    @Test
    void theAnswersETagIsTheOneAfterTheChange() {
        ClaimAt claim = Desk.proposed();
        Response accepted = ok(as("huda").header("If-Match", Desk.etag("huda", claim.path("")))
                .header("Idempotency-Key", UUID.randomUUID()).post(claim.path("/acceptance")));
        assertThat(accepted.header("ETag")).isEqualTo(Desk.etag("huda", claim.path("")));
        assertThat(accepted.<String>path("state")).isEqualTo("QUEUED");
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        String version = Desk.article().get("version");
        String key = UUID.randomUUID().toString();
        ok(sending("salma", Desk.proposal(version, "Bread costs five dinars")).header("Idempotency-Key", key)
                .post("/api/v1/claims"));
        Response other = sending("salma", Desk.proposal(version, "Nobody 😀 asked him why."))
                .header("Idempotency-Key", key).post("/api/v1/claims");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.<String>path("errors[0].field")).isEqualTo("Idempotency-Key");
        assertThat(other.<String>path("errors[0].code")).isEqualTo("used-for-another-request");
    }

    @Test
    void keysBelongToWhoeverSendsThem() {
        String version = Desk.article().get("version");
        Map<String, Object> proposal = Desk.proposal(version, "Bread costs five dinars");
        String key = UUID.randomUUID().toString();
        String salmas = ok(sending("salma", proposal).header("Idempotency-Key", key).post("/api/v1/claims")).path("id");
        String omars = ok(sending("omar", proposal).header("Idempotency-Key", key).post("/api/v1/claims")).path("id");
        assertThat(omars).isNotEqualTo(salmas);
    }

    @Test
    void aRefusedRequestMayBeRepeatedUnderItsKey() {
        ClaimAt claim = Desk.proposed();
        String key = UUID.randomUUID().toString();
        Response refused = sending("huda", Map.of("reason", " ")).header("If-Match", "*")
                .header("Idempotency-Key", key).post(claim.path("/dismissal"));
        assertThat(refused.statusCode()).isEqualTo(422);
        Response dismissed = sending("huda", Map.of("reason", "Nobody can check it.")).header("If-Match", "*")
                .header("Idempotency-Key", key).post(claim.path("/dismissal"));
        assertThat(dismissed.statusCode()).as(dismissed.asString()).isEqualTo(200);
    }

    @Test
    void manyAtOnceActOnce() throws Exception {
        ClaimAt claim = Desk.assignedTo("salma");
        Map<String, Object> piece = Desk.evidence("Bulletin", "REFUTES");
        String key = UUID.randomUUID().toString();
        ExecutorService senders = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Integer>> requests = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(i -> () -> sending("salma", piece).header("Idempotency-Key", key)
                            .post(claim.path("/evidence")).statusCode())
                    .toList();
            for (Future<Integer> answer : senders.invokeAll(requests)) {
                assertThat(answer.get()).isIn(201, 409);
            }
        } finally {
            senders.shutdown();
        }
        assertThat(ok(as("salma").get(claim.path("/evidence"))).<List<Object>>path("items")).hasSize(1);
    }

    @Test
    void aRefusalThatIsHistoryIsKeptAndGivesNoAnswerToRepeat() {
        ClaimAt claim = Desk.assignedTo("nabil");
        ok(sending("huda", Map.of("assignee", Desk.person("salma"), "due", Desk.inDays(2)))
                .header("If-Match", Desk.etag("huda", claim.path(""))).put(claim.path("/assignment")));
        Desk.evidence(claim, "salma", "Bulletin", "REFUTES");
        ok(sending("salma", Desk.draft("Seven.")).header("If-Match", "\"0\"").put(claim.path("/draft")));
        Desk.submit(claim);
        Response refused = sending("nabil", Desk.CHECKLIST).header("If-Match", "\"1\"")
                .header("Idempotency-Key", UUID.randomUUID()).post(claim.path("/verdict/approval"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.<String>path("type")).isEqualTo("/problems/four-eyes");
        assertThat(ok(as("lina").get(claim.path("/history"))).<List<String>>path("items.action"))
                .startsWith("HISTORY_READ", "APPROVAL_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"half", "two words", "\"with \\\" escape\"", "مفتاح"})
    void refusesWhatIsNoKey(String key) {
        Response answer = as("salma").header("Idempotency-Key", key).post("/api/v1/assignments/next");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("errors[0].code")).isEqualTo("not-a-key");
    }

    @Test
    void keepsDigestsOnlyAndForADay() throws SQLException {
        Map<String, Object> proposal = Desk.proposal(Desk.article().get("version"), "Bread costs five dinars");
        String key = UUID.randomUUID().toString();
        String id = ok(sending("salma", proposal).header("Idempotency-Key", key).post("/api/v1/claims")).path("id");
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select row_to_json(k)::text, expires_at - now() from kept_answer k
                        where headers ->> 'Location' like '%' || ?
                        """)) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).doesNotContain(key, "salma");
                assertThat(row.getString(2)).startsWith("23:59:");
                assertThat(row.next()).isFalse();
            }
        }
    }
}
