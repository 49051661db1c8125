package org.isnad.audit.erasure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleId;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Session;
import org.isnad.testsupport.Statements;

/** The forms, as an administrator's and an auditor's browser send them without a script. */
@IsnadTest
class ErasurePagesIT {
    private static final String SUMMARY = "دخلت ١٢ شاحنة فقط.";
    /** The request's statements: who is signed in, the top bar's numbers, the request, its values. */
    private static final int MOST = 8;

    @Inject
    Newsroom newsroom;
    @Inject
    ClaimTriage triage;
    @Inject
    Database database;

    @Test
    void askedByOneAndCarriedOutByAnother() {
        ClaimId claim = newsroom.submitted(newsroom.reviewer());
        String request = ask("CLAIM", claim.toString(), "VERDICT");
        Session adam = Login.session("adam");
        Session lina = Login.session("lina");

        adam.get(request + "?lang=en").then().statusCode(200).body(containsString("Waits for an auditor"),
                not(containsString(SUMMARY)));
        Document values = page(lina.get(request + "?lang=en"));
        assertThat(values.text()).contains(SUMMARY).contains("summary draft").contains("summary submitted revision")
                .contains("History, step");
        List<String> ticked = values.select("input[name=value][checked]").eachAttr("value");
        assertThat(ticked).hasSizeGreaterThanOrEqualTo(8);

        Document review = page(lina.form(request).formParam("seen", values.select("[name=seen]").val())
                .formParam("value", ticked).formParam("act", "review").post(request + "/review?lang=en"));
        assertThat(review.text()).contains("Erase " + ticked.size() + " values?").contains("This cannot be undone")
                .contains("Erase " + ticked.size() + " values for good");
        lina.form(request).formParam("seen", review.select("#confirm [name=seen]").val())
                .formParam("version", review.select("#confirm [name=version]").val())
                .formParam("value", review.select("#confirm [name=value]").eachAttr("value"))
                .post(request + "/confirm").then().statusCode(303);

        lina.get(request + "?lang=en").then().statusCode(200)
                .body(containsString(ticked.size() + " values were erased"), not(containsString(SUMMARY)));
        String approval = Login.session("huda").get("/approvals/" + claim + "?lang=ar").asString();
        assertThat(approval).contains("<span class=\"erased\">مُحي</span>").doesNotContain(SUMMARY)
                .doesNotContain("█");
    }

    /** As a browser sends the page's own form, and each draft of a long check with it. */
    @Test
    void aLongHistoryGoesAtOnce() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        for (int i = 0; i < 750; i++) {
            newsroom.draft(claim, "false", "text " + i, reviewer);
        }
        for (int i = 0; i < 760; i++) {
            triage.reword(claim, Expected.any(), new Wording("Wording " + i, null, null, Priority.NORMAL), reviewer);
        }
        String request = ask("CLAIM", claim.toString(), "VERDICT");
        Session lina = Login.session("lina");
        Element values = page(lina.get(request)).selectFirst("form#values");
        List<String> all = values.select("[name=value]").eachAttr("value");
        assertThat(all).hasSizeGreaterThan(1_500);

        Element review = page(sent(lina, request, values, all).multiPart("act", "review").post(request + "/review"))
                .selectFirst("form#confirm");
        sent(lina, request, review, review.select("[name=value]").eachAttr("value"))
                .multiPart("version", review.select("[name=version]").val()).post(request + "/confirm").then()
                .statusCode(303);
        lina.get(request + "?lang=en").then().statusCode(200).body(containsString("values were erased"));
    }

    private static RequestSpecification sent(Session session, String page, Element form, List<String> values) {
        assertThat(form.attr("enctype")).isEqualTo("multipart/form-data");
        RequestSpecification request = session.parts(page).multiPart("seen", form.select("[name=seen]").val());
        values.forEach(value -> request.multiPart("value", value));
        return request;
    }

    @Test
    void whatIsLookedForIsTickedAndNotKept() {
        ClaimId claim = newsroom.submitted(newsroom.reviewer());
        String request = ask("CLAIM", claim.toString(), "CLAIMANT");
        Session lina = Login.session("lina");
        Document values = page(lina.get(request));
        int before = values.select("input[name=value][checked]").size();

        Document found = page(lina.form(request).formParam("seen", values.select("[name=seen]").val())
                .formParam("find", "wadi.example").formParam("act", "find").post(request + "/review"));
        assertThat(found.select("input[name=value][checked]").size()).isPositive().isNotEqualTo(before);
        Document none = page(lina.form(request).formParam("seen", values.select("[name=seen]").val())
                .formParam("find", "zzzz").formParam("act", "find").post(request + "/review?lang=en"));
        assertThat(none.select("#e-find").val()).isEqualTo("zzzz");
        assertThat(none.text()).contains("Nothing here contains these words.");
    }

    @Test
    void whatChangedMeanwhileIsShownAgain() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        newsroom.draft(claim, "false", "The first text.", reviewer);
        String request = ask("CLAIM", claim.toString(), "VERDICT");
        Session lina = Login.session("lina");
        Document values = page(lina.get(request));
        newsroom.draft(claim, "false", "The second text.", reviewer);

        Response again = lina.form(request).formParam("seen", values.select("[name=seen]").val())
                .formParam("value", "0").formParam("version", "0").post(request + "/confirm?lang=en");
        again.then().statusCode(412);
        assertThat(page(again).text()).contains("has changed since you opened the page").contains("The second text.");
    }

    @Test
    void whatIsWrongIsSaidBesideIt() {
        Session adam = Login.session("adam");
        adam.get("/erasures/new?lang=en&name=zzzzzz").then().statusCode(200)
                .body(containsString("Nobody here has this in their name."));
        adam.get("/erasures/new?lang=en&address=https://elsewhere.example/").then().statusCode(200)
                .body(containsString("Copy the address from the page."));
        ClaimId claim = newsroom.queued(newsroom.editor());
        adam.get("/erasures/new?lang=en&address=/claims/" + claim).then().statusCode(200)
                .body(containsString("The claim’s wording"));
        adam.form("/erasures/new?address=/claims/" + claim).formParam("target", "CLAIM")
                .formParam("id", claim.toString())
                .formParam("what", "").formParam("why", "").post("/erasures?lang=en").then().statusCode(422)
                .body(containsString("Tick what is meant."), containsString("This is needed."));
        ask("CLAIM", claim.toString(), "WORDING");
        adam.form("/erasures/new?address=/claims/" + claim).formParam("target", "CLAIM")
                .formParam("id", claim.toString())
                .formParam("part", "WORDING").formParam("what", "w").formParam("why", "w").post("/erasures?lang=en")
                .then().statusCode(409).body(containsString("is asked for already"));
        adam.form("/erasures/new?address=/claims/" + claim).formParam("target", "CLAIM")
                .formParam("id", UUID.randomUUID()).formParam("part", "WORDING").formParam("what", "w")
                .formParam("why", "w").post("/erasures?lang=en").then().statusCode(422)
                .body(containsString("There is no such person, claim or article here."));
    }

    @Test
    void aRefusalAndAWithdrawalSayWhy() {
        String refused = ask("CLAIM", newsroom.queued(newsroom.editor()).toString(), "WORDING");
        Session lina = Login.session("lina");
        lina.form(refused).formParam("version", "0").formParam("reason", "").post(refused + "/refuse?lang=en").then()
                .statusCode(422).body(containsString("This is needed."));
        lina.form(refused).formParam("version", "0").formParam("reason", "Needed in court.").post(refused + "/refuse")
                .then().statusCode(303);
        Login.session("adam").get(refused + "?lang=en").then().body(containsString("Refused"),
                containsString("Needed in court."));
        lina.form(refused).formParam("version", "0").formParam("reason", "Again.").post(refused + "/refuse").then()
                .statusCode(303);
        lina.get(refused + "?lang=en").then().body(containsString("Needed in court."), not(containsString("Again.")));
        lina.form("/erasures").formParam("version", "0").formParam("seen", "x").formParam("value", "0")
                .post(refused + "/confirm").then().statusCode(303);
        lina.form("/erasures").formParam("seen", "x").post(refused + "/review").then().statusCode(303);
        String withdrawn = ask("CLAIM", newsroom.queued(newsroom.editor()).toString(), "WORDING");
        Session adam = Login.session("adam");
        adam.form(withdrawn).formParam("version", "0").formParam("reason", "Asked by mistake.")
                .post(withdrawn + "/withdraw").then().statusCode(303);
        lina.get(withdrawn + "?lang=en").then().body(containsString("Withdrawn"), containsString("Asked by mistake."));
        lina.get("/erasures?lang=en&state=WITHDRAWN").then().statusCode(200).body(containsString(withdrawn),
                not(containsString(refused)));
    }

    /** What was sent and received says whatever the page said, so it goes with any of it. */
    @Test
    void whatWasFetchedGoesWithTheTitleThatItHolds() {
        ArticleId article = newsroom.capturedTwice(newsroom.editor());
        Login.session("huda").get("/articles/" + article + "/warc").then().statusCode(200);
        String request = ask("ARTICLE", article.toString(), "SOURCE");
        Session lina = Login.session("lina");
        Document values = page(lina.get(request + "?lang=en"));
        Elements files = values.select(".check:contains(WARC)");
        assertThat(files).hasSize(2)
                .allSatisfy(file -> assertThat(file.text()).contains("bytes: everything in the file"));
        assertThat(files.select("input[name=value][checked]")).hasSize(2);
        assertThat(values.select(".check:contains(what was fetched)")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(page(lina.get(request + "?lang=ar")).select(".check label").text()).doesNotContain("final_url")
                .doesNotContain("fetchedFrom").contains("العنوان الذي أجاب");

        Document review = page(lina.form(request).formParam("seen", values.select("[name=seen]").val())
                .formParam("value", values.select("input[name=value][checked]").eachAttr("value"))
                .formParam("act", "review").post(request + "/review?lang=en"));
        lina.form(request).formParam("seen", review.select("#confirm [name=seen]").val())
                .formParam("version", review.select("#confirm [name=version]").val())
                .formParam("value", review.select("#confirm [name=value]").eachAttr("value")).formParam("leave", "1")
                .post(request + "/confirm").then().statusCode(303);

        Login.session("huda").get("/articles/" + article + "/warc").then().statusCode(404);
        assertThat(database.count("select sum(octet_length(warc)) from capture where article_id = ?", article.value()))
                .isZero();
    }

    @Test
    void pagesCostTheSameWithManyValues() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.assigned(reviewer);
        newsroom.draft(claim, "false", "text 0", reviewer);
        String request = ask("CLAIM", claim.toString(), "VERDICT");
        Login.session("lina").get(request).then().statusCode(200);
        long few = Statements.during(() -> Login.session("lina").get(request).then().statusCode(200));
        long list = Statements.during(() -> Login.session("lina").get("/erasures").then().statusCode(200));
        for (int i = 1; i <= 60; i++) {
            newsroom.draft(claim, "false", "text " + i, reviewer);
            newsroom.evidence(claim, Stance.CONTEXT, reviewer);
        }
        ask("CLAIM", newsroom.queued(newsroom.editor()).toString(), "WORDING");
        assertThat(Statements.during(() -> Login.session("lina").get(request).then().statusCode(200))).isEqualTo(few)
                .isLessThanOrEqualTo(MOST);
        assertThat(Statements.during(() -> Login.session("lina").get("/erasures").then().statusCode(200)))
                .isEqualTo(list).isLessThanOrEqualTo(MOST);
    }

    /** The new request's path. */
    private static String ask(String target, String id, String part) {
        String location = Login.session("adam").form("/erasures/new?address=/claims/" + id).formParam("target", target)
                .formParam("id", id).formParam("part", part).formParam("what", "the text named in the letter")
                .formParam("why", "asked for by the person concerned").post("/erasures").then().statusCode(303)
                .extract().header("Location");
        return location.substring(location.indexOf("/erasures/"));
    }

    private static Document page(Response response) {
        return Jsoup.parse(response.asString());
    }
}
