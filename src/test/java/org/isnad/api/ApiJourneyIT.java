package org.isnad.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.api.Desk.as;
import static org.isnad.api.Desk.because;
import static org.isnad.api.Desk.client;
import static org.isnad.api.Desk.etag;
import static org.isnad.api.Desk.nobody;
import static org.isnad.api.Desk.ok;
import static org.isnad.api.Desk.sending;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.isnad.api.Desk.ClaimAt;
import org.isnad.article.Sentences;
import org.isnad.article.Span;
import org.isnad.testsupport.IsnadTest;

/** The desk's whole job, through the API alone: from a document to a published verdict whose every step an auditor can read. */
@IsnadTest
class ApiJourneyIT {

    @ParameterizedTest
    @MethodSource("org.isnad.article.Seeds#all")
    void fromADocumentToAPublishedVerdict(Path seed) throws Exception {
        byte[] bytes = Files.readAllBytes(seed);
        Response received = ok(client("articles:write")
                .body(Map.of("original",
                        Map.of("fileName", seed.getFileName().toString(), "base64",
                                Base64.getEncoder().encodeToString(bytes))))
                .post("/api/v1/articles"));
        Response article = ok(as("salma").get("/api/v1/articles/" + received.path("id")));
        String version = article.path("versionId");
        String text = article.path("text");
        List<Span> sentences = Sentences.of(text, article.path("language")).stream()
                .filter(span -> span.end() - span.start() > 40).toList();

        ClaimAt claim = pin(version, text, sentences.get(0), "The first thing the document says.");
        ClaimAt other = pin(version, text, sentences.get(1), "The second thing the document says.");
        List<String> places = ok(as("salma").queryParam("article", received.<String>path("id"))
                .get("/api/v1/claims")).path("items.id");
        assertThat(places).contains(claim.id(), other.id());

        for (ClaimAt each : List.of(claim, other)) {
            Response accepted = ok(
                    as("huda").header("If-Match", etag("huda", each.path(""))).post(each.path("/acceptance")));
            assertThat(accepted.<String>path("state")).isEqualTo("QUEUED");
        }
        String due = Desk.inDays(2);
        Response assigned = ok(sending("huda", Map.of("assignee", Desk.person("salma"), "due", due))
                .header("If-Match", etag("huda", claim.path(""))).put(claim.path("/assignment")));
        assertThat(assigned.<String>path("state")).isEqualTo("ASSIGNED");
        assertThat(ok(as("salma").get(claim.path("/assignment"))).<String>path("dueAt")).isEqualTo(due);
        assertThat(assignedToSalma()).contains(claim.id()).doesNotContain(other.id());

        ok(sending("salma", Desk.evidence("Bulletin", "REFUTES")).post(claim.path("/evidence")));
        ok(sending("salma", Desk.evidence("Report", "SUPPORTS")).post(claim.path("/evidence")));
        assertThat(ok(as("salma").get(claim.path("/evidence"))).<List<Integer>>path("items.number"))
                .containsExactly(1, 2);

        save(claim, "مسوّدة أولى", "يقول النشر [1] سبعة.");
        int first = submit(claim);
        Response returned = ok(sending("nabil", because("Quote the bulletin's table."))
                .header("If-Match", etag("nabil", claim.path("/verdict"))).post(claim.path("/verdict/return")));
        assertThat(returned.<String>path("state")).isEqualTo("ASSIGNED");

        save(claim, "مسوّدة ثانية", "يقول الجدول في النشرة [1] سبعة، ويقول التقرير [2] خمسة.");
        int second = submit(claim);
        assertThat(List.of(first, second)).containsExactly(1, 2);
        Response approved = ok(sending("nabil", Desk.CHECKLIST).header("If-Match", "\"2\"")
                .post(claim.path("/verdict/approval")));
        assertThat(approved.<String>path("state")).isEqualTo("APPROVED");

        Response published = sending("huda", because("Checked and asked for."))
                .header("If-Match", approved.header("ETag")).post(claim.path("/publication/editions"));
        assertThat(published.statusCode()).isEqualTo(201);
        Response fact = ok(nobody().get("/api/v1/fact-checks/" + published.path("slug")));
        assertThat(fact.<String>path("summary")).isEqualTo("مسوّدة ثانية");
        assertThat(fact.<String>path("claim.text")).isEqualTo("The first thing the document says.");
        assertThat(fact.<String>path("rating.code")).isEqualTo("false");
        assertThat(fact.<List<String>>path("evidence.stance")).containsExactly("REFUTES", "SUPPORTS");

        auditorReadsEveryStep(claim);
    }

    /** However much other tests gave her. */
    private static List<String> assignedToSalma() {
        List<String> claims = new ArrayList<>();
        Optional<String> page = Optional.of("/api/v1/assignments?assignee=me&limit=100");
        while (page.isPresent()) {
            Response answer = ok(as("salma").get(page.get()));
            claims.addAll(answer.path("items.claim.id"));
            page = answer.headers().getValues("Link").stream().filter(link -> link.contains("rel=\"next\""))
                    .map(link -> link.replaceAll(".*<([^>]*)>; rel=\"next\".*", "$1")).findFirst();
        }
        return claims;
    }

    private static ClaimAt pin(String version, String text, Span sentence, String wording) {
        Response pinned = sending("salma",
                Map.of("articleVersion", version, "selector",
                        List.of(Map.of("type", "TextPositionSelector", "start", sentence.start(), "end",
                                sentence.end()),
                                Map.of("type", "TextQuoteSelector", "exact", sentence.of(text))),
                        "wording", Map.of("text", wording)))
                .post("/api/v1/claims");
        assertThat(pinned.statusCode()).as(pinned.asString()).isEqualTo(201);
        ClaimAt claim = new ClaimAt(pinned.path("id"));
        assertThat(pinned.header("Location")).endsWith(claim.path(""));
        Response place = ok(as("salma").get(claim.path("/appearances")));
        assertThat(place.<String>path("items[0].selector.find { it.type == 'TextQuoteSelector' }.exact"))
                .isEqualTo(sentence.of(text));
        return claim;
    }

    private static void save(ClaimAt claim, String summary, String rationale) {
        Response saved = ok(
                sending("salma", Map.of("rating", "false", "summary", summary, "rationale", rationale))
                        .header("If-Match", etag("salma", claim.path("/draft"))).put(claim.path("/draft")));
        assertThat(saved.<String>path("rationale")).isEqualTo(rationale);
    }

    private static int submit(ClaimAt claim) {
        Response submitted = as("salma").header("If-Match", etag("salma", claim.path("/draft")))
                .post(claim.path("/draft/submission"));
        assertThat(submitted.statusCode()).as(submitted.asString()).isEqualTo(201);
        int number = submitted.path("number");
        assertThat(submitted.header("Location")).endsWith(claim.path("/revisions/" + number));
        return number;
    }

    private static void auditorReadsEveryStep(ClaimAt claim) {
        Response history = ok(as("lina").get(claim.path("/history?limit=100")));
        assertThat(history.<List<String>>path("items.action")).containsExactly("HISTORY_READ", "VERDICT_PUBLISHED",
                "VERDICT_APPROVED", "VERDICT_SUBMITTED", "DRAFT_SAVED", "VERDICT_RETURNED", "VERDICT_SUBMITTED",
                "DRAFT_SAVED", "EVIDENCE_ADDED", "EVIDENCE_ADDED", "CLAIM_ASSIGNED", "CLAIM_ACCEPTED",
                "CLAIM_PROPOSED");
        assertThat(history.<List<Integer>>path("items.version")).containsExactly(13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2,
                1);
        assertThat(history.<String>path("items.find { it.action == 'VERDICT_RETURNED' }.reason"))
                .isEqualTo("Quote the bulletin's table.");
        assertThat(history.<String>path("items.find { it.action == 'VERDICT_APPROVED' }.by.name"))
                .containsIgnoringCase(
                        "nabil");
        assertThat(history.<List<String>>path("items.at")).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }
}
