package org.isnad.fault;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import org.isnad.fault.Client.Unanswered;

/**
 * People who work, each on claims of their own, from a document to a published verdict, and who write down what the desk told
 * them. Whoever gets no answer leaves that claim alone and begins another.
 */
final class Writers implements AutoCloseable {
    private static final int THREADS = 4;

    private final Client client;
    private final Ledger ledger;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean stopping;
    private @Nullable String reviewer;

    Writers(String url, Ledger ledger) {
        this.client = new Client(url);
        this.ledger = ledger;
    }

    /** The reviewer must have signed in before somebody can assign a claim to them. */
    void introduce() throws Unanswered {
        client.get("salma", "/api/v1/assignments?limit=1");
        for (JsonNode one : client.get("huda", "/api/v1/reviewers").body().path("items")) {
            if (one.path("name").asText().toLowerCase(Locale.ROOT).contains("salma")) {
                reviewer = one.path("id").asText();
            }
        }
    }

    void begin() throws Unanswered {
        introduce();
        stopping = false;
        for (int i = 0; i < THREADS; i++) {
            running.add(threads.submit(this::work));
        }
    }

    /** Lets everybody finish the request under way. */
    void stop() throws Exception {
        stopping = true;
        for (Future<?> one : running) {
            one.get(90, TimeUnit.SECONDS);
        }
        running.clear();
    }

    private void work() {
        while (!stopping) {
            try {
                oneClaim();
            } catch (Unanswered e) {
                // The ledger knows what was asked; the desk may be gone, and answers again later.
                Thread.yield();
            }
        }
    }

    /** One claim from beginning to end, or as far as it gets. */
    void oneClaim() throws Unanswered {
        String text = "The minister spoke on day " + UUID.randomUUID()
                + ".\nBread costs five dinars in all towns. Nobody asked him why.";
        String article = client.send("POST", "huda", "/api/v1/articles", null,
                Map.of("text", text, "title", "Bread", "language", "en", "separate", true)).id();
        ledger.count();
        String version = client.get("huda", "/api/v1/articles/" + article).body().path("versionId").asText();
        Client.Answer proposed = client.send("POST", "salma", "/api/v1/claims", null,
                Map.of("articleVersion", version, "selector",
                        List.of(Map.of("type", "TextQuoteSelector", "exact", "Bread costs five dinars in all towns.")),
                        "wording", Map.of("text", "Bread costs five dinars.", "claimant", "The minister")));
        Ledger.Entry entry = ledger.claim(UUID.fromString(proposed.id()));
        entry.isTold("CLAIM_PROPOSED");
        ledger.count();
        String claim = "/api/v1/claims/" + proposed.id();
        act(entry, "CLAIM_ACCEPTED", "POST", "huda", claim + "/acceptance", etag("huda", claim), null);
        act(entry, "CLAIM_ASSIGNED", "PUT", "huda", claim + "/assignment", etag("huda", claim), Map.of("assignee",
                String.valueOf(reviewer), "due",
                Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString()));
        Client.Answer piece = addEvidence(entry, claim, "REFUTES");
        addEvidence(entry, claim, "SUPPORTS");
        act(entry, "EVIDENCE_EDITED", "PUT", "salma", claim + "/evidence/" + piece.id(), piece.etag(),
                evidence("REFUTES"));
        String draft = saveDraft(entry, claim, "\"0\"");
        saveDraft(entry, claim, draft);
        act(entry, "VERDICT_SUBMITTED", "POST", "salma", claim + "/draft/submission", etag("salma", claim + "/draft"),
                null);
        act(entry, "VERDICT_APPROVED", "POST", "nabil", claim + "/verdict/approval", "\"1\"",
                Map.of("checklist", List.of("SOURCES_OPENED", "QUOTES_MATCH", "RATING_FOLLOWS", "NO_INTEREST")));
        act(entry, "VERDICT_PUBLISHED", "POST", "huda", claim + "/publication/editions", etag("huda", claim),
                Map.of("reason", "Everybody asks."));
    }

    private Client.Answer addEvidence(Ledger.Entry entry, String claim, String stance) throws Unanswered {
        Client.Answer piece = act(entry, "EVIDENCE_ADDED", "POST", "salma", claim + "/evidence", null,
                evidence(stance));
        entry.isToldOfEvidence(UUID.fromString(piece.id()));
        return piece;
    }

    private static Map<String, Object> evidence(String stance) {
        return Map.of("url", "https://example.org/" + UUID.randomUUID(), "title", "Price bulletin", "quote",
                "Seven dinars.", "stance", stance, "source", "PRIMARY");
    }

    private String saveDraft(Ledger.Entry entry, String claim, String etag) throws Unanswered {
        String summary = "Bread costs seven: " + UUID.randomUUID();
        Client.Answer saved = act(entry, "DRAFT_SAVED", "PUT", "salma", claim + "/draft", etag,
                Map.of("rating", "false", "summary", summary, "rationale", "The bulletin [1] says seven."));
        entry.isToldOfDraft(summary);
        return saved.etag();
    }

    private String etag(String user, String path) throws Unanswered {
        return client.get(user, path).etag();
    }

    private Client.Answer act(Ledger.Entry entry, String action, String method, String user, String path,
            @Nullable String etag, @Nullable Object body) throws Unanswered {
        if (stopping) {
            throw new Unanswered("the day is over");
        }
        entry.asks(action);
        Client.Answer answer = client.send(method, user, path, etag, body);
        entry.isTold(action);
        ledger.count();
        return answer;
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
    }
}
