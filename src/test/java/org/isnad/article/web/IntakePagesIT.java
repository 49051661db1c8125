package org.isnad.article.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.article.ArticleId;
import org.isnad.article.Seeds;
import org.isnad.audit.erasure.ErasurePart;
import org.isnad.testsupport.ForeignSite;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Session;
import org.isnad.testsupport.Statements;
import org.isnad.testsupport.Words;

/** The forms as a browser without JavaScript sends them. */
@IsnadTest
class IntakePagesIT {
    /** File names in UTF-8, and redirects left to the test. */
    private static final RestAssuredConfig AS_BROWSERS_DO = RestAssuredConfig.config()
            .redirect(RedirectConfig.redirectConfig().followRedirects(false))
            .httpClient(HttpClientConfig.httpClientConfig().httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE))
            .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset(StandardCharsets.UTF_8));

    @Inject
    Newsroom newsroom;

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void aSeedIsPastedCorrectedAndRead(String seed) {
        Session salma = Login.session("salma");
        String mark = UUID.randomUUID().toString();
        String text = new String(Seeds.bytes(seed), StandardCharsets.UTF_8) + "\n" + mark;
        Document proposal = page(200, multipart(salma).multiPart(field("text", text.replace("\n", "\r\n")))
                .post("/articles/new"));
        String title = proposal.selectFirst("[name=title]").val();
        assertThat(title).hasSizeGreaterThan(20);
        // What stands alone after the last paragraph is taken for the site's: shown, and put back by whoever knows better.
        Element aside = proposal.selectFirst(".left-out-lines li:contains(" + mark + ") input");
        assertThat(aside).isNotNull();
        Document remade = page(200, confirm(salma, proposal, title).multiPart(field("back", aside.val()))
                .post("/articles/lines"));
        String article = remade.selectFirst("textarea[name=text]").wholeText();
        assertThat(article.lines().filter(line -> !line.isEmpty())).isNotEmpty().allMatch(text::contains);
        assertThat(article).endsWith(mark);
        proposal = remade;

        // Other tests bring the same articles.
        String address = location(confirm(salma, proposal, title + " (مصحّح)").multiPart(field("separate", "0"))
                .post("/articles"));
        Document reading = page(200, salma.get(address));

        assertThat(reading.selectFirst("h1").text()).contains("(مصحّح)");
        assertThat(reading.select(".reading-paper p.c").last().text()).isEqualTo(mark);
        Response original = salma.request().get(address + "/original");
        assertThat(original.asByteArray()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(original.header("Content-Disposition")).startsWith("attachment;");
        assertThat(original.header("Content-Security-Policy")).contains("sandbox");
        assertThat(original.contentType()).startsWith("application/octet-stream");

        Document again = page(200, multipart(salma).multiPart(field("text", text)).post("/articles/new"));
        assertThat(again.select(".notice-info a").attr("href")).isEqualTo(address);
        assertThat(location(confirm(salma, again, title).post("/articles"))).isEqualTo(address + "?known=true");
    }

    @Test
    void anUploadedPageIsReadAndItsBytesKept() {
        Session huda = Login.session("huda");
        byte[] bytes = ("<!doctype html><title>Road closed</title><script>alert(1)</script><p>The valley road was closed on Tuesday. "
                + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        Document proposal = page(200, multipart(huda).multiPart("files", "صفحة.html", bytes).post("/articles/new"));
        assertThat(proposal.selectFirst("[name=title]").val()).isEqualTo("Road closed");

        String address = location(confirm(huda, proposal, "Road closed").post("/articles"));
        assertThat(huda.request().get(address + "/original").asByteArray()).isEqualTo(bytes);
        assertThat(page(200, huda.get(address)).select(".provenance").text()).contains("صفحة.html");
    }

    @Test
    void whatCannotBeSavedIsShownAgainWithWhatWasTyped() {
        Session salma = Login.session("salma");
        Document proposal = page(200,
                multipart(salma).multiPart(field("text", "Some text\n" + UUID.randomUUID())).post("/articles/new"));

        Document again = page(422, confirm(salma, proposal, "").multiPart(field("ignored", "x")).post("/articles"));
        assertThat(again.selectFirst("[name=title]").attr("aria-invalid")).isEqualTo("true");
        assertThat(again.selectFirst("#e-title-0").text()).isNotEmpty();
        assertThat(again.selectFirst("textarea[name=text]").wholeText())
                .isEqualTo(proposal.selectFirst("textarea[name=text]").wholeText());
        assertThat(again.selectFirst("[name=original]").val()).isEqualTo(proposal.selectFirst("[name=original]").val());
    }

    @Test
    void whatCannotBeSavedIsShownAgainWithAllThatThePreviewOffers() {
        Session salma = Login.session("salma");
        String mark = UUID.randomUUID().toString();
        String page = "<!doctype html><html lang=en><title>The mill burnt down</title><nav><a href=/>Home</a> <a href=/n>News</a></nav>"
                + "<article><h1>The mill burnt down</h1><p class=byline>By Jane Doe</p><p>The old mill at the river burnt down on "
                + "Sunday night, and the fire brigade needed six hours to put the fire out. " + mark
                + "</p></article></html>";
        location(confirm(salma, page(200, upload(salma, page)), null).multiPart(field("separate", "0"))
                .post("/articles"));
        Document preview = page(200, upload(salma, page.replace("Sunday night", "Sunday evening")));
        assertThat(preview.select(".left-out-lines input")).isNotEmpty();
        assertThat(preview.select(".notice-info a")).isNotEmpty();
        assertThat(preview.select(".found-words")).isNotEmpty();

        Document again = page(422, confirm(salma, preview, "").multiPart(field("back", "0:0")).post("/articles"));
        for (String part : List.of(".left-out-lines input", ".notice-info a", ".found-words", "[name=separate]")) {
            assertThat(again.select(part).eachText()).as(part).isEqualTo(preview.select(part).eachText());
        }
        assertThat(again.select(".left-out-lines input[checked]").eachAttr("value")).containsExactly("0:0");

        Document arabic = page(200, confirm(salma, again, "").post("/articles/preview?lang=ar"));
        assertThat(arabic.selectFirst("html").attr("lang")).isEqualTo("ar");
        assertThat(arabic.select(".left-out-lines li").eachText()).hasSameSizeAs(
                preview.select(".left-out-lines li").eachText());
        assertThat(arabic.selectFirst("textarea[name=text]").wholeText())
                .isEqualTo(preview.selectFirst("textarea[name=text]").wholeText());
    }

    private static Response upload(Session session, String page) {
        return multipart(session).multiPart("files", "mill.html", page.getBytes(StandardCharsets.UTF_8))
                .post("/articles/new");
    }

    @Test
    void anAddressIsFetchedCheckedAndKeptAndFetchedAgain() {
        Session salma = Login.session("salma");
        String path = "/road/" + UUID.randomUUID();
        String url = ForeignSite.page(path, "text/html",
                road("The valley road was closed on Tuesday after the flood."));
        String address = location(confirm(salma, fetched(salma, url), null).multiPart(field("separate", "0"))
                .post("/articles"));
        Document reading = page(200, salma.get(address));
        assertThat(reading.select(".provenance").text()).contains(url, "127.0.0.1");
        assertThat(salma.request().get(address + "/warc").asByteArray()).startsWith(0x1F, 0x8B);

        Document again = fetched(salma, url);
        assertThat(again.select(".notice-info a").attr("href")).isEqualTo(address);
        assertThat(location(confirm(salma, again, null).post("/articles"))).isEqualTo(address + "?known=true");

        ForeignSite.page(path, "text/html", road("The valley road was opened again on Friday, said the council."));
        assertThat(location(confirm(salma, fetched(salma, url), null).post("/articles")))
                .isEqualTo(address + "?changed=true");
        assertThat(page(200, salma.get(address + "/versions/2")).select("ins").text()).contains("opened again");
    }

    @Test
    void whatWasErasedIsNotFetchedAgainAndTheFormSaysSo() {
        Session salma = Login.session("salma");
        String url = ForeignSite.page("/road/" + UUID.randomUUID(), "text/html",
                road("Rashida Ormand closed the road " + UUID.randomUUID() + "."));
        String address = location(confirm(salma, fetched(salma, url), null).post("/articles"));
        newsroom.erase(new ArticleId(UUID.fromString(address.substring(address.lastIndexOf('/') + 1))),
                Set.of(ErasurePart.TEXT));

        Document english = page(422, multipart(salma).multiPart(field("url", url)).post("/articles/new?lang=en"));
        assertThat(english.selectFirst("#e-url").text()).contains("Something was erased here");
        Document arabic = page(422, multipart(salma).multiPart(field("url", url)).post("/articles/new?lang=ar"));
        assertThat(arabic.selectFirst("#e-url").text()).contains("مُحي من هذا المكتب");
    }

    @Test
    void whatCannotBeFetchedIsExplainedBesideTheAddress() {
        Session salma = Login.session("salma");
        for (String url : List.of("http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/meta-data",
                "file:///etc/passwd", ForeignSite.address("/nothing/" + UUID.randomUUID()))) {
            Document page = page(422, multipart(salma).multiPart(field("url", url)).post("/articles/new"));
            assertThat(page.selectFirst("#e-url").text()).as(url).hasSizeGreaterThan(20);
            assertThat(page.selectFirst("[name=url]").val()).isEqualTo(url);
        }
    }

    @Test
    void whatWasFetchedAndCannotBeReadKeepsItsAddressAndSaysWhatToDo() {
        Session salma = Login.session("salma").in("en");
        for (byte[] bytes : List.of(new byte[]{(byte) 0x89, 'P', 'N', 'G', 0},
                "<!doctype html><script src=app.js></script><div id=app></div>".getBytes(StandardCharsets.UTF_8))) {
            String url = ForeignSite.page("/unusable/" + UUID.randomUUID(), "text/html", bytes);
            Document page = page(422, salma.get(location(multipart(salma).multiPart(field("url", url))
                    .post("/articles/new"))));
            assertThat(page.selectFirst("[name=url]").val()).isEqualTo(url);
            assertThat(page.selectFirst("#e-url").text()).contains("paste the text");
            assertThat(page.select(".notice-warn li").text()).isNotEmpty();
        }
        String nothing = ForeignSite.address("/nothing/" + UUID.randomUUID());
        assertThat(page(422, multipart(salma).multiPart(field("url", nothing)).post("/articles/new"))
                .selectFirst("#e-url").text()).contains("(404)");
    }

    @Test
    void aWordFileThatIsNoneIsCalledDamaged() {
        byte[] bytes = "PK\u0003\u0004garbage garbage".getBytes(StandardCharsets.US_ASCII);
        Document page = page(422, multipart(Login.session("salma").in("en")).multiPart("files", "bad.docx", bytes)
                .post("/articles/new"));
        assertThat(page.select(".notice-warn li").text()).contains("bad.docx", "It is damaged.");
    }

    @Test
    void anAddressWithoutSchemeIsCompletedAndThatIsSaid() {
        Session salma = Login.session("salma").in("en");
        Document preview = page(200, multipart(salma).multiPart(field("url", "sada.example/n/1"))
                .multiPart(field("text", "Some text\n" + UUID.randomUUID())).post("/articles/new"));
        assertThat(preview.selectFirst("[name=url]").val()).isEqualTo("https://sada.example/n/1");
        assertThat(preview.text()).contains("https:// was put before the address");
        Document refused = page(422, multipart(salma).multiPart(field("url", "10.0.0.1/a")).post("/articles/new"));
        assertThat(refused.selectFirst("[name=url]").val()).isEqualTo("https://10.0.0.1/a");
        assertThat(refused.text()).contains("https:// was put before the address");
    }

    @Test
    void aBookmarkBringsTheAddressAlong() {
        Document page = page(200, Login.session("salma").request().queryParam("url", "https://sada.example/n/1")
                .get("/articles/new"));
        assertThat(page.selectFirst("[name=url]").val()).isEqualTo("https://sada.example/n/1");
        assertThat(page.select("details input[readonly]").val()).startsWith("javascript:")
                .contains("/articles/new?url=");
    }

    private static Document fetched(Session session, String url) {
        return page(200, session.get(location(multipart(session).multiPart(field("url", url)).post("/articles/new"))));
    }

    private static byte[] road(String sentence) {
        return ("<!doctype html><html lang=en><title>The valley road</title><h1>The valley road</h1><p>" + sentence
                + " Nobody was hurt, and the bus takes the way over the hills until further notice.</p>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void nothingPutInIsAnError() {
        Document page = page(422,
                multipart(Login.session("salma")).multiPart(field("text", " ")).post("/articles/new"));
        assertThat(page.selectFirst("#e-url").text()).isNotEmpty();
        assertThat(page.select(".field-error")).hasSize(1);
    }

    @Test
    void aZipGivesAListOfProposalsOfWhichOnlyTheTickedAreSaved() throws IOException {
        Session nabil = Login.session("nabil");
        String mark = UUID.randomUUID().toString();
        Document proposals = page(200,
                multipart(nabil).multiPart("files", "three.zip", zip(mark)).post("/articles/new"));
        assertThat(proposals.select("[name=title]").eachAttr("value")).containsExactly("First title here",
                "Second title here");
        assertThat(proposals.select(".notice-warn").text()).contains("picture.png");

        proposals.select("[name=keep]").get(1).removeAttr("checked");
        assertThat(location(confirm(nabil, proposals, null).post("/articles"))).startsWith("/articles/");
        assertThat(page(200, nabil.get("/articles")).select(".a-row a").first().text()).isEqualTo("First title here");
    }

    @Test
    void whatIsTooMuchForOneFormIsRefusedBeforeItIsLookedUp() throws IOException {
        Session nabil = Login.session("nabil");
        byte[] many = zipOf(21);
        Document refused = page(422, multipart(nabil).multiPart("files", "many.zip", many).post("/articles/new"));
        assertThat(refused.selectFirst("#e-files").text()).contains("20");

        String url = ForeignSite.page("/many/" + UUID.randomUUID(), "application/zip", many);
        Response answer = nabil.get(location(multipart(nabil).multiPart(field("url", url)).post("/articles/new")));
        assertThat(page(422, answer).selectFirst("#e-files").text()).contains("20");

        byte[] large = large(13);
        assertThat(page(422, multipart(nabil).multiPart("files", "a.eml", large).multiPart("files", "b.eml", large)
                .multiPart("files", "c.eml", large).post("/articles/new")).selectFirst("#e-files").text())
                .contains("36");
    }

    @Test
    void manyDocumentsAreLookedUpInAsManyStatementsAsTwo() throws IOException {
        Session nabil = Login.session("nabil");
        byte[] two = zipOf(2);
        byte[] twenty = zipOf(20);
        page(200, multipart(nabil).multiPart("files", "two.zip", two).post("/articles/new"));

        long few = Statements.during(() -> page(200,
                multipart(nabil).multiPart("files", "two.zip", two).post("/articles/new")));
        long many = Statements.during(() -> page(200,
                multipart(nabil).multiPart("files", "twenty.zip", twenty).post("/articles/new")));
        assertThat(many).isEqualTo(few);
    }

    @Test
    void eachOfManyDocumentsIsTakenForItsOwnCopy() throws IOException {
        Session salma = Login.session("salma");
        String one = Words.some(60);
        String other = Words.some(60);
        List<String> addresses = Stream.of(one, other).map(text -> location(confirm(salma, page(200,
                multipart(salma).multiPart(field("text", text)).post("/articles/new")), "Title").post("/articles")))
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String text : List.of(other + " once more", Words.some(60), one, one + " once more")) {
                zip.putNextEntry(new ZipEntry(UUID.randomUUID() + ".txt"));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        Document proposals = page(200,
                multipart(salma).multiPart("files", "z.zip", bytes.toByteArray()).post("/articles/new"));

        assertThat(
                proposals.select("section.panel").stream().map(section -> section.select(".notice a[href^=/articles/]")
                        .attr("href")))
                .containsExactly(addresses.get(1), "", addresses.get(0), addresses.get(0));
    }

    @Test
    void aLargeMailGoesThroughTheForm() {
        Session salma = Login.session("salma");
        Document proposal = page(200, multipart(salma).multiPart("files", "a.eml", large(9)).post("/articles/new"));
        location(confirm(salma, proposal, "A large mail").post("/articles"));
    }

    @Test
    void linesOfWhatWasForgottenMeanwhileCannotBePutBackAndNothingTypedIsLost() {
        Session salma = Login.session("salma");
        Document proposal = fetched(salma, ForeignSite.page("/gone/" + UUID.randomUUID(), "text/html",
                road("The valley road was closed, " + UUID.randomUUID() + ".")));
        proposal.selectFirst("[name=fetched]").val(UUID.randomUUID().toString());

        Document again = page(422, confirm(salma, proposal, "Typed by hand").multiPart(field("back", "0:0"))
                .post("/articles/lines"));
        assertThat(again.selectFirst("[name=title]").val()).isEqualTo("Typed by hand");
        assertThat(again.selectFirst("#e-original-0").text()).isNotEmpty();
    }

    @Test
    void originalsOfHostileNamesAreStillDownloads() {
        Session salma = Login.session("salma");
        byte[] bytes = ("Title\n\ntext " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        Document proposal = page(200,
                multipart(salma).multiPart("files", "../../a;b<c>.html", bytes).post("/articles/new"));
        String address = location(confirm(salma, proposal, "Title").post("/articles"));

        assertThat(salma.request().get(address + "/original").header("Content-Disposition"))
                .startsWith("attachment; filename=\"").doesNotContain("/").doesNotContain("<");
    }

    @Test
    void onlyReviewersAndSeniorEditorsBringArticlesIn() {
        assertThat(Login.as("lina").get("/articles/new").statusCode()).isEqualTo(403);
        assertThat(Login.as("adam").get("/articles/new").statusCode()).isEqualTo(403);
        assertThat(Login.as("adam").get("/articles").statusCode()).isEqualTo(403);
        assertThat(Login.as("lina").get("/articles").statusCode()).isEqualTo(200);
        assertThat(Login.as("salma").get("/articles/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(Login.as("salma").get("/articles/nonsense").statusCode()).isEqualTo(404);
    }

    private static RequestSpecification multipart(Session session) {
        // First the token: reading the page sets the cookie that it is compared with.
        String token = session.csrfToken("/articles/new");
        return session.request().config(AS_BROWSERS_DO).header("Origin", "http://localhost:" + RestAssured.port)
                .multiPart(field("csrf-token", token));
    }

    /** Sends the proposals back as the form would; with another title where one is given. */
    private static RequestSpecification confirm(Session session, Document page, @Nullable String title) {
        RequestSpecification request = multipart(session);
        for (Element input : page.select("form[action=/articles] [name]")) {
            boolean unticked = input.attr("type").equals("checkbox") && !input.hasAttr("checked");
            if (!input.attr("name").equals("csrf-token") && !unticked) {
                String value = input.tagName().equals("textarea")
                        ? input.wholeText().replace("\n", "\r\n")
                        : input.tagName().equals("select") ? input.selectFirst("option[selected]").val() : input.val();
                request.multiPart(field(input.attr("name"), input.attr("name").equals("title") && title != null
                        ? title
                        : value));
            }
        }
        return request;
    }

    private static MultiPartSpecification field(String name, String value) {
        return new MultiPartSpecBuilder(value).controlName(name).charset(StandardCharsets.UTF_8).build();
    }

    private static String location(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return answer.header("Location").replaceFirst("^http://localhost:\\d+", "");
    }

    private static Document page(int status, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return Jsoup.parse(answer.asString());
    }

    private static byte[] zipOf(int documents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < documents; i++) {
                zip.putNextEntry(new ZipEntry(i + ".txt"));
                zip.write(("A title here\n\n" + Words.some(40)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** A mail with a picture of so many megabytes. */
    private static byte[] large(int megabytes) {
        return ("From: a@example.org\r\nSubject: Road\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n\r\nThe valley road was closed. " + UUID.randomUUID()
                + "\r\n--b\r\nContent-Type: image/png\r\n\r\n"
                + ("x".repeat(62) + "\r\n").repeat(megabytes * 1024 * 16) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String mark) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("1.txt"));
            zip.write(("First title here\n\ntext " + mark).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("2.txt"));
            zip.write(("Second title here\n\ntext " + mark).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("picture.png"));
            zip.write(new byte[]{(byte) 0x89, 'P', 'N', 'G', 0});
        }
        return bytes.toByteArray();
    }
}
