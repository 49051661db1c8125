package org.isnad.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleVersionId;
import org.isnad.article.CodePoints;
import org.isnad.assignment.ClaimAssignment;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.evidence.EvidenceDetails;
import org.isnad.evidence.EvidenceGathering;
import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.publication.Publishing;
import org.isnad.verdict.ApprovalCheck;
import org.isnad.verdict.Draft;
import org.isnad.verdict.VerdictReview;

/** Plays the life of a sample claim, step by step as {@code newsroom.json} tells it. */
@ApplicationScoped
class SampleClaims {
    private final ClaimTriage triage;
    private final ClaimAssignment assignment;
    private final EvidenceGathering evidence;
    private final VerdictReview review;
    private final Publishing publishing;
    private final Clock clock;
    private final EntityManager database;

    SampleClaims(ClaimTriage triage, ClaimAssignment assignment, EvidenceGathering evidence, VerdictReview review,
            Publishing publishing, Clock clock, EntityManager database) {
        this.triage = triage;
        this.assignment = assignment;
        this.evidence = evidence;
        this.review = review;
        this.publishing = publishing;
        this.clock = clock;
        this.database = database;
    }

    void add(ArticleVersionId article, String text, JsonObject claim, Function<String, Actor> people) {
        String quote = claim.getString("quote");
        int index = text.indexOf(quote);
        if (index < 0) {
            throw new IllegalArgumentException("The sample article does not say: " + quote);
        }
        int start = CodePoints.ofUtf16(text, index);
        ClaimId id = triage.propose(article, start, start + CodePoints.length(quote), wording(claim),
                people.apply(claim.getString("by")));
        database.flush();
        for (JsonObject step : claim.getJsonArray("steps").getValuesAs(JsonObject.class)) {
            step(id, step, people.apply(step.getString("by")), people);
            // Each step reaches the database by itself, as it does in life: it refuses a claim that skips a state.
            database.flush();
        }
    }

    private void step(ClaimId id, JsonObject step, Actor by, Function<String, Actor> people) {
        String reason = text(step, "reason");
        switch (step.getString("do")) {
            case "accept" -> triage.accept(id, Expected.any(), by);
            case "dismiss" -> triage.dismiss(id, Expected.any(), reason, by);
            case "take" -> assignment.take(id, by);
            case "assign" -> assignment.assign(id, Expected.any(), people.apply(step.getString("to")).person(),
                    clock.instant().plus(Duration.ofHours(step.getInt("hours"))), by);
            case "evidence" -> evidence.add(id, details(step), by);
            case "draft" -> review.saveDraft(id, Expected.any(), draft(step), by);
            case "submit" -> review.submit(id, Expected.any(), by);
            case "return" -> review.sendBack(id, step.getInt("revision"), reason, by);
            case "approve" -> review.approve(id, step.getInt("revision"), EnumSet.allOf(ApprovalCheck.class), by);
            case "publish" -> publishing.publish(id, Expected.any(), reason, null, by);
            case "correct" -> publishing.correct(id, Expected.any(), reason, text(step, "note"), by);
            case "retract" -> publishing.retract(id, Expected.any(), reason, text(step, "note"), by);
            default -> throw new IllegalArgumentException("A sample claim cannot " + step.getString("do"));
        }
    }

    private static Wording wording(JsonObject claim) {
        String claimedOn = text(claim, "claimedOn");
        return new Wording(claim.getString("wording"), text(claim, "claimant"),
                claimedOn == null ? null : LocalDate.parse(claimedOn), Priority.valueOf(claim.getString("priority")));
    }

    private static EvidenceDetails details(JsonObject step) {
        return new EvidenceDetails(text(step, "url"), step.getString("title"), text(step, "quote"),
                Stance.valueOf(step.getString("stance")), Source.valueOf(step.getString("source")), text(step, "note"));
    }

    private static Draft draft(JsonObject step) {
        return new Draft(text(step, "rating"), text(step, "summary"), text(step, "rationale"), Map.of());
    }

    private static @Nullable String text(JsonObject from, String name) {
        return !from.containsKey(name) || from.isNull(name) ? null : from.getString(name);
    }
}
