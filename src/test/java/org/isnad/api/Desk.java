package org.isnad.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.isnad.testsupport.Login;

/**
 * Brings claims to where a test starts, through the API alone. Salma checks, Omar is another reviewer, Huda triages and assigns,
 * Nabil decides.
 */
final class Desk {
    static final String CHECKLIST = "{\"checklist\":[\"SOURCES_OPENED\",\"QUOTES_MATCH\",\"RATING_FOLLOWS\",\"NO_INTEREST\"]}";

    private Desk() {}

    /** A claim's address, to which paths are appended. */
    record ClaimAt(String id) {
        String path(String more) {
            return "/api/v1/claims/" + id + more;
        }
    }

    /** Says JSON even where there is no body: REST Assured would say that it sends a form. */
    static RequestSpecification as(String user) {
        return Login.bearer(user).contentType(ContentType.JSON);
    }

    static RequestSpecification client(String... scopes) {
        return Login.client(scopes).contentType(ContentType.JSON);
    }

    static RequestSpecification nobody() {
        return RestAssured.given().contentType(ContentType.JSON);
    }

    static RequestSpecification sending(String user, Object json) {
        return as(user).body(json);
    }

    static Map<String, Object> because(String reason) {
        return Map.of("reason", reason);
    }

    static Response ok(Response answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.statusCode() + ": " + answer.asString());
        }
        return answer;
    }

    /** The present ETag of what the user reads at the address. */
    static String etag(String user, String path) {
        return ok(as(user).get(path)).header("ETag");
    }

    /** A new article; the version's id and its text. */
    static Map<String, String> article() {
        String text = "The minister spoke on day " + UUID.randomUUID()
                + ".\nBread costs five dinars in all towns. Nobody 😀 asked him why.";
        String id = ok(sending("huda", Map.of("text", text, "title", "Bread", "language", "en", "separate", true))
                .post("/api/v1/articles")).path("id");
        Response read = ok(as("huda").get("/api/v1/articles/" + id));
        return Map.of("id", id, "version", read.path("versionId"), "text", read.path("text"));
    }

    static Map<String, Object> proposal(String version, String exact) {
        return Map.of("articleVersion", version, "selector",
                List.of(Map.of("type", "TextQuoteSelector", "exact", exact)), "wording",
                Map.of("text", "Bread costs five dinars.", "claimant", "The minister", "claimedOn", "2026-11-02"));
    }

    static ClaimAt proposed() {
        return new ClaimAt(ok(sending("salma",
                proposal(article().get("version"), "Bread costs five dinars in all towns."))
                .post("/api/v1/claims")).path("id"));
    }

    static ClaimAt queued() {
        ClaimAt claim = proposed();
        ok(as("huda").header("If-Match", etag("huda", claim.path(""))).post(claim.path("/acceptance")));
        return claim;
    }

    static ClaimAt assignedTo(String user) {
        ClaimAt claim = queued();
        assign(claim, user);
        return claim;
    }

    static void assign(ClaimAt claim, String user) {
        ok(sending("huda", Map.of("assignee", person(user), "due", inDays(3)))
                .header("If-Match", etag("huda", claim.path(""))).put(claim.path("/assignment")));
    }

    /** Who that is at the desk; they must have signed in before, so this makes them. */
    static String person(String user) {
        ok(as(user).get("/api/v1/assignments?limit=1"));
        List<Map<String, String>> reviewers = ok(as("huda").get("/api/v1/reviewers")).path("items");
        return reviewers.stream().filter(one -> one.get("name").toLowerCase().contains(user)).findFirst()
                .orElseThrow(() -> new AssertionError("No " + user + " in " + reviewers)).get("id");
    }

    static String inDays(int days) {
        return Instant.now().plus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static Map<String, Object> evidence(String title, String stance) {
        return Map.of("url", "https://example.org/" + UUID.randomUUID(), "title", title, "quote", "Seven dinars.",
                "stance", stance, "source", "PRIMARY");
    }

    static String evidence(ClaimAt claim, String user, String title, String stance) {
        return ok(sending(user, evidence(title, stance)).post(claim.path("/evidence"))).path("id");
    }

    static Map<String, Object> draft(String summary) {
        return Map.of("rating", "false", "summary", summary, "rationale", "The bulletin [1] says seven.");
    }

    /** Assigned to Salma, with evidence and a draft. */
    static ClaimAt drafted() {
        ClaimAt claim = assignedTo("salma");
        evidence(claim, "salma", "Price bulletin", "REFUTES");
        ok(sending("salma", draft("Bread costs seven.")).header("If-Match", "\"0\"").put(claim.path("/draft")));
        return claim;
    }

    static ClaimAt submitted() {
        ClaimAt claim = drafted();
        submit(claim);
        return claim;
    }

    static void submit(ClaimAt claim) {
        ok(as("salma").header("If-Match", etag("salma", claim.path("/draft"))).post(claim.path("/draft/submission")));
    }

    static ClaimAt approved() {
        ClaimAt claim = submitted();
        ok(sending("nabil", CHECKLIST).header("If-Match", etag("nabil", claim.path("/verdict")))
                .post(claim.path("/verdict/approval")));
        return claim;
    }

    static ClaimAt published() {
        ClaimAt claim = approved();
        ok(sending("huda", because("Everybody asks.")).header("If-Match", etag("huda", claim.path("")))
                .post(claim.path("/publication/editions")));
        return claim;
    }
}
