package org.isnad.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.isnad.claim.ClaimId;
import org.isnad.claim.Claims;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

@IsnadTest
class VerdictReviewIT {
    @Inject
    Newsroom newsroom;
    @Inject
    VerdictReview review;
    @Inject
    Verdicts verdicts;
    @Inject
    Claims claims;

    @Test
    void twoSavesOfTheSameDraftLoseNothing() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        long first = review.saveDraft(claim, Expected.version(0), draft("false", "one"), reviewer);
        assertThatThrownBy(() -> review.saveDraft(claim, Expected.version(0), draft("true", "two"), reviewer))
                .isInstanceOf(Problem.Stale.class);
        long second = review.saveDraft(claim, Expected.version(first), draft("true", "three"), reviewer);
        assertThat(second).isGreaterThan(first);
        assertThat(copy(claim).rationale()).isEqualTo("three");
    }

    @Test
    void savingWhatStandsThereChangesNothing() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        long first = review.saveDraft(claim, Expected.version(0), draft("false", "one"), reviewer);
        assertThat(review.saveDraft(claim, Expected.version(first), draft("false", "one"), reviewer)).isEqualTo(first);
    }

    @Test
    void nothingIsSubmittedWithoutEvidenceRatingAndRationale() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        Problem.Invalid refusal = catchThrowableOfType(Problem.Invalid.class, () -> newsroom.submit(claim, reviewer));
        assertThat(refusal.errors()).extracting(Problem.FieldError::field).containsExactly("evidence", "rating",
                "rationale");
    }

    @Test
    void aMissingPieceNeedsAWaiverWithAReason() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        long version = review.saveDraft(claim, Expected.version(0), new Draft(null, "", "no source can be found",
                Map.of(Piece.EVIDENCE, "The archive burned down.", Piece.RATING, " ")), reviewer);
        assertThat(catchThrowableOfType(Problem.Invalid.class, () -> newsroom.submit(claim, reviewer)).errors())
                .extracting(Problem.FieldError::field).containsExactly("rating");
        version = review.saveDraft(claim, Expected.version(version), new Draft(null, "", "no source can be found",
                Map.of(Piece.EVIDENCE, "The archive burned down.", Piece.RATING, "No evidence, no rating.")), reviewer);
        assertThat(review.submit(claim, Expected.version(version), reviewer)).isEqualTo(1);
        assertThat(revision(claim).waivers()).isEqualTo(
                Map.of(Piece.EVIDENCE, "The archive burned down.", Piece.RATING, "No evidence, no rating."));
    }

    @Test
    void aRevisionKeepsTheEvidenceAsItWas() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.submitted(reviewer);
        review.withdraw(claim, "more", reviewer);
        newsroom.evidence(claim, Stance.CONTEXT, reviewer);
        newsroom.submit(claim, reviewer);
        List<VerdictRevision> revisions = QuarkusTransaction.requiringNew().call(() -> verdicts.revisions(claim));
        assertThat(revisions).extracting(VerdictRevision::number).containsExactly(2, 1);
        assertThat(revisions.get(0).evidence()).extracting(CitedEvidence::stance).containsExactly("REFUTES", "SUPPORTS",
                "CONTEXT");
        assertThat(revisions.get(1).evidence()).extracting(CitedEvidence::number).containsExactly(1, 2);
    }

    @Test
    void onlyTheAssigneeWorksOnIt() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        assertThatThrownBy(() -> newsroom.draft(claim, "false", "x", newsroom.reviewer()))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> newsroom.draft(claim, "false", "x", newsroom.editor()))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> newsroom.draft(claim, "false", "x", newsroom.person("a", Role.AUDITOR)))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    void aReturnedVerdictGoesBackToItsAuthor() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.submitted(reviewer);
        review.sendBack(claim, 1, "One witness is not enough.", newsroom.editor());
        newsroom.draft(claim, "false", "Three witnesses [1].", reviewer);
        assertThat(newsroom.submit(claim, reviewer)).isEqualTo(2);
    }

    @Test
    void anUnknownRatingIsRefusedBesideItsField() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        Problem.Invalid refusal = catchThrowableOfType(Problem.Invalid.class,
                () -> newsroom.draft(claim, "pants-on-fire", "x", reviewer));
        assertThat(refusal.errors()).extracting(Problem.FieldError::field, Problem.FieldError::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple("rating", "not-in-scale"));
    }

    private static Draft draft(String rating, String rationale) {
        return new Draft(rating, "summary", rationale, Map.of());
    }

    private Verdict copy(ClaimId claim) {
        return QuarkusTransaction.requiringNew().call(() -> verdicts.workingCopy(claims.find(claim).orElseThrow()));
    }

    private VerdictRevision revision(ClaimId claim) {
        return QuarkusTransaction.requiringNew().call(() -> verdicts.latest(claim).orElseThrow());
    }
}
