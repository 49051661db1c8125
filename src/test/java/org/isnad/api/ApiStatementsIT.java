package org.isnad.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.api.Desk.as;
import static org.isnad.api.Desk.ok;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleVersionId;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Statements;
import org.isnad.verdict.VerdictReview;

/** A list costs the same few statements however long it is; two or three of them say who is asking. */
@IsnadTest
class ApiStatementsIT {
    private static final int MOST = 8;

    @Inject
    Newsroom newsroom;
    @Inject
    ClaimTriage triage;
    @Inject
    VerdictReview review;
    @Inject
    EntityManager database;

    @Test
    void ofClaimsAndTheirPlaces() {
        Actor editor = newsroom.editor();
        ArticleVersionId version = newsroom.article("x ".repeat(1500) + "y" + UUID.randomUUID(), "Long", editor);
        ClaimId claim = newsroom.proposed(version, editor);
        times(9, i -> newsroom.proposed(version, editor));
        times(9, i -> triage.addAppearance(claim, version, 2 * i, 2 * i + 1, editor));
        String claims = "/api/v1/claims?limit=100&article=" + article(version);
        String places = "/api/v1/claims/" + claim + "/appearances?limit=100";
        assertThat(items(claims)).hasSize(10);
        assertThat(items(places)).hasSize(10);
        long fewClaims = Statements.during(() -> items(claims));
        long fewPlaces = Statements.during(() -> items(places));

        times(990, i -> newsroom.proposed(version, editor));
        times(990, i -> triage.addAppearance(claim, version, 100 + 2 * i, 101 + 2 * i, editor));
        assertThat(items(claims)).hasSize(100);
        assertThat(items(places)).hasSize(100);
        assertThat(Statements.during(() -> items(claims))).isEqualTo(fewClaims).isLessThanOrEqualTo(MOST);
        assertThat(Statements.during(() -> items(places))).isEqualTo(fewPlaces).isLessThanOrEqualTo(MOST);
    }

    @Test
    void ofEvidence() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        String list = "/api/v1/claims/" + claim + "/evidence";
        times(10, i -> newsroom.evidence(claim, Stance.REFUTES, reviewer));
        assertThat(items(list)).hasSize(10);
        long few = Statements.during(() -> items(list));
        // As many as a claim can have.
        times(190, i -> newsroom.evidence(claim, Stance.SUPPORTS, reviewer));
        assertThat(items(list)).hasSize(200);
        assertThat(Statements.during(() -> items(list))).isEqualTo(few).isLessThanOrEqualTo(MOST);
    }

    @Test
    void ofAssignmentsRevisionsAndFactChecks() {
        Actor reviewer = newsroom.reviewer();
        String assignments = "/api/v1/assignments?limit=100&assignee=" + reviewer.person();
        newsroom.assigned(reviewer);
        ClaimId claim = newsroom.submitted(reviewer);
        newsroom.published(newsroom.reviewer(), newsroom.editor());
        String revisions = "/api/v1/claims/" + claim + "/revisions?limit=100";
        String facts = "/api/v1/fact-checks?limit=100";
        items(facts);
        long fewAssignments = Statements.during(() -> items(assignments));
        long fewRevisions = Statements.during(() -> items(revisions));
        long fewFacts = Statements.during(() -> items(facts));

        for (int i = 0; i < 30; i++) {
            newsroom.assigned(reviewer);
            review.withdraw(claim, "Again.", reviewer);
            newsroom.submit(claim, reviewer);
        }
        for (int i = 0; i < 10; i++) {
            newsroom.published(newsroom.reviewer(), newsroom.editor());
        }
        assertThat(items(assignments)).hasSize(32);
        assertThat(items(revisions)).hasSize(31);
        assertThat(items(facts)).hasSizeGreaterThan(10);
        assertThat(Statements.during(() -> items(assignments))).isEqualTo(fewAssignments).isLessThanOrEqualTo(MOST);
        assertThat(Statements.during(() -> items(revisions))).isEqualTo(fewRevisions).isLessThanOrEqualTo(MOST);
        assertThat(Statements.during(() -> items(facts))).isEqualTo(fewFacts).isLessThanOrEqualTo(MOST);
    }

    private static List<Object> items(String path) {
        return ok(as("huda").get(path)).path("items");
    }

    private String article(ArticleVersionId version) {
        return QuarkusTransaction.requiringNew()
                .call(() -> String.valueOf(
                        database.createNativeQuery("select article_id from article_version where id = ?1")
                                .setParameter(1, version.value()).getSingleResult()));
    }

    /** Fifty in one transaction: what is measured is reading. */
    private static void times(int count, java.util.function.IntConsumer act) {
        for (int start = 0; start < count; start += 50) {
            int from = start;
            QuarkusTransaction.requiringNew().run(() -> {
                for (int i = from; i < Math.min(count, from + 50); i++) {
                    act.accept(i);
                }
            });
        }
    }
}
