package org.isnad.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.UserTransaction;

import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleVersionId;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.evidence.EvidenceId;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Statements;

/** The claim workspace and its forms, as somebody without JavaScript uses them. */
@IsnadTest
class WorkspaceIT {
    private static final String SUBJECT = "5eed0000-0000-4000-8000-00000000000";

    @Inject
    Newsroom newsroom;
    @Inject
    ClaimTriage triage;
    @Inject
    EntityManager database;
    @Inject
    UserTransaction transaction;
    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    private Actor salma;
    private Actor huda;

    @BeforeEach
    void theNewsroomKnowsItsPeople() {
        salma = newsroom.actor(issuer, SUBJECT + "1", name("salma"), Role.REVIEWER);
        huda = newsroom.actor(issuer, SUBJECT + "4", name("huda"), Role.SENIOR_EDITOR);
    }

    /** Their names as Keycloak tells them, so that a sign-in changes nothing. */
    private String name(String user) {
        Login.session(user);
        return (String) database
                .createNativeQuery("select coalesce(max(name), :user) from person where subject = :subject")
                .setParameter("user", user).setParameter("subject", SUBJECT + (user.equals("salma") ? 1 : 4))
                .getSingleResult();
    }

    @Test
    void aClaimGoesFromASentenceToAnApprovedVerdictByFormsAlone() {
        ArticleVersionId version = newsroom.article(huda);
        String article = articleOf(version);
        Document picked = page("salma", "/articles/" + article + "/claims/new?first=0");
        assertThat(picked.select("#chosen").text()).startsWith("أعلنت منظمة الإغاثة");
        Element mark = picked.selectFirst("#mark-form");
        assertThat(mark).isNotNull();

        Response proposed = post("salma", "/articles/" + article + "/claims", values(mark,
                Map.of("text", "دخلت قافلة مساعدات المنطقة الشرقية مساء الخميس", "claimant", "منظمة الإغاثة",
                        "claimedOn", "2026-11-19")));
        assertThat(proposed.statusCode()).isEqualTo(303);
        String claim = newestClaim();

        assertThat(post("huda", "/claims/" + claim + "/accept", Map.of("next", "/articles/" + article))
                .header("Location")).endsWith("/articles/" + article);
        Response assigned = post("huda", "/claims/" + claim + "/assign",
                Map.of("assignee", salma.person().toString(), "due", "2099-01-02T12:00"));
        assertThat(assigned.statusCode()).isEqualTo(303);

        addEvidence(claim, "https://wadi.example/1", "REFUTES");
        addEvidence(claim, "https://wadi.example/2", "SUPPORTS");
        Document work = page("salma", "/claims/" + claim);
        assertThat(work.select("#evidence-list .ev-n").eachText()).containsExactly("[1]", "[2]");
        assertThat(work.select(".claim-text").text()).isEqualTo("دخلت قافلة مساعدات المنطقة الشرقية مساء الخميس");
        assertThat(work.select("mark.m-now").text()).startsWith("أعلنت منظمة الإغاثة");

        Map<String, String> draft = Map.of("version", "0", "rating", "mostly-false", "summary", "دخلت ١٢ شاحنة",
                "rationale", "السطر الأول [1]\r\nالسطر الثاني");
        Response saved = post("salma", "/claims/" + claim + "/draft", draft);
        assertThat(saved.statusCode()).isEqualTo(303);
        Document again = page("salma", "/claims/" + claim);
        assertThat(again.selectFirst("#v-why").wholeText()).isEqualTo("السطر الأول [1]\nالسطر الثاني");
        assertThat(again.select("input[name=rating][checked]").val()).isEqualTo("mostly-false");
        assertThat(again.select("[data-check][data-met=false]").eachAttr("data-check")).isEmpty();

        Response submitted = post("salma", "/claims/" + claim + "/submit", values(again.selectFirst("#verdict-form"),
                Map.of("rating", "mostly-false")));
        assertThat(submitted.statusCode()).isEqualTo(303);
        assertThat(page("salma", "/claims/" + claim).select("#verdict-form")).isEmpty();

        Response unticked = post("huda", "/claims/" + claim + "/approve",
                Map.of("revision", "1", "check", "NO_INTEREST"));
        assertThat(unticked.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(unticked.asString()).select("#decision input[name=check][aria-invalid]")).hasSize(3);
        assertThat(post("huda", "/claims/" + claim + "/return", Map.of("revision", "1", "reason", "أضف مصدرًا"))
                .statusCode())
                .isEqualTo(303);
        assertThat(page("salma", "/claims/" + claim).select("#came-back").text()).contains("أضف مصدرًا");
    }

    @Test
    void whatIsRefusedComesBackAsTypedWithTheReasonBesideTheField() {
        ClaimId claim = newsroom.assigned(salma);
        Response refused = post("salma", "/claims/" + claim + "/evidence",
                Map.of("url", "not an address", "title", "", "quote", "words & \"more\"", "stance", "REFUTES"));
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.asString());
        assertThat(page.select("#add-evidence input[name=url]").val()).isEqualTo("not an address");
        assertThat(page.select("#add-evidence textarea[name=quote]").text()).isEqualTo("words & \"more\"");
        assertThat(page.select("input[value=REFUTES]").hasAttr("checked")).isTrue();
        assertThat(page.select(".field-error").eachAttr("id")).containsExactly("e-url", "e-title", "e-source");

        Response incomplete = post("salma", "/claims/" + claim + "/submit",
                Map.of("version", "0", "summary", "", "rationale", "Why it is so"));
        assertThat(incomplete.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(incomplete.asString());
        assertThat(again.select(".field-error").eachAttr("id")).contains("e-rating", "e-evidence");
        assertThat(again.select("textarea[name=rationale]").text()).isEqualTo("Why it is so");
        assertThat(again.select("#verdict-form input[name=version]").val()).isEqualTo("1");

        assertThat(post("salma", "/claims/" + claim + "/submit",
                Map.of("version", "1", "summary", "s", "rationale", "Why it is so", "waiver.rating", "No rating fits",
                        "waiver.evidence", "Nothing can be found"))
                .statusCode()).isEqualTo(303);
    }

    @Test
    void twoDraftsOfOneVersionAreShownBothAndMerged() {
        ClaimId claim = newsroom.assigned(salma);
        String draft = "/claims/" + claim + "/draft";
        assertThat(post("salma", draft, Map.of("version", "0", "rationale", "the first text")).statusCode())
                .isEqualTo(303);
        assertThat(
                post("salma", draft, Map.of("version", "1", "rating", "false", "rationale", "the first text, mended"))
                        .statusCode())
                .isEqualTo(303);
        Response conflict = post("salma", draft,
                Map.of("version", "1", "rating", "true", "summary", "mine", "rationale",
                        "the first text, differently"));
        assertThat(conflict.statusCode()).isEqualTo(412);
        Document merge = Jsoup.parse(conflict.asString());
        assertThat(merge.select("#stored-why").text()).isEqualTo("the first text, mended");
        assertThat(merge.select("#v-why").text()).isEqualTo("the first text, differently");
        assertThat(merge.select(".diff-text del").eachText()).contains("mended");
        assertThat(merge.select(".diff-text ins").eachText()).contains("differently");
        assertThat(merge.select("input[name=rating][checked]").val()).isEqualTo("true");

        Response merged = post("salma", draft, values(merge.selectFirst("#verdict-form"),
                Map.of("rating", "true", "rationale", "the first text, mended differently")));
        assertThat(merged.statusCode()).isEqualTo(303);
        assertThat(page("salma", "/claims/" + claim).selectFirst("#v-why").text())
                .isEqualTo("the first text, mended differently");
    }

    @Test
    void aQuietSaveAnswersTheNextVersionOnly() {
        ClaimId claim = newsroom.assigned(salma);
        Response saved = post("salma", "/claims/" + claim + "/draft",
                Map.of("version", "0", "rationale", "x", "quietly", "1"));
        assertThat(saved.statusCode()).isEqualTo(204);
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");
        assertThat(post("salma", "/claims/" + claim + "/draft", Map.of("rationale", "without a version")).statusCode())
                .isEqualTo(428);
    }

    @Test
    void twoEditsOfOnePieceAndTwoWordingsOfOneClaimAreShownBoth() {
        ClaimId claim = newsroom.assigned(salma);
        EvidenceId piece = newsroom.evidence(claim, Stance.REFUTES, salma);
        Document edit = page("salma", "/evidence/" + piece + "/edit");
        Map<String, String> first = values(edit.selectFirst("#edit-evidence"),
                Map.of("stance", "REFUTES", "source", "PRIMARY", "title", "First title"));
        Map<String, String> second = values(edit.selectFirst("#edit-evidence"),
                Map.of("stance", "CONTEXT", "source", "PRIMARY", "title", "Second title"));
        assertThat(post("salma", "/evidence/" + piece + "/edit", first).statusCode()).isEqualTo(303);
        Response conflict = post("salma", "/evidence/" + piece + "/edit", second);
        assertThat(conflict.statusCode()).isEqualTo(412);
        Document merge = Jsoup.parse(conflict.asString());
        assertThat(merge.text()).contains("First title");
        assertThat(merge.select("input[name=title]").val()).isEqualTo("Second title");
        assertThat(post("salma", "/evidence/" + piece + "/edit",
                values(merge.selectFirst("#merge-form"), Map.of("stance", "CONTEXT", "source", "PRIMARY")))
                .statusCode())
                .isEqualTo(303);

        Map<String, String> wording = values(page("salma", "/claims/" + claim + "/reword").selectFirst("#reword-form"),
                Map.of("text", "Mine"));
        Map<String, String> theirs = values(page("huda", "/claims/" + claim + "/reword").selectFirst("#reword-form"),
                Map.of("text", "Theirs"));
        assertThat(post("huda", "/claims/" + claim + "/reword", theirs).statusCode()).isEqualTo(303);
        Response reworded = post("salma", "/claims/" + claim + "/reword", wording);
        assertThat(reworded.statusCode()).isEqualTo(412);
        Document both = Jsoup.parse(reworded.asString());
        assertThat(both.select("#stored-text").text()).isEqualTo("Theirs");
        assertThat(both.select("textarea[name=text]").text()).isEqualTo("Mine");
    }

    @Test
    void removedEvidenceIsPutBackAndPiecesAreMoved() {
        ClaimId claim = newsroom.assigned(salma);
        EvidenceId first = newsroom.evidence(claim, Stance.REFUTES, salma);
        EvidenceId second = newsroom.evidence(claim, Stance.SUPPORTS, salma);
        assertThat(post("salma", "/evidence/" + second + "/move", Map.of("place", "1")).statusCode()).isEqualTo(303);
        assertThat(page("salma", "/claims/" + claim).select(".ev-n").eachText()).containsExactly("[2]", "[1]");
        Response removed = post("salma", "/evidence/" + first + "/remove", Map.of("version", "0"));
        if (removed.statusCode() == 412) {
            removed = post("salma", "/evidence/" + first + "/remove", Map.of());
        }
        assertThat(removed.header("Location")).contains("removed=" + first);
        Document page = page("salma", "/claims/" + claim + "?removed=" + first);
        assertThat(page.select(".ev-n").eachText()).containsExactly("[2]");
        assertThat(page.select("form[action=/evidence/" + first + "/restore]")).hasSize(1);
        assertThat(post("salma", "/evidence/" + first + "/restore", Map.of()).statusCode()).isEqualTo(303);
        assertThat(page("salma", "/claims/" + claim).select(".ev-n").eachText()).hasSize(2);
    }

    @Test
    void whatAPersonMayNotSeeDoesNotExist() {
        ClaimId claim = newsroom.assigned(salma);
        assertThat(Login.session("omar").get("/claims/" + claim).statusCode()).isEqualTo(404);
        assertThat(Login.session("adam").get("/claims/" + claim).statusCode()).isEqualTo(403);
        assertThat(Login.session("salma").get("/claims/none").statusCode()).isEqualTo(404);
        Document audited = page("lina", "/claims/" + claim);
        assertThat(audited.select("#verdict")).hasSize(1);
        assertThat(audited.select("#verdict-form, #add-evidence, .dock")).isEmpty();
        Document edited = page("huda", "/claims/" + claim);
        assertThat(edited.select("#verdict-form")).isEmpty();

        ClaimId open = newsroom.queued(huda);
        Document waiting = page("omar", "/claims/" + open);
        assertThat(waiting.select("#evidence, #verdict")).isEmpty();
        assertThat(waiting.select("form[action=/claims/" + open + "/take]")).hasSize(1);
    }

    @Test
    void otherWordsThanThePersonSawAreNotMarked() {
        ArticleVersionId version = newsroom.article(huda);
        Response refused = post("salma", "/articles/" + articleOf(version) + "/claims", Map.of("articleVersion",
                version.toString(), "start", "0", "end", "5", "exact", "other", "text", "A claim", "priority", "HIGH"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.asString()).select("#e-passage")).hasSize(1);
    }

    @Test
    void aClaimIsPinnedToAnotherArticleByFindingItsWords() {
        ClaimId claim = newsroom.proposed(huda);
        Document at = page("huda", "/claims/" + claim);
        String wording = at.select(".claim-text").text();
        ArticleVersionId other = newsroom.article(huda);
        Document found = Jsoup.parse(Login.session("huda").request().queryParam("q", wording).queryParam("start", 0)
                .queryParam("end", 12).get("/articles/" + articleOf(other) + "/claims/new").asString());
        Element form = found.selectFirst("form[action=/claims/" + claim + "/appearances]");
        assertThat(form).isNotNull();
        assertThat(post("huda", "/claims/" + claim + "/appearances", values(form, Map.of())).statusCode())
                .isEqualTo(303);
        assertThat(page("huda", "/claims/" + claim).select("a[href*='?article=']")).hasSize(2);
        Document there = page("huda", "/claims/" + claim + "?article=" + other);
        assertThat(there.select(".pin[data-now]")).hasSize(1);
    }

    @Test
    void thePageCostsTheSameHoweverMuchThereIs() {
        ClaimId small = newsroom.assigned(salma);
        ClaimId large = newsroom.assigned(salma);
        for (int i = 0; i < 10; i++) {
            newsroom.evidence(small, Stance.REFUTES, salma);
        }
        for (int i = 0; i < 200; i++) {
            newsroom.evidence(large, Stance.CONTEXT, salma);
        }
        ArticleVersionId version = versionOf(large);
        inOneTransaction(() -> {
            for (int i = 0; i < 1000; i++) {
                triage.propose(version, i % 20, 25 + i % 60, new Wording("Claim " + i, null, null, Priority.LOW), huda);
            }
        });
        page("salma", "/claims/" + small);
        long few = Statements.during(() -> page("salma", "/claims/" + small));
        long many = Statements.during(() -> page("salma", "/claims/" + large));
        assertThat(page("salma", "/claims/" + large).select(".pin")).hasSize(1001);
        assertThat(few).isLessThanOrEqualTo(8);
        assertThat(many).isEqualTo(few);

        String article = articleOf(version);
        long marking = Statements.during(() -> page("salma", "/articles/" + article + "/claims/new?q=Claim"));
        assertThat(marking).isLessThanOrEqualTo(8);
    }

    private void addEvidence(String claim, String url, String stance) {
        Response added = post("salma", "/claims/" + claim + "/evidence", Map.of("url", url, "title", "نشرة المعبر",
                "quote", "عدد الشاحنات ١٢", "stance", stance, "source", "PRIMARY"));
        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(added.header("Location")).endsWith("/claims/" + claim + "#evidence");
    }

    private static Document page(String user, String path) {
        Response answer = Login.session(user).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }

    private static Response post(String user, String path, Map<String, String> values) {
        return Login.session(user).form("/articles/new").contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(values).post(path);
    }

    /** What a browser would send of the form, with some fields filled in anew. */
    private static Map<String, String> values(Element form, Map<String, String> typed) {
        Map<String, String> values = new java.util.HashMap<>();
        for (Element field : form.select("input[name]:not([type=radio]), textarea[name]")) {
            if (!field.attr("name").equals("csrf-token")) {
                values.put(field.attr("name"), field.tagName().equals("textarea") ? field.wholeText() : field.val());
            }
        }
        values.putAll(typed);
        return values;
    }

    @Test
    void anArticleCountsOnceInHoweverManyVersionsItMakesTheClaim() {
        ArticleId article = newsroom.capturedTwice(huda);
        String claim = one("""
                select a.claim_id from appearance a join article_version v on v.id = a.article_version_id
                where v.article_id = ?1 group by a.claim_id having count(*) = 2""", article.value());
        Document workspace = Jsoup.parse(Login.session("huda").in("en").get("/claims/" + claim).asString());
        assertThat(workspace.select("#claim summary").eachText()).containsExactly("1 article");
        assertThat(workspace.select("#claim .menu-body .chip").eachText()).containsExactly("Version 1", "Version 2");
    }

    private String articleOf(ArticleVersionId version) {
        return one("select article_id from article_version where id = ?1", version.value());
    }

    private ArticleVersionId versionOf(ClaimId claim) {
        return new ArticleVersionId(java.util.UUID
                .fromString(one("select article_version_id from appearance where claim_id = ?1", claim.value())));
    }

    private String newestClaim() {
        return one("select id from claim where id <> ?1 order by id desc limit 1", new java.util.UUID(0, 0));
    }

    private String one(String sql, Object parameter) {
        List<?> rows = database.createNativeQuery(sql, Object.class).setParameter(1, parameter).getResultList();
        return rows.get(0).toString();
    }

    private void inOneTransaction(Runnable act) {
        try {
            transaction.begin();
            act.run();
            transaction.commit();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
