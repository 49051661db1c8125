package org.isnad.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimState;
import org.isnad.claim.Claims;
import org.isnad.claim.Contribution;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

@IsnadTest
class ClaimAssignmentIT {
    @Inject
    Newsroom newsroom;
    @Inject
    ClaimAssignment assignment;
    @Inject
    Assignments assignments;
    @Inject
    Claims claims;
    @Inject
    Clock clock;

    @Test
    void takingMakesTheTakerAssigneeAndContributorForTwoDays() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.queued(newsroom.editor());
        Instant before = clock.instant();

        assignment.take(claim, reviewer);

        Assignment open = open(claim).orElseThrow();
        assertThat(open.assignee()).isEqualTo(reviewer.person());
        assertThat(open.dueAt()).isBetween(before.plus(Duration.ofDays(2)), clock.instant().plus(Duration.ofDays(2)));
        assertThat(contributions(claim)).containsExactly(Contribution.ASSIGNED);
    }

    @Test
    void aClaimIsTakenOnce() throws InterruptedException {
        ClaimId claim = newsroom.queued(newsroom.editor());
        List<Actor> takers = List.of(newsroom.reviewer(), newsroom.reviewer(), newsroom.reviewer());
        List<Problem> refused = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = takers.stream().map(taker -> new Thread(() -> {
            try {
                assignment.take(claim, taker);
            } catch (Problem e) {
                refused.add(e);
            }
        })).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        // For the later ones it is somebody else's work by then, which they may not see.
        assertThat(refused).hasSize(2).allSatisfy(e -> assertThat(e).isInstanceOf(Problem.NotFound.class));
    }

    @Test
    void severalWhoTakeTheNextOneGetDifferentClaims() throws InterruptedException {
        Actor editor = newsroom.editor();
        List.of(1, 2, 3).forEach(n -> newsroom.queued(editor));
        List<ClaimId> taken = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = List.of(newsroom.reviewer(), newsroom.reviewer(), newsroom.reviewer()).stream()
                .map(taker -> new Thread(() -> assignment.takeNext(taker).ifPresent(taken::add))).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(taken).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void reassigningKeepsTheFormerAssigneeAContributor() {
        Actor first = newsroom.reviewer();
        Actor second = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(first);

        assignment.assign(claim, Expected.any(), second.person(), clock.instant().plusSeconds(60), newsroom.editor());

        assertThat(open(claim).orElseThrow().assignee()).isEqualTo(second.person());
        assertThat(QuarkusTransaction.requiringNew().call(() -> claims.isContributor(claim, first.person()))).isTrue();
    }

    @Test
    void releasingPutsItBackWithAReason() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        assertThatThrownBy(() -> assignment.release(claim, Expected.any(), " ", reviewer))
                .isInstanceOf(Problem.Invalid.class);

        assignment.release(claim, Expected.any(), "I know the claimant.", reviewer);

        assertThat(open(claim)).isEmpty();
        assertThat(state(claim)).isEqualTo(ClaimState.QUEUED);
    }

    @Test
    void onlyItsHolderOrASeniorEditorReleases() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        assertThatThrownBy(() -> assignment.release(claim, Expected.any(), "x", newsroom.reviewer()))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> assignment.release(claim, Expected.any(), "x", newsroom.person("a", Role.AUDITOR)))
                .isInstanceOf(Problem.NotAllowed.class);
        assignment.release(claim, Expected.any(), "on leave", newsroom.editor());
    }

    @Test
    void anAssigneeMustBeAbleToReviewAndTheDueTimeMustBeAhead() {
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.queued(editor);
        Instant soon = clock.instant().plusSeconds(60);
        assertThat(refusal(claim, newsroom.person("auditor", Role.AUDITOR), soon, editor)).isEqualTo("not-a-reviewer");
        assertThat(refusal(claim, newsroom.reviewer(), clock.instant().minusSeconds(1), editor))
                .isEqualTo("in-the-past");
        assertThat(refusal(claim, newsroom.reviewer(), null, editor)).isEqualTo("required");
        assertThatThrownBy(() -> assignment.assign(claim, Expected.any(), editor.person(), soon, newsroom.reviewer()))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> assignment.assign(claim, Expected.version(99), editor.person(), soon, editor))
                .isInstanceOf(Problem.Stale.class);
    }

    private String refusal(ClaimId claim, Actor assignee, Instant due, Actor editor) {
        return catchThrowableOfType(Problem.Invalid.class,
                () -> assignment.assign(claim, Expected.any(), assignee.person(), due, editor)).errors().get(0).code();
    }

    private Optional<Assignment> open(ClaimId claim) {
        return QuarkusTransaction.requiringNew().call(() -> assignments.open(claim));
    }

    private List<Contribution> contributions(ClaimId claim) {
        return QuarkusTransaction.requiringNew()
                .call(() -> claims.contributors(claim).stream().map(c -> c.contribution()).toList());
    }

    private ClaimState state(ClaimId claim) {
        return QuarkusTransaction.requiringNew().call(() -> claims.find(claim).orElseThrow().state());
    }
}
