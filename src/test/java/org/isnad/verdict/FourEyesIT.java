package org.isnad.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.isnad.assignment.ClaimAssignment;
import org.isnad.claim.ClaimId;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.publication.Publishing;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

/** Nobody approves where they contributed: not through the verbs, and not around them with plain SQL. */
@IsnadTest
class FourEyesIT {
    @Inject
    Newsroom newsroom;
    @Inject
    VerdictReview review;
    @Inject
    ClaimAssignment assignment;
    @Inject
    Publishing publishing;
    @Inject
    DataSource database;

    @Test
    void whoDraftedCannotApproveThoughASeniorEditor() {
        Actor both = newsroom.person("both", Role.REVIEWER, Role.SENIOR_EDITOR);
        ClaimId claim = newsroom.submitted(both);

        assertThat(catchThrowableOfType(Problem.NotAllowed.class, () -> newsroom.approve(claim, 1, both)).code())
                .isEqualTo("four-eyes");
        assertThat(state(claim)).isEqualTo("SUBMITTED");
        assertThat(catchThrowableOfType(Problem.NotAllowed.class, () -> review.sendBack(claim, 1, "no", both)).code())
                .isEqualTo("four-eyes");
    }

    @Test
    void aRefusedAttemptIsPartOfTheHistory() {
        Actor both = newsroom.person("both", Role.SENIOR_EDITOR);
        ClaimId claim = newsroom.submitted(both);
        assertThatThrownBy(() -> newsroom.approve(claim, 1, both)).isInstanceOf(Problem.NotAllowed.class);
        assertThat(text("select action from audit_event where aggregate_id = ? order by aggregate_version desc limit 1",
                claim.value())).isEqualTo("APPROVAL_REFUSED");
    }

    @Test
    void whoWasAssignedOnceRemainsAContributorAfterReassignmentAndInLaterRounds() {
        Actor first = newsroom.person("first", Role.SENIOR_EDITOR);
        Actor second = newsroom.reviewer();
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.assigned(first);
        assignment.assign(claim, Expected.any(), second.person(), java.time.Instant.now().plusSeconds(3600), editor);
        newsroom.evidence(claim, Stance.REFUTES, second);
        newsroom.draft(claim, "false", "because [1]", second);
        newsroom.submit(claim, second);

        assertThatThrownBy(() -> newsroom.approve(claim, 1, first)).isInstanceOf(Problem.NotAllowed.class);

        newsroom.approve(claim, 1, editor);
        publishing.publish(claim, Expected.any(), "done", null, editor);
        publishing.correct(claim, Expected.any(), "a figure", "We correct a figure.", editor);
        Actor third = newsroom.reviewer();
        assignment.assign(claim, Expected.any(), third.person(), java.time.Instant.now().plusSeconds(3600), editor);
        newsroom.draft(claim, "mostly-false", "because [1]", third);
        newsroom.submit(claim, third);
        assertThatThrownBy(() -> newsroom.approve(claim, 2, first)).isInstanceOf(Problem.NotAllowed.class);
        newsroom.approve(claim, 2, newsroom.editor());
    }

    @Test
    void anApprovalOfAnOlderRevisionIsVoid() {
        Actor reviewer = newsroom.reviewer();
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.submitted(reviewer);
        review.withdraw(claim, "one more source", reviewer);
        newsroom.draft(claim, "false", "Another rationale [1].", reviewer);
        newsroom.submit(claim, reviewer);

        Problem.Stale stale = catchThrowableOfType(Problem.Stale.class, () -> newsroom.approve(claim, 1, editor));

        assertThat(stale.current()).isEqualTo(2);
        assertThat(state(claim)).isEqualTo("SUBMITTED");
    }

    @Test
    void anIncompleteChecklistApprovesNothing() {
        ClaimId claim = newsroom.submitted(newsroom.reviewer());
        assertThatThrownBy(
                () -> review.approve(claim, 1, java.util.Set.of(ApprovalCheck.QUOTES_MATCH), newsroom.editor()))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void plainSqlCannotApproveForAContributor() {
        Actor both = newsroom.person("both", Role.SENIOR_EDITOR);
        ClaimId claim = newsroom.submitted(both);
        assertThatThrownBy(() -> approveBySql(claim, both)).hasMessageContaining("four eyes");
    }

    @Test
    void plainSqlCannotDropAContributor() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.submitted(reviewer);
        assertThatThrownBy(() -> run("delete from claim_contributor where claim_id = ?", claim.value()))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> run("update claim_contributor set person_id = ? where claim_id = ?", UUID.randomUUID(),
                claim.value())).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> run("truncate claim_contributor")).isInstanceOf(SQLException.class);
    }

    @Test
    void plainSqlCannotDeclareAClaimApprovedOrPublished() {
        ClaimId claim = newsroom.submitted(newsroom.reviewer());
        // Asked at once instead of at commit, so that it answers before the guard that misses the event.
        assertThatThrownBy(() -> run("""
                do $$ begin set constraints claim_state_is_backed immediate;
                update claim set state = 'APPROVED' where id = '%s'; end $$
                """.formatted(claim))).isInstanceOf(SQLException.class).hasMessageContaining("needs an approval");
        assertThatThrownBy(() -> run("update claim set state = 'APPROVED' where id = ?", claim.value()))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> run("update claim set state = 'PUBLISHED' where id = ?", claim.value()))
                .isInstanceOf(SQLException.class).hasMessageContaining("cannot go from SUBMITTED to PUBLISHED");
    }

    @Test
    void plainSqlCannotPublishARevisionThatWasNotApproved() {
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.submitted(newsroom.reviewer());
        assertThatThrownBy(() -> run(
                """
                        with page as (insert into publication values (?, 'abcdefgh1234', 'LIVE', now(), null, now(), 0) returning claim_id)
                        insert into publication_edition
                        select gen_random_uuid(), page.claim_id, 1, r.id, 'x', null, null, null, ?, now()
                        from page join verdict_revision r on r.claim_id = page.claim_id
                        """,
                claim.value(), editor.person().value())).hasMessageContaining("not an approved one");
    }

    @Test
    void revisionsAndDecisionsNeverChange() {
        ClaimId claim = newsroom.approved(newsroom.reviewer(), newsroom.editor());
        for (String sql : List.of("update verdict_revision set summary = 'x' where claim_id = ?",
                "delete from verdict_revision where claim_id = ?",
                "update approval set decided_at = now() where claim_id = ?",
                "delete from approval where claim_id = ?")) {
            assertThatThrownBy(() -> run(sql, claim.value())).as(sql).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void twoEditorsDecidingAtOnceLeaveOneDecision() throws InterruptedException {
        ClaimId claim = newsroom.submitted(newsroom.reviewer());
        Map<String, Actor> editors = Map.of("a", newsroom.editor(), "b", newsroom.editor());
        List<Throwable> refused = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
        List<Thread> threads = editors.values().stream().map(editor -> new Thread(() -> {
            try {
                newsroom.approve(claim, 1, editor);
            } catch (Problem e) {
                refused.add(e);
            }
        })).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(refused).singleElement().isInstanceOf(Problem.WrongState.class);
        assertThat(text("select count(*)::text from approval where claim_id = ?", claim.value())).isEqualTo("1");
    }

    private void approveBySql(ClaimId claim, Actor by) throws SQLException {
        run("""
                insert into approval (id, claim_id, revision_id, decision, decided_by, decided_at)
                select gen_random_uuid(), claim_id, id, 'APPROVED', ?, now() from verdict_revision where claim_id = ?
                """, by.person().value(), claim.value());
    }

    private String state(ClaimId claim) {
        return text("select state from claim where id = ?", claim.value());
    }

    private String text(String sql, Object... parameters) {
        try (Connection connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
