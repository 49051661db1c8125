package org.isnad.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleIntake;
import org.isnad.article.ArticleVersionId;
import org.isnad.article.NewArticle;
import org.isnad.article.Upload;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.desk.OriginWorks;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.origin.OriginId;
import org.isnad.origin.OriginKind;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Outlets;
import org.isnad.testsupport.Session;
import org.isnad.testsupport.Statements;

/** The pages of outlets and authors. */
@IsnadTest
class OriginPagesIT {
    @Inject
    Newsroom newsroom;
    @Inject
    Outlets outlets;
    @Inject
    ArticleIntake intake;
    @Inject
    ClaimTriage triage;

    private final String mark = UUID.randomUUID().toString();

    @BeforeEach
    void inEnglish() {
        Login.session("huda").in("en");
        Login.session("salma").in("en");
    }

    @Test
    void anOutletHasItsArticlesHoweverTheyWriteItsName() {
        Actor editor = newsroom.editor();
        for (String name : new String[]{"صدى الأحرار " + mark, "صَدى  الاحرار " + mark,
                "صدي الأحــرار " + mark.toUpperCase()}) {
            outlets.article(name, "كاتب " + mark, editor);
        }
        outlets.article("صدى آخر " + mark, "كاتبة " + mark, editor);
        Document outlet = page("huda", address(OriginKind.OUTLET, "صدى الأحرار " + mark));
        assertThat(outlet.select("[data-list] li")).hasSize(3);
        assertThat(outlet.select("[data-others] a")).extracting(link -> link.text()).containsExactly("كاتب " + mark);
        assertThat(outlet.select("h1").text()).isEqualTo("صدى الأحرار " + mark);
    }

    /** Addresses from before there were records, and links from articles, lead to the record. */
    @Test
    void aNameLeadsToItsRecord() {
        OriginId id = outlets.of(OriginKind.AUTHOR, "قلم " + mark, newsroom.editor());
        assertThat(named("/authors", "قَلَم " + mark).header("Location")).endsWith("/authors/" + id);
        assertThat(named("/authors", "قلم " + mark + " و غيره").header("Location")).endsWith("/authors/" + id);
        assertThat(named("/authors", "nobody " + mark).statusCode()).isEqualTo(404);
        assertThat(named("/outlets", "").statusCode()).isEqualTo(200);
        assertThat(named("/outlets", "\u0000").statusCode()).isIn(400, 404);
        assertThat(Login.session("huda").get("/outlets/" + id).header("Location")).endsWith("/authors/" + id);
        assertThat(Login.session("huda").get("/authors/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void theListIsFoundByPartsOfNamesHoweverTheyAreWritten() {
        Actor editor = newsroom.editor();
        outlets.of(OriginKind.OUTLET, "إذاعة الأمل " + mark, editor);
        outlets.of(OriginKind.OUTLET, "إذاعة الوطن " + mark, editor);
        Document found = Jsoup.parse(Login.session("salma").request().queryParam("q", "الامـل " + mark)
                .get("/outlets").asString());
        assertThat(found.select("[data-list] li")).hasSize(1);
        assertThat(found.select("[data-list] li").text()).contains("إذاعة الأمل", "1 article", "no claim");
        Document none = Jsoup.parse(
                Login.session("salma").request().queryParam("q", "zz " + mark).get("/outlets").asString());
        assertThat(none.select(".blank")).isNotEmpty();
    }

    /** Of a claim that somebody else works on, neither its words nor that it is there. */
    @Test
    void onlyWhatTheReaderMaySeeIsThere() {
        Actor editor = newsroom.editor();
        ArticleVersionId version = article("منبر " + mark, editor);
        ClaimId open = newsroom.proposed(version, editor);
        triage.accept(open, Expected.any(), editor);
        OriginId id = outlets.named(OriginKind.OUTLET, "منبر " + mark);
        assertThat(page("reem", "/outlets/" + id).select("[data-claims] a")).extracting(link -> link.attr("href"))
                .containsExactly("/claims/" + open);
        ClaimId dismissed = newsroom.proposed(version, editor);
        triage.dismiss(dismissed, Expected.any(), "x", editor);
        assertThat(page("reem", "/outlets/" + id).select("[data-claims] a")).hasSize(2);

        ClaimId submitted = newsroom.submitted(newsroom.reviewer());
        String shared = address(OriginKind.OUTLET, "صدى الساحل");
        ClaimId approved = newsroom.approved(newsroom.reviewer(), newsroom.editor());
        Document reviewers = page("reem", shared);
        assertThat(reviewers.select("[data-claims] a[href=/claims/" + submitted + "]")).isEmpty();
        assertThat(reviewers.select("[data-claims] a[href=/claims/" + approved + "]")).isEmpty();
        assertThat(reviewers.select("form[action$=/name], form[action$=/merge], form[action$=/part]")).isEmpty();
        Document editors = page("huda", shared);
        assertThat(editors.select("[data-claims] a[href=/claims/" + submitted + "]")).hasSize(1);
        assertThat(editors.select("form[action$=/name]")).hasSize(1);
    }

    @Test
    void onlyPublishedVerdictsAreThere() {
        newsroom.published(newsroom.reviewer(), newsroom.editor());
        String shared = address(OriginKind.OUTLET, "صدى الساحل");
        Document before = page("huda", shared);
        assertThat(before.select("a[href^=/facts/]")).isNotEmpty();
        long published = tally(before);
        assertThat(published).isPositive();
        newsroom.approved(newsroom.reviewer(), newsroom.editor());
        assertThat(tally(page("huda", shared))).isEqualTo(published);
        newsroom.published(newsroom.reviewer(), newsroom.editor());
        assertThat(tally(page("huda", shared))).isEqualTo(published + 1);
    }

    @Test
    void anEditorRenamesMergesAndParts() {
        Actor editor = newsroom.editor();
        OriginId one = outlets.of(OriginKind.OUTLET, "الراية " + mark, editor);
        OriginId other = outlets.of(OriginKind.OUTLET, "صحيفة الراية " + mark, editor);
        String here = "/outlets/" + one;
        Session huda = Login.session("huda");
        post(huda, here + "/name", "name", "الراية اليومية " + mark, "version", "0", "note", "اسمها").then()
                .statusCode(303);
        Document renamed = page("huda", here);
        assertThat(renamed.select("h1").text()).isEqualTo("الراية اليومية " + mark);
        assertThat(renamed.select("[data-names]").text()).isEqualTo("الراية " + mark);
        post(huda, here + "/name", "name", "غيرها", "version", "0").then().statusCode(412);
        post(huda, here + "/name", "name", "غيرها").then().statusCode(428);
        Response empty = post(huda, here + "/name", "name", " ", "version", "1");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(empty.asString()).select(".field-error")).isNotEmpty();

        Response none = post(huda, here + "/merge", "same", "صحيفة الراية " + mark, "version", "1");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(none.asString()).select("details[open] .field-error")).hasSize(1);
        assertThat(Jsoup.parse(none.asString()).select("#new-name").attr("value"))
                .isEqualTo("الراية اليومية " + mark);
        assertThat(post(huda, here + "/part", "name", "x", "version", "1").statusCode()).isEqualTo(422);

        Document looked = Jsoup.parse(
                huda.request().queryParam("same", "صحيفه الرايه " + mark).get(here).asString());
        assertThat(looked.select("input[name=into]")).extracting(input -> input.attr("value"))
                .containsExactly(other.toString());
        assertThat(post(huda, here + "/merge", "into", other.toString(), "version", "1").header("Location"))
                .endsWith("/outlets/" + other);
        assertThat(huda.get(here).header("Location")).endsWith("/outlets/" + other);
        Document merged = page("huda", "/outlets/" + other);
        assertThat(merged.select("[data-names] li")).hasSize(2);
        String name = merged.select("form[action$=/part] input[name=name]").get(0).attr("value");
        String version = merged.select("form[action$=/part] input[name=version]").attr("value");
        assertThat(post(huda, "/outlets/" + other + "/part", "name", name, "version", version).header("Location"))
                .endsWith("/outlets/" + one);
        assertThat(page("huda", here).select("h1").text()).isEqualTo("الراية اليومية " + mark);
    }

    /** Whoever comes second sees what the record is called now, and what was typed and chosen, to send it again. */
    @Test
    void aNameThatAnotherRecordHasOpensWhatMergesThem() {
        Actor editor = newsroom.editor();
        OriginId one = outlets.of(OriginKind.OUTLET, "المنار " + mark, editor);
        OriginId other = outlets.of(OriginKind.OUTLET, "جريدة المنار " + mark, editor);
        Session huda = Login.session("huda");
        String there = post(huda, "/outlets/" + one + "/name", "name", "جريدة المنار " + mark, "version", "0")
                .header("Location");
        assertThat(there).contains("?same=");
        assertThat(page("huda", URLDecoder.decode(there, StandardCharsets.UTF_8))
                .select("details[open] input[name=into]").eachAttr("value"))
                .containsExactly(other.toString());
        assertThat(post(huda, "/outlets/" + one + "/name", "name", "المنار الجديد " + mark, "version", "1")
                .header("Location")).endsWith("/outlets/" + one);
    }

    @Test
    void whatWasTypedForAChangedRecordIsKept() {
        Actor editor = newsroom.editor();
        OriginId one = outlets.of(OriginKind.OUTLET, "الراية " + mark, editor);
        OriginId other = outlets.of(OriginKind.OUTLET, "صحيفة الراية " + mark, editor);
        String here = "/outlets/" + one;
        Session huda = Login.session("huda");
        post(huda, here + "/name", "name", "الراية اليومية " + mark, "version", "0").then().statusCode(303);
        Document renamed = stale(post(huda, here + "/name?lang=en", "name", "راية أخرى " + mark, "version", "0", "note",
                "لأنها كذلك"));
        assertThat(renamed.select("[role=alert]").text()).contains("الراية اليومية " + mark, "Nothing was saved");
        assertThat(renamed.select("details[open] #new-name").attr("value")).isEqualTo("راية أخرى " + mark);
        assertThat(renamed.select("#rename-note").attr("value")).isEqualTo("لأنها كذلك");
        assertThat(renamed.select("form[action$=/name] input[name=version]").attr("value")).isEqualTo("1");

        Document merged = stale(post(huda, here + "/merge", "same", mark, "into", other.toString(), "version", "0",
                "note", "هي نفسها"));
        assertThat(merged.select("details[open] input[name=into][checked]").attr("value")).isEqualTo(other.toString());
        assertThat(merged.select("#merge-note").attr("value")).isEqualTo("هي نفسها");
        assertThat(page("huda", here).select("h1").text()).isEqualTo("الراية اليومية " + mark);

        post(huda, "/outlets/" + other + "/merge", "into", one.toString(), "version", "0").then().statusCode(303);
        String name = page("huda", here).select("form[action$=/part] input[name=name]").get(1).attr("value");
        Document parted = stale(post(huda, here + "/part", "name", name, "version", "1", "note", "غيرها"));
        assertThat(parted.select("details[open] input[name=name][checked]").attr("value")).isEqualTo(name);
        assertThat(parted.select("#part-note").attr("value")).isEqualTo("غيرها");
    }

    @Test
    void whatIsLookedForIsCutAndKept() {
        String words = (mark + " " + "س".repeat(400)).substring(0, 400);
        Document found = Jsoup
                .parse(Login.session("salma").request().queryParam("q", words).get("/outlets").asString());
        assertThat(found.select("#q").attr("value")).isEqualTo(words.substring(0, 300));
        assertThat(found.select(".blank")).isNotEmpty();
    }

    /** What is known is offered to whoever adds an article, and the outlet of an address only proposed. */
    @Test
    void knownNamesAreOffered() {
        Actor editor = newsroom.editor();
        String host = "https://www." + mark + ".example/";
        // As often as no other test states a name: only the most frequent are offered.
        for (int i = 0; i < 12; i++) {
            newArticle(host + "a" + i, "جريدة " + mark, "كاتبها " + mark, editor);
        }
        newArticle(host.replace("www.", "") + "2", "جريدة " + mark, null, editor);
        Document form = proposed(host + "3");
        assertThat(form.select("input[name=outlet]").attr("value")).isEqualTo("جريدة " + mark);
        assertThat(form.select("input[name=outlet] ~ .form-hint").text()).contains("earlier articles of this address");
        assertThat(form.select("#known-outlets option")).extracting(one -> one.attr("value"))
                .contains("جريدة " + mark);
        assertThat(form.select("#known-authors option")).extracting(one -> one.attr("value"))
                .contains("كاتبها " + mark);
        newArticle(host + "4", "غيرها " + mark, null, editor);
        assertThat(proposed(host + "5").select("input[name=outlet]").attr("value")).isEmpty();
    }

    @Test
    void anArticleLeadsToItsOutletAndEachOfItsAuthors() {
        String path = "/articles/" + outlets.article("بيت " + mark, "أ " + mark + "، ب " + mark, newsroom.editor());
        Document article = page("salma", path);
        assertThat(article.select("a[href^=/authors?name=]")).hasSize(2);
        assertThat(article.select("a[href^=/authors?name=]").get(0).parent().text())
                .isEqualTo("أ " + mark + "، ب " + mark);
        for (Element link : article.select("a[href^=/authors?name=], a[href^=/outlets?name=]")) {
            assertThat(Login.session("salma").request().urlEncodingEnabled(false).get(link.attr("href")).statusCode())
                    .isEqualTo(303);
        }
    }

    /** An address or an erased name is no name of a record; a link there would lead nowhere. */
    @Test
    void whatNamesNoRecordIsNoLink() {
        String address = "https://" + mark + ".example/";
        Document outlet = page("salma",
                "/articles/" + outlets.article(address, "كاتب " + mark, newsroom.editor()));
        assertThat(outlet.select(".article").text()).contains(address);
        assertThat(outlet.select("a[href^=/outlets?name=]")).isEmpty();
        Document erased = page("salma",
                "/articles/" + outlets.article("بيت " + mark, "█████", newsroom.editor()));
        assertThat(erased.select("a[href^=/outlets?name=]")).hasSize(1);
        assertThat(erased.select("a[href^=/authors?name=]")).isEmpty();
    }

    @Test
    void aPageOfManyCostsWhatOneOfFewDoes() {
        Actor editor = newsroom.editor();
        String few = "/outlets/" + outlets.of(OriginKind.OUTLET, "قليل " + mark, editor);
        String many = "/outlets/" + outlets.of(OriginKind.OUTLET, "كثير " + mark, editor);
        for (int i = 0; i < 29; i++) {
            outlets.article("كثير " + mark, "كاتب " + i + " " + mark, editor);
        }
        page("huda", few);
        long cost = Statements.during(() -> page("huda", few));
        assertThat(Statements.during(() -> page("huda", many))).isEqualTo(cost).isLessThanOrEqualTo(8);
        assertThat(Statements.during(() -> page("huda", "/authors?q=" + mark))).isLessThanOrEqualTo(8);
        newsroom.published(newsroom.reviewer(), newsroom.editor());
        assertThat(Statements.during(() -> page("huda", address(OriginKind.OUTLET, "صدى الساحل"))))
                .isLessThanOrEqualTo(8);
        Document first = page("huda", many);
        assertThat(first.select("[data-list] li")).hasSize(25);
        assertThat(next("huda", first).select("[data-list] li")).hasSize(5);
        assertThat(first.select("[data-others] li")).hasSize(20);
        assertThat(first.select("[data-newest]")).isEmpty();
        assertThat(next("huda", first).select("[data-others]")).isEmpty();
        String author = address(OriginKind.AUTHOR, "كاتب 1 " + mark);
        Document looked = page("huda", author + "?same=" + mark);
        assertThat(looked.select("input[name=into]").size()).isBetween(9, 10);
        assertThat(looked.select("form[action$=/merge] .form-hint").text()).contains("There are more names");
        Document list = page("huda", "/authors?q=" + mark);
        assertThat(list.select("[data-list] li")).hasSize(25);
        assertThat(next("huda", list).select("[data-list] li")).hasSize(4);
    }

    /** More than are looked through; the page and the list say of how many they tell. */
    @Test
    void ofVeryManyArticlesTheNewestAreTold() {
        Actor editor = newsroom.editor();
        outlets.article("مكثرة " + mark, "أول من كتب " + mark, editor);
        for (int i = 0; i < OriginWorks.MOST; i++) {
            outlets.article("مكثرة " + mark, null, editor);
        }
        Document outlet = page("huda", address(OriginKind.OUTLET, "مكثرة " + mark) + "?lang=en");
        assertThat(outlet.select("[data-newest]")).isNotEmpty().extracting(note -> note.text())
                .containsOnly("Of the newest 500 articles.");
        assertThat(outlet.select("[data-others]")).isEmpty();
        assertThat(next("huda", outlet).select("[data-newest]")).hasSize(1);
        assertThat(page("huda", "/outlets?q=" + mark).select("[data-list] li").text())
                .contains("more than 500 articles", "of the newest 500");
    }

    private void newArticle(String url, @Nullable String outlet, @Nullable String byline, Actor by) {
        intake.receive(new NewArticle(null, url, "عنوان", byline, outlet, null, "ar", "نص " + UUID.randomUUID(), true),
                by);
    }

    private static Document proposed(String url) {
        return Jsoup.parse(Login.session("huda").parts("/articles/new").multiPart("text", "نص جديد تمامًا لا مثيل له.")
                .multiPart("url", url).post("/articles/new?lang=en").asString());
    }

    private ArticleVersionId article(String outlet, Actor by) {
        String text = "قال المتحدث إن القافلة عبرت المعبر مساء الخميس. " + UUID.randomUUID();
        intake.receive(new NewArticle(new Upload(null, text.getBytes(StandardCharsets.UTF_8)), null,
                "عنوان", null, outlet, null, "ar", text, true), by);
        return newsroom.article(text, "عنوان", by);
    }

    private String address(OriginKind kind, String name) {
        return kind.address() + "/" + outlets.named(kind, name);
    }

    private static long tally(Document page) {
        return page.select("[data-ratings] b").stream().mapToLong(one -> Long.parseLong(one.text().replace(",", "")))
                .sum();
    }

    private static Response post(Session session, String path, String... fields) {
        RequestSpecification form = session.form("/articles/new")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        return form.post(path);
    }

    private static Document stale(Response response) {
        assertThat(response.statusCode()).isEqualTo(412);
        return Jsoup.parse(response.asString());
    }

    private static Document next(String user, Document page) {
        return Jsoup.parse(Login.session(user).request().urlEncodingEnabled(false)
                .get(page.select("a[rel=next]").attr("href").replaceAll("#.*", "")).asString());
    }

    private static Document page(String user, String path) {
        Response response = Login.session(user).get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(response.asString());
    }

    private static Response named(String path, String name) {
        return Login.session("huda").request().queryParam("name", name).get(path);
    }
}
