package org.isnad.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleVersionId;
import org.isnad.article.Articles;
import org.isnad.assignment.ClaimAssignment;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.identity.Actor;
import org.isnad.identity.People;
import org.isnad.identity.Role;
import org.isnad.kernel.Expected;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Statements;

/** A page of the desk costs the same few statements with ten rows as with a thousand. */
@IsnadTest
class DeskStatementsIT {
    private static final int MOST = 8;

    @Inject
    Newsroom newsroom;
    @Inject
    ClaimTriage triage;
    @Inject
    ClaimAssignment assignment;
    @Inject
    Articles articles;
    @Inject
    People people;
    @Inject
    EntityManager database;
    @Inject
    Clock clock;

    @Test
    void myQueueAndTriageCostTheSameWithAThousandRows() {
        read("reem", "/queue");
        read("nabil", "/triage");
        Actor reem = QuarkusTransaction.requiringNew()
                .call(() -> people.find("name like 'Reem%'").list().stream().findFirst()
                        .map(person -> new Actor(person.id(), person.name(), Set.of(Role.REVIEWER), Set.of(), "session",
                                clock.instant(), false))
                        .orElseThrow());
        String article = fill(10, reem);
        long queueFew = Statements.during(() -> read("reem", "/queue"));
        long triageFew = Statements.during(() -> read("nabil", "/triage?article=" + article));
        String large = fill(990, reem);
        long queueMany = Statements.during(() -> read("reem", "/queue"));
        long triageMany = Statements.during(() -> read("nabil", "/triage?article=" + large));
        assertThat(queueFew).isLessThanOrEqualTo(MOST).isEqualTo(queueMany);
        assertThat(triageFew).isLessThanOrEqualTo(MOST).isEqualTo(triageMany);
    }

    @Test
    void approvalsCostTheSameWithAHundredRows() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.submitted(reviewer);
        read("nabil", "/approvals");
        long few = Statements.during(() -> read("nabil", "/approvals"));
        for (int i = 0; i < 100; i++) {
            newsroom.submitted(reviewer);
        }
        assertThat(Statements.during(() -> read("nabil", "/approvals"))).isLessThanOrEqualTo(MOST).isEqualTo(few);
        assertThat(Statements.during(() -> read("nabil", "/approvals/" + claim))).isLessThanOrEqualTo(MOST);
    }

    /** Pins that many claims to one new article and gives each to the person; returns the article's id. */
    private String fill(int count, Actor person) {
        Actor editor = newsroom.editor();
        ArticleVersionId article = newsroom.article("كلمة ".repeat(count + 10), "مقالة " + count, editor);
        for (int done = 0; done < count; done += 50) {
            int from = done;
            QuarkusTransaction.requiringNew().timeout(120).run(() -> {
                for (int i = from; i < Math.min(from + 50, count); i++) {
                    ClaimId claim = triage.propose(article, 5 * i, 5 * i + 4,
                            new Wording("ادعاء " + i, null, null, Priority.NORMAL), editor);
                    triage.accept(claim, Expected.any(), editor);
                    // Each move is written by itself: the database refuses two steps of a claim's life in one.
                    database.flush();
                    assignment.assign(claim, Expected.any(), person.person(),
                            clock.instant().plus(Duration.ofHours(1 + i)), editor);
                    if (i % 10 == 9) {
                        database.flush();
                        database.clear();
                    }
                }
            });
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> articles.version(article).orElseThrow().articleId().toString());
    }

    private static void read(String user, String path) {
        Login.session(user).get(path).then().statusCode(200);
    }
}
