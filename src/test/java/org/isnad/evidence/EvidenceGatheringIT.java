package org.isnad.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

@IsnadTest
class EvidenceGatheringIT {
    @Inject
    Newsroom newsroom;
    @Inject
    EvidenceGathering gathering;
    @Inject
    EvidenceItems items;

    @Test
    void aNumberStaysWithItsPieceWhereverItStands() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        newsroom.evidence(claim, Stance.REFUTES, reviewer);
        EvidenceId second = newsroom.evidence(claim, Stance.SUPPORTS, reviewer);
        EvidenceId third = newsroom.evidence(claim, Stance.CONTEXT, reviewer);

        gathering.move(third, 1, reviewer);
        assertThat(numbers(claim)).containsExactly(3, 1, 2);

        gathering.remove(second, Expected.any(), reviewer);
        newsroom.evidence(claim, Stance.CONTEXT, reviewer);
        assertThat(numbers(claim)).as("a removed number is not given again").containsExactly(3, 1, 4);

        gathering.putBack(second, reviewer);
        assertThat(numbers(claim)).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThatThrownBy(() -> gathering.putBack(second, reviewer)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void twoEditsOfOnePieceLoseNothing() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        EvidenceId piece = newsroom.evidence(claim, Stance.REFUTES, reviewer);
        long version = QuarkusTransaction.requiringNew().call(() -> items.find(piece).orElseThrow().version());
        gathering.edit(piece, Expected.version(version), details("first"), reviewer);
        assertThatThrownBy(() -> gathering.edit(piece, Expected.version(version), details("second"), reviewer))
                .isInstanceOf(Problem.Stale.class);
        assertThat(QuarkusTransaction.requiringNew().call(() -> items.find(piece).orElseThrow().title()))
                .isEqualTo("first");
    }

    @Test
    void onceSubmittedEvidenceStands() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.submitted(reviewer);
        assertThat(
                catchThrowableOfType(Problem.WrongState.class, () -> newsroom.evidence(claim, Stance.CONTEXT, reviewer))
                        .possible())
                .containsExactly("withdraw", "return", "approve");
    }

    @Test
    void onlyTheAssigneeGathers() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        assertThatThrownBy(() -> newsroom.evidence(claim, Stance.CONTEXT, newsroom.reviewer()))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> newsroom.evidence(claim, Stance.CONTEXT, newsroom.editor()))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    void everythingMissingIsToldAtOnce() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        Problem.Invalid refusal = catchThrowableOfType(Problem.Invalid.class,
                () -> gathering.add(claim, new EvidenceDetails(null, null, null, null, null, null), reviewer));
        assertThat(refusal.errors()).extracting(Problem.FieldError::field).containsExactly("url", "title", "stance",
                "source");
    }

    private static EvidenceDetails details(String title) {
        return new EvidenceDetails("https://wadi.example/1", title, null, Stance.REFUTES, Source.SECONDARY, null);
    }

    private List<Integer> numbers(ClaimId claim) {
        return QuarkusTransaction.requiringNew().call(() -> items.of(claim).stream().map(Evidence::number).toList());
    }
}
