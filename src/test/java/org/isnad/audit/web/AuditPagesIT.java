package org.isnad.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.article.NaughtyStrings;
import org.isnad.audit.log.LogAtHand;
import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Problem;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Statements;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.SignedNote;

/** The pages over the whole log: every filter, paging, who may see them, and what they cost. */
@IsnadTest
class AuditPagesIT {
    private static final String LINES = "#events > li.tev";

    @Inject
    Newsroom newsroom;
    @Inject
    LogAtHand log;
    @Inject
    Clock clock;
    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String realm;

    private Actor reviewer;
    private Actor editor;
    private ClaimId claim;

    @BeforeEach
    void somethingHappens() {
        // A first sign-in is a step as well; it comes before those that are looked for.
        Login.session("lina");
        reviewer = newsroom.reviewer();
        editor = newsroom.editor();
        claim = newsroom.published(reviewer, editor);
        log.bringUpToDate();
    }

    @Test
    void theNewestStepStandsFirstWithItsPlaceAndWhatItIsAbout() {
        Document page = page("/audit?lang=en");
        assertThat(page.select("h1").text()).isEqualTo("Audit log");
        assertThat(page.select(".topnav [aria-current=page]").text()).isEqualTo("Audit log");
        Element newest = page.select(LINES).first();
        assertThat(newest.select(".tev-what > div").first().text()).isEqualTo("editor published revision 1");
        assertThat(newest.select(".subject a.c").attr("href")).isEqualTo("/claims/" + claim + "/history");
        assertThat(newest.select(".subject a.c").attr("dir")).isEqualTo("rtl");
        assertThat(newest.select(".reason").text()).contains("اكتملت الأدلة");
        assertThat(newest.select(".tev-proof").text()).matches("leaf \\d+ · checkpoint \\d+ Inclusion proof \\d+");
        assertThat(newest.select(".tev-how").text()).isEqualTo("step 9 in the browser");
        assertThat(newest.select("details dt").eachText()).contains("State", "Edition");
        assertThat(page.select(LINES)).hasSize(50);
        List<Long> leaves = leaves(page);
        assertThat(leaves).isSortedAccordingTo(java.util.Comparator.reverseOrder()).doesNotHaveDuplicates();
    }

    @Test
    void everyActionAndThingHasWordsInBothLanguages() {
        for (String about : List.of("person=" + reviewer.person(), "action=ARTICLE_RECEIVED", "action=PERSON_JOINED",
                "action=RATING_SCALE_ADOPTED", "about=" + claim)) {
            for (String language : List.of("en", "ar")) {
                Document page = page("/audit?lang=" + language + "&" + about);
                assertThat(page.select(LINES)).as(about).isNotEmpty();
                assertThat(page.select("#events .tev-what > div > .code, #events dt .code").eachText())
                        .as(about).allMatch(text -> text.startsWith("["));
                assertThat(page.select("main").text()).as(about).doesNotContain("NOT_FOUND", "state_", "role_");
                assertThat(page.select("html").attr("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            }
        }
        assertThat(page("/audit?lang=en&action=PERSON_JOINED&person=" + reviewer.person()).select(".subject").text())
                .startsWith("Person reviewer");
        assertThat(page("/audit?lang=en&action=RATING_SCALE_ADOPTED").select(".subject").first().text())
                .startsWith("Rating scale version 1");
    }

    @Test
    void filtersByPersonActionAndThing() {
        Document byPerson = page("/audit?lang=en&person=" + reviewer.person());
        assertThat(byPerson.select(".tev-what > div > b").eachText()).isNotEmpty().containsOnly("reviewer");
        assertThat(byPerson.select("select[name=person] option[selected]").attr("value"))
                .isEqualTo(reviewer.person().toString());
        Document byBoth = page("/audit?lang=en&person=" + reviewer.person() + "&action=EVIDENCE_ADDED");
        assertThat(byBoth.select(LINES)).hasSize(2);
        for (String about : List.of(claim.toString(), "https://desk.example/claims/" + claim + "/history?lang=ar",
                "/claims/" + claim)) {
            Document byClaim = Jsoup.parse(Login.as("lina").queryParam("about", about).queryParam("lang", "en")
                    .get("/audit").asString());
            assertThat(byClaim.select(LINES)).as(about).hasSize(9);
        }
        assertThat(page("/audit?lang=en&about=" + reviewer.person()).select(".tev-what > div").first().text())
                .isEqualTo("reviewer joined the desk");
        Document unknown = page("/audit?lang=en&action=SOMETHING_LATER");
        assertThat(unknown.select(".blank").text()).contains("No step matches");
        assertThat(unknown.select("select[name=action] option[selected]").text()).isEqualTo("SOMETHING_LATER");
    }

    @Test
    void filtersWhatWasRefused() {
        Actor both = newsroom.person("both", Role.REVIEWER, Role.SENIOR_EDITOR);
        ClaimId own = newsroom.submitted(both);
        try {
            newsroom.approve(own, 1, both);
        } catch (Problem.NotAllowed expected) {
            assertThat(expected.code()).isEqualTo("four-eyes");
        }
        log.bringUpToDate();
        Document page = page("/audit?lang=en&refused=1");
        assertThat(page.select(LINES).first().select(".tev-what > div").text())
                .isEqualTo("both was refused a decision on revision 1");
        assertThat(page.select("input[name=refused][checked]")).hasSize(1);
        assertThat(page.select(".tev-what > div").eachText()).allMatch(text -> text.contains("refused"));
        assertThat(page("/audit?lang=en&refused=1&person=" + reviewer.person()).select(LINES)).isEmpty();
    }

    @Test
    void filtersByDaysOfTheReadersZone() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String about = "&about=" + claim;
        assertThat(page("/audit?from=" + today + "&to=" + today + about).select(LINES)).hasSize(9);
        assertThat(page("/audit?from=" + today.plusDays(1) + about).select(LINES)).isEmpty();
        assertThat(page("/audit?to=" + today.minusDays(1) + about).select(LINES)).isEmpty();
        assertThat(page("/audit?from=" + today.minusDays(3) + "&to=" + today.minusDays(1)).select(LINES)).isEmpty();
        // Fourteen hours ahead of UTC it is either this day still or the next one; fourteen behind it, or the day before.
        for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
            LocalDate there = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of(zone));
            assertThat(inZone(zone, "/audit?from=" + there + "&to=" + there + about).select(LINES)).as(zone)
                    .isNotEmpty();
            assertThat(inZone(zone, "/audit?from=" + there.plusDays(1) + about).select(LINES)).as(zone).isEmpty();
        }
    }

    @Test
    void whatCannotBeReadIsSaidBesideTheField() {
        for (String[] wrong : new String[][]{{"from", "yesterday"}, {"to", "2026-13-01"}, {"about", "نص"},
                {"person", "x"}, {"from", "99999-01-01"}}) {
            Response answer = Login.as("lina").queryParam(wrong[0], wrong[1]).queryParam("lang", "en").get("/audit");
            assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(422);
            Document page = Jsoup.parse(answer.asString());
            assertThat(page.select("#e-" + wrong[0])).as(wrong[0]).hasSize(1);
            assertThat(page.select("[name=" + wrong[0] + "]").attr("aria-invalid")).isEqualTo("true");
            if (page.select("input[name=" + wrong[0] + "]").size() == 1) {
                assertThat(page.select("[name=" + wrong[0] + "]").attr("value")).isEqualTo(wrong[1]);
            }
        }
        assertThat(Login.as("lina").get("/audit?after=nonsense").statusCode()).isEqualTo(422);
    }

    @Test
    void pagesHaveEveryStepOnce() {
        for (int i = 0; i < 8; i++) {
            newsroom.published(reviewer, editor);
        }
        log.bringUpToDate();
        for (String filter : List.of("", "person=" + reviewer.person(), "from=2020-01-01", "action=DRAFT_SAVED")) {
            List<Long> all = new ArrayList<>();
            String next = "/audit?lang=en&" + filter;
            int pages = 0;
            while (next != null && pages < 4) {
                Document page = page(next);
                all.addAll(leaves(page));
                next = page.select("#earlier a").isEmpty() ? null : page.select("#earlier a").attr("href");
                pages++;
            }
            assertThat(all).as(filter).isSortedAccordingTo(java.util.Comparator.reverseOrder())
                    .doesNotHaveDuplicates();
            // The API in pieces of another size tells the same.
            List<Long> byApi = new ArrayList<>();
            String link = "/api/v1/log/events?limit=17&" + filter.replace("2020-01-01", "2020-01-01T00:00:00Z");
            while (link != null && byApi.size() < all.size()) {
                Response piece = Login.bearer("lina").urlEncodingEnabled(false).get(link);
                assertThat(piece.statusCode()).as(piece.asString()).isEqualTo(200);
                byApi.addAll(piece.jsonPath().getList("items.leaf", Long.class));
                link = piece.headers().getValues("Link").stream().filter(l -> l.contains("rel=\"next\"")).findFirst()
                        .map(l -> l.replaceAll(".*<([^>]*)>; rel=\"next\".*", "$1")).orElse(null);
            }
            int common = Math.min(all.size(), byApi.size());
            // Others' steps may have come in between, newest first.
            List<Long> expected = byApi.stream().filter(leaf -> leaf <= all.get(0)).limit(common).toList();
            assertThat(expected).as(filter).isEqualTo(all.subList(0, expected.size()));
        }
    }

    @Test
    void aPageCostsTheSameFewStatements() {
        page("/audit");
        long few = Statements.during(() -> page("/audit?about=" + Ids.next()));
        assertThat(Statements.during(() -> page("/audit"))).isLessThanOrEqualTo(few + 2).isLessThanOrEqualTo(10);
        page("/audit/checkpoints");
        assertThat(Statements.during(() -> page("/audit/checkpoints"))).isLessThanOrEqualTo(8);
        page("/audit/checks");
        assertThat(Statements.during(() -> page("/audit/checks"))).isLessThanOrEqualTo(8);
    }

    @Test
    void checkpointsAreListedAndTheirNotesVerify() {
        Document page = page("/audit/checkpoints?lang=en");
        Element first = page.select("#list > li").first();
        Checkpoint latest = Checkpoint.parse(log.checkpoint().text());
        assertThat(first.select("details .code").last().text()).isEqualTo(latest.root().base64());
        assertThat(first.text()).contains("no witness yet", log.keyId());
        String address = first.select("a[download]").attr("href");
        assertThat(address).isEqualTo("/audit/checkpoints/" + latest.size() + "/" + log.keyId());
        Response note = Login.as("lina").get(address);
        assertThat(note.header("Content-Disposition")).contains("isnad-checkpoint-" + latest.size());
        assertThat(SignedNote.parse(note.asString())).isEqualTo(log.checkpoint());
        assertThat(page.select(".proofbar h2").text()).isEqualTo("Signing is up to date");
        assertThat(Login.as("lina").get("/audit/checkpoints/" + latest.size() + "/00000000").statusCode())
                .isEqualTo(404);
        assertThat(Login.as("lina").get("/audit/checkpoints/x/y").statusCode()).isEqualTo(404);
        Response json = Login.bearer("lina").get("/api/v1/log/checkpoints?limit=1");
        assertThat(json.jsonPath().getLong("items[0].size")).isEqualTo(latest.size());
        assertThat(json.jsonPath().getString("items[0].root")).isEqualTo(latest.root().base64());
        assertThat(json.jsonPath().getString("items[0].keyId")).isEqualTo(log.keyId());
    }

    @Test
    void theApiTellsWhatThePagesTell() {
        Response all = Login.bearer("lina").get("/api/v1/log/events?about=" + claim);
        assertThat(all.jsonPath().getList("items")).hasSize(9);
        assertThat(all.jsonPath().getString("items[0].action")).isEqualTo("VERDICT_PUBLISHED");
        assertThat(all.jsonPath().getString("items[0].about.type")).isEqualTo("CLAIM");
        assertThat(all.jsonPath().getString("items[0].about.id")).isEqualTo(claim.toString());
        assertThat(all.jsonPath().getLong("items[0].about.version")).isEqualTo(9);
        assertThat(all.jsonPath().getLong("items[0].checkpoint"))
                .isGreaterThan(all.jsonPath().getLong("items[0].leaf"));
        assertThat(all.jsonPath().getString("items[0].reason")).isEqualTo("اكتملت الأدلة");
        Instant now = clock.instant();
        assertThat(Login.bearer("lina").get("/api/v1/log/events?about=" + claim + "&from=" + now).jsonPath()
                .getList("items")).isEmpty();
        assertThat(Login.bearer("lina")
                .get("/api/v1/log/events?about=" + claim + "&to=" + now + "&from=" + now.minusSeconds(3600)).jsonPath()
                .getList("items")).hasSize(9);
        assertThat(Login.bearer("lina").get("/api/v1/log/events?from=2026-01-01").statusCode()).isEqualTo(422);
        assertThat(Login.bearer("lina").get("/api/v1/log/events?after=x").statusCode()).isEqualTo(422);
        assertThat(Login.bearer("huda").get("/api/v1/log/events").statusCode()).isEqualTo(403);
        assertThat(Login.bearer("lina").get("/api/v1/log/checks/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyAuditorsSeeIt() {
        for (String path : List.of("/audit", "/audit/checkpoints", "/audit/checks")) {
            for (String user : List.of("huda", "nabil", "salma", "adam")) {
                assertThat(Login.as(user).get(path).statusCode()).as(user + path).isEqualTo(403);
            }
        }
        assertThat(Jsoup.parse(Login.as("huda").get("/history").asString()).select("a[data-goto=AUDIT]")).isEmpty();
    }

    @Test
    void whateverIsTypedIsAnsweredAndNeverRun() {
        List<String> all = NaughtyStrings.all();
        List<String> failed = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 25) {
            for (String parameter : List.of("person", "action", "from", "to", "about", "refused", "after")) {
                Response answer = Login.as("lina").queryParam(parameter, all.get(i)).get("/audit");
                if (answer.statusCode() != 200 && answer.statusCode() != 422
                        || !Jsoup.parse(answer.asString()).select("main script").isEmpty()) {
                    failed.add(answer.statusCode() + " for " + parameter + "=" + all.get(i));
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    private static List<Long> leaves(Document page) {
        return page.select(LINES + " .tev-proof .code:nth-of-type(1)").eachText().stream().map(Long::valueOf).toList();
    }

    private static Document inZone(String zone, String address) {
        return Jsoup.parse(Login.as("lina").cookie("isnad-zone", zone.replace("/", "%2F")).get(address).asString());
    }

    private static Document page(String address) {
        Response answer = Login.as("lina").get(address);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }
}
