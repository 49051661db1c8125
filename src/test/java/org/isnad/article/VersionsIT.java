package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.isnad.article.capture.Captures;
import org.isnad.assignment.ClaimAssignment;
import org.isnad.audit.erasure.ErasableValues;
import org.isnad.audit.erasure.Erasing;
import org.isnad.audit.erasure.ErasurePart;
import org.isnad.audit.erasure.ErasureRequest;
import org.isnad.audit.erasure.ErasureTarget;
import org.isnad.audit.erasure.Erasures;
import org.isnad.claim.ClaimId;
import org.isnad.claim.ClaimTriage;
import org.isnad.claim.Priority;
import org.isnad.claim.Wording;
import org.isnad.identity.Actor;
import org.isnad.kernel.Expected;
import org.isnad.kernel.outbound.OutboundRequest;
import org.isnad.testsupport.ForeignSite;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;

/** An article that was captured again: what changed, and what became of the claims in it. */
@IsnadTest
class VersionsIT {
    @Inject
    Newsroom newsroom;
    @Inject
    ArticleIntake intake;
    @Inject
    Captures captures;
    @Inject
    Erasing erasing;
    @Inject
    Erasures erasures;
    @Inject
    ClaimTriage triage;
    @Inject
    ClaimAssignment assignment;
    @Inject
    Clock clock;
    @Inject
    EntityManager database;

    @Test
    void wordsAreFoundAgainOrWaitForAPerson() {
        Actor editor = newsroom.editor();
        ArticleId article = newsroom.capturedTwice(editor);

        assertThat(rows("select number::text from article_version where article_id = :id order by number", article))
                .containsExactly("1", "2");
        assertThat(rows(
                "select a.similarity::text from appearance a join article_version v on v.id = a.article_version_id "
                        + "where v.article_id = :id and v.number = 2 and a.anchored_from is not null",
                article)).hasSize(1);
        assertThat(rows("select settled from lost_appearance where article_id = :id", article)).hasSize(1)
                .containsOnlyNulls();
        assertThat(rows("select action from audit_event where aggregate_id = :id order by aggregate_version", article))
                .containsExactly("ARTICLE_RECEIVED", "SUGGESTION_DISMISSED", "ARTICLE_CAPTURED_AGAIN",
                        "ARTICLE_SEEN_ALSO");
        assertThat(rows("select url from sighting where article_id = :id", article)).hasSize(1);

        String lost = rows("select claim_id::text from lost_appearance where article_id = :id", article).get(0);
        Document claim = page("/claims/" + lost);
        Element notice = claim.selectFirst("#outdated");
        assertThat(notice).isNotNull();
        assertThat(page("/lost-words").select("a[href=/claims/" + lost + "]")).hasSize(1);
        assertThat(page("/triage").select("a[href=/lost-words]")).hasSize(1);

        String gone = notice.select("form").attr("action");
        assertThat(gone).isEqualTo("/claims/" + lost + "/lost/"
                + rows("select latest_version::text from article where id = :id", article).get(0) + "/gone");
        assertThat(post(gone)).isEqualTo(303);
        assertThat(post(gone)).as("twice").isEqualTo(404);
        assertThat(rows("select settled from lost_appearance where article_id = :id", article)).containsExactly("GONE");
        assertThat(page("/lost-words").select("a[href=/claims/" + lost + "]")).isEmpty();
        assertThat(rows("select action from audit_event where aggregate_id = cast('" + lost
                + "' as uuid) and :id = :id order by aggregate_version", article))
                .endsWith("APPEARANCE_LOST", "APPEARANCE_GONE");
    }

    @Test
    void whoMayNotReadAClaimSaysNothingOfItsWords() {
        Actor editor = newsroom.editor();
        ArticleId article = newsroom.capturedTwice(editor);
        ClaimId lost = new ClaimId(UUID.fromString(
                rows("select claim_id::text from lost_appearance where article_id = :id", article).get(0)));
        triage.accept(lost, Expected.any(), editor);
        assignment.assign(lost, Expected.any(), newsroom.reviewer().person(), clock.instant().plus(Duration.ofDays(1)),
                editor);
        String gone = "/claims/" + lost + "/lost/"
                + rows("select latest_version::text from article where id = :id", article).get(0) + "/gone";

        // Another's claim, as a reviewer sees it: not at all.
        assertThat(Login.session("salma").form("/articles/new").post(gone).statusCode()).isEqualTo(404);

        assertThat(rows("select settled from lost_appearance where article_id = :id", article)).hasSize(1)
                .containsOnlyNulls();
        assertThat(post(gone)).as("an editor").isEqualTo(303);
    }

    @Test
    void markingTheWordsInTheLatestVersionSettlesThem() {
        ArticleId article = newsroom.capturedTwice(newsroom.editor());
        String lost = rows("select claim_id::text from lost_appearance where article_id = :id", article).get(0);
        String latest = rows("select latest_version::text from article where id = :id", article).get(0);
        String text = rows("select text from article_version where id = cast('" + latest + "' as uuid) and :id = :id",
                article).get(0);
        assertThat(Login.session("huda").form("/articles/new")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("articleVersion", latest).formParam("start", 0).formParam("end", 10)
                .formParam("exact", CodePoints.slice(text, 0, 10)).post("/claims/" + lost + "/appearances")
                .statusCode())
                .isEqualTo(303);
        assertThat(rows("select settled from lost_appearance where article_id = :id", article))
                .containsExactly("MARKED");
    }

    /** What comes near may say the contrary: nothing is pinned until a person has seen the difference. */
    @Test
    void wordsThatSayTheContraryWaitForAPerson() {
        Actor editor = newsroom.editor();
        String path = "/labour/" + System.nanoTime();
        String before = "Unemployment in the harbour town of " + System.nanoTime() + " fell to 11.4 percent in autumn.";
        String url = ForeignSite.page(path, "text/html", page("", before));
        ArticleId article = fetched(url, editor).id();
        ArticleVersionId first = latest(article);
        String text = rows("select text from article_version where article_id = :id", article).get(0);
        int start = text.indexOf(before);
        ClaimId claim = triage.propose(first, start, start + before.length(),
                new Wording("Unemployment fell", null, null, Priority.NORMAL), editor);
        ForeignSite.page(path, "text/html", page("", before.replace("fell to 11.4", "rose to 14.1")));
        assertThat(fetched(url, editor)).isEqualTo(Received.asNewVersion(article));

        assertThat(page("/articles/" + article).select("li:has(a[href=/claims/" + claim + "]) .chip").text())
                .isEqualTo("only in an earlier version");
        Element row = page("/lost-words").selectFirst("li:has(> a[href=/claims/" + claim + "])");
        assertThat(row.select("del").eachText()).containsExactly("fell", "11.4");
        assertThat(row.select("ins").eachText()).containsExactly("rose", "14.1");
        Document marking = page(row.select("a.btn").first().attr("href"));
        assertThat(marking.select("#mark-form").attr("action")).isEqualTo("/claims/" + claim + "/appearances");
        assertThat(marking.select("form[action=/articles/" + article + "/claims]")).isEmpty();

        Element same = row.selectFirst("form[action=/claims/" + claim + "/appearances]");
        var form = Login.session("huda").form("/articles/new")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
        same.select("input[name]").stream().filter(field -> !field.attr("name").contains("csrf"))
                .forEach(field -> form.formParam(field.attr("name"), field.attr("value")));
        assertThat(form.post(same.attr("action")).statusCode()).isEqualTo(303);
        assertThat(rows("select settled from lost_appearance where article_id = :id", article))
                .containsExactly("MARKED");
        assertThat(rows("select exact from appearance where article_id = :id order by id", article))
                .containsExactly(before, before.replace("fell to 11.4", "rose to 14.1"));
        assertThat(page("/articles/" + article).select("li:has(a[href=/claims/" + claim + "]) .chip")).isEmpty();
    }

    /** The word that turns a sentence around may stand before all that comes near. */
    @Test
    void whatComesNearIsShownInItsWholeSentence() {
        Actor editor = newsroom.editor();
        String path = "/schools/" + System.nanoTime();
        String before = "أُغلقت ثلاث مدارس ابتدائية في الحي رقم " + System.nanoTime() + " منذ أيلول.";
        String after = "لم " + before.replace("أُغلقت", "تُغلق");
        String url = ForeignSite.page(path, "text/html", page("", before));
        ArticleId article = fetched(url, editor).id();
        String text = rows("select text from article_version where article_id = :id", article).get(0);
        int start = text.indexOf(before);
        triage.propose(latest(article), start, start + before.length(),
                new Wording("أُغلقت المدارس", null, null, Priority.NORMAL), editor);
        ForeignSite.page(path, "text/html", page("", after));
        fetched(url, editor);

        assertThat(rows("select substr(v.text, l.near_start + 1, l.near_end - l.near_start) from lost_appearance l "
                + "join article_version v on v.id = l.article_version_id where l.article_id = :id", article))
                .containsExactly(after);
    }

    private ArticleVersionId latest(ArticleId article) {
        return new ArticleVersionId(
                UUID.fromString(rows("select latest_version::text from article where id = :id", article).get(0)));
    }

    @Test
    void thePageOfAVersionShowsWhatChanged() {
        ArticleId article = newsroom.capturedTwice(newsroom.editor());
        Document read = page("/articles/" + article);
        assertThat(read.select("a[href=/articles/" + article + "/versions/2]")).isNotEmpty();
        assertThat(read.text()).contains("copies.example");
        assertThat(read.select("a[href$=/warc]")).hasSize(1);
        Document change = page("/articles/" + article + "/versions/2");
        assertThat(change.select("ins").text()).contains("تحديث");
        assertThat(change.select("del").text()).contains("الشقوق");
        Document first = page("/articles/" + article + "/versions/1");
        assertThat(first.select("ins, del")).isEmpty();
        byte[] warc = Login.session("huda").get(first.select("a[href$=/warc]").attr("href")).asByteArray();
        assertThat(warc).startsWith(0x1F, 0x8B);
        assertThat(Login.session("huda").get(first.select("a[href$=/original]").attr("href")).asString())
                .contains("الشقوق");
        assertThat(change.select("a[href$=/warc]").attr("href")).isNotEqualTo(
                first.select("a[href$=/warc]").attr("href"));
        assertThat(Login.session("huda").get("/articles/" + article + "/versions/3").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageThatCallsItselfAnothersDoesNotReplaceIt() {
        Actor editor = newsroom.editor();
        String path = "/harbour/" + System.nanoTime();
        String own = ForeignSite.page(path, "text/html",
                page("", "The harbour took in forty thousand boxes in March."));
        ArticleId article = fetched(own, editor).id();
        String other = ForeignSite.page(path + "/x", "text/html", page("<link rel=canonical href='" + own + "'>",
                "Nothing of the kind was ever said by anybody at all, and the opposite is true of it."));
        assertThat(fetched(other, editor)).isEqualTo(Received.asKnown(article));
        assertThat(rows("select number::text from article_version where article_id = :id", article))
                .containsExactly("1");
        assertThat(rows("select id::text from capture where article_id = :id", article)).hasSize(1);
    }

    @Test
    void aPageThatGoesBackToWhatItSaidHasALaterVersion() {
        Actor editor = newsroom.editor();
        String path = "/tariffs/" + System.nanoTime();
        byte[] first = page("", "The tariff on wheat is nine in a hundred, the ministry said.");
        byte[] second = page("", "The tariff on wheat is not settled, a spokesman of the ministry said later.");
        ArticleId article = fetched(ForeignSite.page(path, "text/html", first), editor).id();
        fetched(ForeignSite.page(path, "text/html", second), editor);
        assertThat(fetched(ForeignSite.page(path, "text/html", first), editor))
                .isEqualTo(Received.asNewVersion(article));
        assertThat(rows("select text from article_version where article_id = :id order by number", article)).hasSize(3)
                .satisfies(texts -> assertThat(texts.get(2)).isEqualTo(texts.get(0)));
    }

    @Test
    void whatWasFetchedIsTakenOnceAndNeverInPlaceOfWhatCameLater() {
        Actor editor = newsroom.editor();
        String path = "/ferry/" + System.nanoTime();
        String url = ForeignSite.page(path, "text/html", page("", "The ferry leaves at nine, says the company."));
        NewArticle early = proposal(url, editor);
        ArticleId article = fetched(url, editor).id();
        NewArticle between = proposal(url, editor);
        ForeignSite.page(path, "text/html", page("", "The ferry leaves at ten from Monday on, says the company."));
        NewArticle late = proposal(url, editor);
        assertThat(intake.receive(late, editor)).isEqualTo(Received.asNewVersion(article));
        assertThat(intake.receive(late, editor)).as("twice").isEqualTo(Received.asKnown(article));
        assertThat(intake.receive(between, editor)).as("older").isEqualTo(Received.asKnown(article));
        assertThat(intake.receive(early, editor)).as("oldest").isEqualTo(Received.asKnown(article));
        assertThat(rows("select number::text from article_version where article_id = :id order by number", article))
                .containsExactly("1", "2");
        assertThat(rows("select id::text from capture where article_id = :id", article)).hasSize(2);
    }

    @Test
    void aClaimPinnedToAnEarlierVersionIsLookedForInTheLatestAtOnce() {
        Actor editor = newsroom.editor();
        ArticleId article = newsroom.capturedTwice(editor);
        String first = rows("select id::text from article_version where article_id = :id and number = 1", article)
                .get(0);
        ClaimId claim = triage.propose(new ArticleVersionId(UUID.fromString(first)), 0, 40,
                new Wording("أُغلق الجسر", null, null, Priority.NORMAL), editor);
        assertThat(rows("select v.number::text from appearance a join article_version v on v.id = a.article_version_id "
                + "where v.article_id = :id and a.claim_id = cast('" + claim + "' as uuid) order by 1", article))
                .containsExactly("1", "2");
    }

    @Test
    void whatWasErasedDoesNotComeBackByFetching() {
        Actor editor = newsroom.editor();
        String path = "/withdrawn/" + System.nanoTime();
        String url = ForeignSite.page(path, "text/html", page("", "The name of the patient was printed in full."));
        ArticleId article = fetched(url, editor).id();
        proposal(url, editor);
        Actor auditor = newsroom.auditor();
        UUID request = erasing.ask(new ErasureRequest(ErasureTarget.ARTICLE, article.value(), Set.of(ErasurePart.TEXT),
                "the text", "asked for"), newsroom.admin());
        ErasableValues values = erasures.values(erasures.one(request, auditor), auditor);
        erasing.confirm(request, Expected.any(), new Erasing.Confirmation(
                values.meantBy(EnumSet.of(ErasurePart.TEXT)), values.fingerprint(), true), auditor);
        assertThat(
                rows("select requested from fetch_attempt where requested like '%" + path + "' and :id = :id", article))
                .isEmpty();

        assertThat(captures.fetch(OutboundRequest.page(url), editor).failure()).isEqualTo("ERASED");
        assertThat(intake.receive(new NewArticle(null, url, "A page", null, null, null, "en", "The patient's name."),
                editor)).isEqualTo(Received.asKnown(article));
        assertThat(rows("select text from article_version where article_id = :id", article)).hasSize(1)
                .allMatch(text -> !text.contains("patient"));
        assertThat(rows("select octet_length(warc)::text from capture where article_id = :id", article))
                .containsExactly("0");
    }

    private Received fetched(String url, Actor by) {
        return intake.receive(proposal(url, by), by);
    }

    private NewArticle proposal(String url, Actor by) {
        NewArticle article = intake.proposeFetched(captures.fetch(OutboundRequest.page(url), by).id()).orElseThrow()
                .articles().get(0).asProposed();
        return new NewArticle(article.original(), article.url(), article.title(), article.byline(), article.outlet(),
                article.publishedOn(), article.language(), article.text(), true);
    }

    private static byte[] page(String head, String sentence) {
        return ("<!doctype html><html lang=en><head><title>A page of the port</title>" + head
                + "</head><body><article><h1>A page of the port</h1><p>" + sentence
                + " Nobody else could be asked before the paper went to print.</p></article></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aCopyLeadsToTheArticleUnlessItIsMeantToStandAlone() {
        Actor editor = newsroom.editor();
        String text = """
                قالت مديرة المختبر إن عينات المياه من الآبار السبع جاءت خالية من الجراثيم بعد الفحص الثالث %d.

                وأضافت أن النتائج سُلّمت إلى البلدية صباح الأحد، وأن الفحص سيتكرر كل أسبوعين حتى نهاية الصيف.

                وكان سكان الحي الشرقي قد شكوا من طعم غريب في المياه منذ بداية الشهر، ونقلوا عشر حالات إلى المستشفى.
                """.formatted(System.nanoTime());
        ArticleId first = intake.receive(article(text, null, false), editor).id();
        String url = "https://mirror.example/" + System.nanoTime();
        assertThat(intake.receive(article("نقلًا عن الوكالة:\n" + text, url, false), editor))
                .isEqualTo(Received.asKnown(first));
        assertThat(intake.receive(article("نص آخر تمامًا لا صلة له.", url, false), editor))
                .as("the address is known now")
                .isEqualTo(Received.asKnown(first));
        Received separate = intake.receive(article("نقلًا عن المراسل:\n" + text, null, true), editor);
        assertThat(separate.known()).isFalse();
        ArticleProposal proposal = intake.proposeText("نقلًا عن صحيفة:\n" + text).articles().get(0);
        assertThat(proposal.near()).isNotNull();
        assertThat(proposal.near().percent()).isGreaterThan(50);
    }

    private static NewArticle article(String text, String url, boolean separate) {
        return new NewArticle(null, url, "فحص المياه", null, null, null, "ar", text, separate);
    }

    private static Document page(String path) {
        return Jsoup.parse(Login.session("huda").get(path).asString());
    }

    private static int post(String path) {
        return Login.session("huda").form("/articles/new").post(path).statusCode();
    }

    @SuppressWarnings("unchecked")
    private List<String> rows(String sql, ArticleId article) {
        return QuarkusTransaction.requiringNew().call(
                () -> database.createNativeQuery(sql).setParameter("id", article.value()).getResultList());
    }
}
