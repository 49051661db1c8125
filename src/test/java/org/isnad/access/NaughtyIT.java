package org.isnad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.isnad.access.AccessTable.Scene;
import org.isnad.article.NaughtyStrings;
import org.isnad.assignment.ClaimAssignment;
import org.isnad.claim.Claim;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Claims;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.evidence.Evidence;
import org.isnad.evidence.EvidenceDetails;
import org.isnad.evidence.EvidenceGathering;
import org.isnad.evidence.EvidenceItems;
import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.verdict.Draft;
import org.isnad.verdict.Piece;
import org.isnad.verdict.Verdict;
import org.isnad.verdict.VerdictReview;
import org.isnad.verdict.Verdicts;

/**
 * The Big List of Naughty Strings in the text fields of the work on a claim: each is stored and read back unharmed but for white
 * space at its ends, or refused with the field named; pages show it without running it. Articles have their own test of this.
 */
@IsnadTest
class NaughtyIT {
    private static final int A_PAGE_FOR_EACH = 40;

    @Inject
    Places places;
    @Inject
    ClaimTriage triage;
    @Inject
    Claims claims;
    @Inject
    EvidenceGathering gathering;
    @Inject
    EvidenceItems items;
    @Inject
    VerdictReview review;
    @Inject
    Verdicts verdicts;
    @Inject
    ClaimAssignment assignment;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void wordsOfAClaim() {
        Place place = places.make(Scene.ASSIGNED);
        Actor salma = places.salma();
        each((text, n) -> {
            if (accepted(() -> triage.reword(place.claim(), Expected.version(claim(place).version()),
                    new Wording(text, text, LocalDate.EPOCH, Priority.LOW), salma))) {
                same(claim(place).wording(), text);
                same(claim(place).claimant(), text);
            }
            lookNowAndThen("salma", "/claims/" + place.claim(), n);
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void wordsOfEvidence() {
        Place place = places.make(Scene.ASSIGNED);
        Actor salma = places.salma();
        each((text, n) -> {
            long version = evidence(place).version();
            if (accepted(() -> gathering.edit(place.evidence(), Expected.version(version), new EvidenceDetails(
                    "https://wadi.example/b", text, text, Stance.CONTEXT, Source.SECONDARY, text), salma))) {
                same(evidence(place).title(), text);
                same(evidence(place).quote(), text);
                same(evidence(place).note(), text);
            }
            accepted(() -> gathering.edit(place.evidence(), Expected.version(evidence(place).version()),
                    new EvidenceDetails(text, "Title", null, Stance.CONTEXT, Source.SECONDARY, null), salma));
            lookNowAndThen("salma", "/claims/" + place.claim(), n);
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void wordsOfADraft() {
        Place place = places.make(Scene.ASSIGNED);
        Actor salma = places.salma();
        each((text, n) -> {
            if (accepted(() -> review.saveDraft(place.claim(), Expected.version(copy(place).version()),
                    new Draft("false", text, text, Map.of(Piece.RATIONALE, text)), salma))) {
                same(copy(place).summary(), text);
                same(copy(place).rationale(), text);
            }
            lookNowAndThen("salma", "/claims/" + place.claim(), n);
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void reasonsInTheHistory() {
        Place place = places.make(Scene.ASSIGNED);
        Actor salma = places.salma();
        each((text, n) -> {
            if (accepted(() -> assignment.release(place.claim(), Expected.any(), text, salma))) {
                assignment.take(place.claim(), salma);
            }
            lookNowAndThen("lina", "/claims/" + place.claim() + "/history", n);
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void addressesAndSearches() {
        each((text, n) -> {
            for (String parameter : List.of("text", "after", "list", "lang")) {
                Response answer = Login.as("salma").queryParam(parameter, text).get("/queue");
                if (answer.statusCode() >= 500) {
                    wrong.add(answer.statusCode() + " for /queue?" + parameter + "=" + text);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static void each(BiConsumer<String, Integer> trial) {
        List<String> all = NaughtyStrings.all();
        assertThat(all).hasSizeGreaterThan(500);
        for (int n = 0; n < all.size(); n++) {
            trial.accept(all.get(n), n);
        }
    }

    /** Whether the desk took it. A refusal must name the fields; everything else is an accident. */
    private boolean accepted(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Problem.Invalid refused) {
            assertThat(refused.errors()).isNotEmpty();
            return false;
        }
    }

    private void same(@Nullable String stored, String text) {
        if (!Objects.requireNonNullElse(stored, "").equals(text.strip())) {
            wrong.add(text + " became " + stored);
        }
    }

    /** The page is there, and nothing in it runs. */
    private void lookNowAndThen(String user, String page, int n) {
        if (n % A_PAGE_FOR_EACH != 0) {
            return;
        }
        Response answer = Login.as(user).get(page);
        Document html = Jsoup.parse(answer.asString());
        boolean runs = !html
                .select("script:not([src]), iframe, object, embed, svg script, [onerror], [onload], [onclick], "
                        + "[onmouseover], [onfocus], [style], a[href^=javascript]")
                .isEmpty();
        if (answer.statusCode() != 200 || runs) {
            wrong.add(answer.statusCode() + " for " + page + (runs ? ", which runs something" : ""));
        }
    }

    private Claim claim(Place place) {
        return QuarkusTransaction.requiringNew().call(() -> claims.find(place.claim()).orElseThrow());
    }

    private Evidence evidence(Place place) {
        return QuarkusTransaction.requiringNew().call(() -> items.find(place.evidence()).orElseThrow());
    }

    private Verdict copy(Place place) {
        return QuarkusTransaction.requiringNew()
                .call(() -> verdicts.workingCopy(claims.find(place.claim()).orElseThrow()));
    }
}
