package org.isnad.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.isnad.assignment.ClaimAssignment;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimState;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Action;
import org.isnad.kernel.AggregateType;
import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Expected;
import org.isnad.kernel.FieldChange;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;
import org.isnad.publication.Publishing;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Statements;
import org.isnad.verdict.VerdictReview;

@IsnadTest
class HistoryIT {
    private static final String SALMA = "5eed0000-0000-4000-8000-000000000001";
    private static final String OMAR = "5eed0000-0000-4000-8000-000000000002";

    @Inject
    Newsroom newsroom;
    @Inject
    ClaimAssignment assignment;
    @Inject
    VerdictReview review;
    @Inject
    Publishing publishing;
    @Inject
    Event<DomainEvent> events;
    @Inject
    Clock clock;
    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String realm;

    @Test
    void aHistoryTellsWhoDidWhatWhenAndWhy() {
        Actor salma = salma();
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.submitted(salma);
        review.sendBack(claim, 1, "شهادة واحدة لا تكفي", editor);
        newsroom.draft(claim, "false", "تذكر النشرة أن العدد عشرون [1].", salma);
        newsroom.submit(claim, salma);
        newsroom.approve(claim, 2, editor);
        publishing.publish(claim, Expected.any(), "اكتملت الأدلة", null, editor);

        Document page = page("huda", claim, "?lang=en");
        List<Element> steps = page.select("#events > li.tev");
        assertThat(steps).extracting(step -> step.selectFirst(".tev-what > div").text()).containsExactly(
                editor.name() + " published revision 2", editor.name() + " approved revision 2",
                salma.name() + " submitted revision 2", salma.name() + " saved the draft",
                editor.name() + " returned revision 1", salma.name() + " submitted revision 1",
                salma.name() + " saved the draft", salma.name() + " added evidence [2]",
                salma.name() + " added evidence [1]",
                "editor assigned the claim", "editor accepted the claim", "editor proposed the claim");
        assertThat(steps.get(0).select(".reason").text()).isEqualTo("Reason: اكتملت الأدلة");
        assertThat(steps.get(0).select(".reason bdi").attr("dir")).isEqualTo("rtl");
        assertThat(steps.get(0).hasClass("is-key")).isTrue();
        assertThat(steps.get(4).select(".reason bdi").text()).isEqualTo("شهادة واحدة لا تكفي");

        Element resubmitted = steps.get(2);
        assertThat(resubmitted.select(".rating")).extracting(Element::text).containsExactly("Mostly false", "False");
        assertThat(resubmitted.select(".rating .was").text()).isEqualTo("Mostly false");
        Element rationale = resubmitted.selectFirst(".diff-text");
        assertThat(rationale.attr("dir")).isEqualTo("rtl");
        assertThat(rationale.attr("lang")).isEqualTo("ar");
        assertThat(rationale.select("del").text()).isEqualTo("١٢");
        assertThat(rationale.select("ins").text()).isEqualTo("عشرون");
        assertThat(rationale.text()).isEqualTo("تذكر النشرة أن العدد ١٢ عشرون [1].");

        Element when = steps.get(0).selectFirst(".tev-when time");
        Instant at = Instant.parse(when.attr("datetime"));
        assertThat(at).isBetween(clock.instant().minusSeconds(600), clock.instant());
        assertThat(when.attr("title")).isEqualTo(at.toString().substring(0, 19).replace('T', ' ') + " UTC");
        assertThat(steps.get(0).select(".tev-how").text()).isEqualTo("step 12 Round 1 in the browser");
        assertThat(steps.get(9).select(".fields").text()).contains(salma.name());
        assertThat(page.select(".state").text()).isEqualTo("Published");
        assertThat(page.select("html").attr("dir")).isEqualTo("ltr");
        assertThat(page.select(".claim-text").attr("dir")).isEqualTo("rtl");
    }

    @Test
    void anAuditorsReadingIsItsLastStep() {
        ClaimId claim = newsroom.assigned(salma());
        assertThat(texts(page("lina", claim, "?lang=en"))).containsExactly("Lina Sabbagh read the history",
                "editor assigned the claim", "editor accepted the claim", "editor proposed the claim");
        Login.as("lina").get("/claims/" + claim + "?lang=en").then().statusCode(200);
        Login.as("lina").get("/claims/" + claim + "/history/bundle").then().statusCode(200);
        Document after = page("huda", claim, "?lang=en");
        assertThat(texts(after)).containsExactly("Lina Sabbagh exported the history with its proofs",
                "editor assigned the claim", "editor accepted the claim", "editor proposed the claim");
        assertThat(after.select("#events summary").text()).startsWith("Lina Sabbagh read it 2 times");
    }

    @Test
    void inArabicTheSame() {
        Actor salma = salma();
        ClaimId claim = newsroom.approved(salma, newsroom.editor());
        Document page = page("huda", claim, "?lang=ar");
        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select("#events > li.tev").get(0).select(".tev-what > div").text())
                .isEqualTo("editor: اعتماد الصيغة ١");
        assertThat(page.select("#events > li.tev").get(0).select(".tev-how").text())
                .isEqualTo("الخطوة ٨ الجولة ١ عبر المتصفح");
        assertThat(page.select("#events dt").eachText()).contains("الحالة", "التقييم", "ما جرى تأكيده", "الأدلة",
                "المكلَّف").allMatch(label -> label.matches("[\\p{IsArabic}\\p{M}\\s]+"));
        assertThat(page.select("#events .state, #events dd").text()).doesNotContain("NOT_FOUND", "state_", "check_");
    }

    @Test
    void aClaimWithEveryActHasWordsForEverything() {
        Actor salma = salma();
        Actor editor = newsroom.editor();
        ClaimId claim = newsroom.published(salma, editor);
        publishing.correct(claim, Expected.any(), "رقم خاطئ", "نراجع الرقم", editor);
        assignment.assign(claim, Expected.any(), salma.person(), clock.instant().plusSeconds(3600), editor);
        assignment.assign(claim, Expected.any(), omar().person(), clock.instant().plusSeconds(7200), editor);
        assignment.release(claim, Expected.any(), "لا وقت", editor);
        for (String language : List.of("en", "ar")) {
            Document page = page("huda", claim, "?lang=" + language);
            assertThat(page.select("#events dt .code, #events .tev-what > div > .code:not(:contains([))")).isEmpty();
            assertThat(page.select("#events").text()).doesNotContain("NOT_FOUND", "_");
        }
        Document page = page("huda", claim, "?lang=en");
        assertThat(page.select("select[name=round] option").eachText()).containsExactly("All rounds", "Round 1",
                "Round 2");
        assertThat(texts(page("huda", claim, "?lang=en&round=2"))).containsExactly("editor released the claim",
                "editor reassigned the claim", "editor assigned the claim", "editor opened a correction");
        assertThat(texts(page("huda", claim, "?lang=en&action=EVIDENCE_ADDED"))).hasSize(2);
        assertThat(texts(page("huda", claim, "?lang=en&person=" + salma.person() + "&round=1")))
                .containsExactly(salma.name() + " submitted revision 1", salma.name() + " saved the draft",
                        salma.name() + " added evidence [2]", salma.name() + " added evidence [1]");
        assertThat(page("huda", claim, "?lang=en&round=7").select(".blank a").attr("href"))
                .isEqualTo("/claims/" + claim + "/history");
    }

    @Test
    void aRefusedDecisionSaysWhy() {
        Actor both = newsroom.person("both", Role.REVIEWER, Role.SENIOR_EDITOR);
        ClaimId claim = newsroom.submitted(both);
        try {
            newsroom.approve(claim, 1, both);
        } catch (org.isnad.kernel.Problem.NotAllowed expected) {
            assertThat(expected.code()).isEqualTo("four-eyes");
        }
        Element step = page("huda", claim, "?lang=en").selectFirst("#events > li.tev");
        assertThat(step.select(".tev-what > div").text()).isEqualTo("both was refused a decision on revision 1");
        assertThat(step.select("dd").eachText()).containsExactly("to approve", "contributed to this claim before");
    }

    @Test
    void theListLeadsToEveryHistory() {
        ClaimId claim = newsroom.published(salma(), newsroom.editor());
        Document list = Jsoup.parse(Login.as("lina").get("/history?lang=en").asString());
        Element line = list.selectFirst("#list > li:has(a[href='/claims/" + claim + "/history'])");
        assertThat(line.text()).contains("9 steps", "Published", "Verdict published", "editor");
        assertThat(list.select("select[name=state] option").size()).isEqualTo(1 + ClaimState.values().length);
        assertThat(HistoryListPages.STATES).containsExactlyInAnyOrderElementsOf(
                java.util.stream.Stream.of(ClaimState.values()).map(Enum::name).toList());
        for (ClaimState state : ClaimState.values()) {
            Response answer = Login.as("huda").get("/history?lang=ar&state=" + state);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Jsoup.parse(answer.asString()).select("main").text()).doesNotContain("NOT_FOUND", "state_");
        }
        assertThat(Statements.during(() -> Login.as("lina").get("/history"))).isLessThanOrEqualTo(8);
        assertThat(Login.as("salma").get("/history").statusCode()).isEqualTo(403);
        assertThat(Login.as("lina").get("/history?state=NONE").statusCode()).isEqualTo(422);
    }

    @Test
    void whoMaySeeWhich() {
        Actor salma = salma();
        omar();
        ClaimId hers = newsroom.assigned(salma);
        String path = "/claims/" + hers + "/history";
        for (String user : List.of("lina", "huda", "nabil", "salma")) {
            assertThat(Login.as(user).get(path).statusCode()).as(user).isEqualTo(200);
            assertThat(Login.bearer(user).get("/api/v1" + path).statusCode()).as(user).isEqualTo(200);
        }
        for (String user : List.of("omar", "adam")) {
            assertThat(Login.as(user).get(path).statusCode()).as(user).isEqualTo(404);
            assertThat(Login.bearer(user).get("/api/v1" + path).statusCode()).as(user).isEqualTo(404);
        }
        assertThat(Login.client("desk:read").get("/api/v1" + path).statusCode()).isEqualTo(403);
        assertThat(Login.as("lina").get("/claims/" + Ids.next() + "/history").statusCode()).isEqualTo(404);
        assertThat(Login.as("lina").get("/claims/nonsense/history").statusCode()).isEqualTo(404);
        assertThat(Login.as("lina").get(path + "?after=nonsense").statusCode()).isEqualTo(422);
        assertThat(Login.as("lina").get(path + "?person=x").statusCode()).isEqualTo(422);
        assertThat(io.restassured.RestAssured.given().redirects().follow(false).get(path).statusCode()).isEqualTo(302);
        assertThat(io.restassured.RestAssured.get("/api/v1" + path).statusCode()).isEqualTo(401);
    }

    @Test
    void theApiTellsTheSameAndPagesByLink() {
        Actor salma = salma();
        ClaimId claim = newsroom.published(salma, newsroom.editor());
        Response first = Login.bearer("huda").get("/api/v1/claims/" + claim + "/history?limit=4");
        assertThat(first.jsonPath().getList("items.action")).containsExactly("VERDICT_PUBLISHED", "VERDICT_APPROVED",
                "VERDICT_SUBMITTED", "DRAFT_SAVED");
        assertThat(first.jsonPath().getList("items.version", Long.class)).containsExactly(9L, 8L, 7L, 6L);
        assertThat(first.jsonPath().getString("items[0].reason")).isEqualTo("اكتملت الأدلة");
        assertThat(first.jsonPath().getString("items[0].part")).isEqualTo("revision/1");
        assertThat(first.jsonPath().getString("items[2].by.name")).isEqualTo(salma.name());
        assertThat(first.jsonPath().getString("items[2].by.authentication")).isEqualTo("session");
        assertThat(first.jsonPath().getString("items[2].changes.find { it.field == 'rating' }.after.code"))
                .isEqualTo("mostly-false");
        String next = first.headers().getValues("Link").stream().filter(link -> link.contains("rel=\"next\""))
                .findFirst()
                .orElseThrow().replaceAll(".*<([^>]*)>; rel=\"next\".*", "$1");
        Response second = Login.bearer("huda").get(next);
        assertThat(second.jsonPath().getList("items.version", Long.class)).containsExactly(5L, 4L, 3L, 2L);
    }

    @Test
    void olderStepsAreAPageAwayAndSavesFold() {
        Actor salma = salma();
        ClaimId claim = newsroom.assigned(salma);
        steps(claim, salma, 60);
        Document newest = page("huda", claim, "?lang=en");
        assertThat(newest.select("#events > li.tev")).hasSize(1);
        assertThat(newest.select("#events summary").text())
                .startsWith(salma.name() + " saved the draft 50 times,");
        assertThat(newest.select("#events .run > li")).hasSize(50);
        String earlier = newest.select("#earlier a").attr("href");
        assertThat(earlier).startsWith("/claims/" + claim + "/history?after=");
        Document older = Jsoup.parse(Login.as("huda").get(earlier + "&lang=en").asString());
        assertThat(older.select("#events > li.tev")).hasSize(4);
        assertThat(older.select("#earlier")).isEmpty();
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheHistory() {
        Actor salma = salma();
        ClaimId few = newsroom.published(salma, newsroom.editor());
        ClaimId many = newsroom.published(salma, newsroom.editor());
        steps(many, salma, 1_000);
        // Signed in, and every query known to Hibernate.
        page("lina", few, "");
        long withFew = Statements.during(() -> page("lina", few, ""));
        long withMany = Statements.during(() -> page("lina", many, ""));
        assertThat(withFew).isLessThanOrEqualTo(8);
        assertThat(withMany).isLessThanOrEqualTo(8);
        assertThat(withMany).as("statements with 1,009 steps and with 9").isEqualTo(withFew);
    }

    private void steps(ClaimId claim, Actor by, int count) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < count; i++) {
                events.fire(DomainEvent.of(AggregateType.CLAIM, claim.value(), Did.DRAFT_SAVED,
                        new Stamp(by.person().value(), "session", clock.instant()),
                        new FieldChange("summary", "النص " + i, "النص " + (i + 1)),
                        FieldChange.added("rating", java.util.Map.of("scale", 1, "code", "false")),
                        FieldChange.added("assignee", UUID.randomUUID().toString())));
            }
        });
    }

    private Actor salma() {
        return newsroom.actor(realm, SALMA, "Salma Haddad", Role.REVIEWER);
    }

    private Actor omar() {
        return newsroom.actor(realm, OMAR, "Omar Tlili", Role.REVIEWER);
    }

    private static List<String> texts(Document page) {
        return page.select("#events > li.tev .tev-what > div").eachText();
    }

    private static Document page(String user, ClaimId claim, String query) {
        Response answer = Login.as(user).get("/claims/" + claim + "/history" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }

    private enum Did implements Action {
        DRAFT_SAVED
    }
}
