package org.isnad.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.isnad.kernel.Cursor;
import org.isnad.testsupport.ForeignSite;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Session;
import org.isnad.testsupport.Statements;
import org.isnad.testsupport.Words;

/** Imports as a browser without JavaScript makes them, and batches as programs send them. */
@IsnadTest
class ImportPagesIT {
    @Test
    void aTableIsLookedAtAndThenBroughtIn() {
        Session salma = Login.session("salma").in("en");
        String table = "العنوان;النص;تاريخ النشر\r\nخبر أول;" + Words.some(20) + ";2026-11-19\r\nخبر ثان;"
                + Words.some(20)
                + ";أمس\r\n=1+1;" + Words.some(20) + ";\r\n";

        String address = location(upload(salma, "news.csv", table.getBytes(Charset.forName("windows-1256"))));

        Document draft = page(salma.get(address));
        assertThat(draft.select(".notice h2").text()).isNotEmpty();
        assertThat(draft.select("#rows .chip").eachText()).containsExactly("Would be new", "Failed", "Would be new");
        assertThat(draft.select("#rows .a-row").get(1).text())
                .contains("The day “\u2068أمس\u2069” (publishedOn) is not written as in 2026-11-19.");
        assertThat(articles(salma)).doesNotContain("خبر أول");

        post(salma, draft, address + "/start");

        Document done = awaitDone(salma, address);
        assertThat(done.select("#rows .chip").eachText()).containsExactly("New", "Failed", "New");
        assertThat(articles(salma)).contains("خبر أول", "=1+1");
        assertThat(page(salma.get(address + "?state=FAILED")).select("#rows .a-row")).hasSize(1);
        String report = salma.get(address + "/report").asString();
        assertThat(report).contains("publishedOn-not-a-date").contains(",\"'=1+1\",").contains("/articles/");
        assertThat(page(salma.get("/intake")).select(".q-claim").eachText()).contains("news.csv");
        assertThat(Login.session("reem").get(address).statusCode()).isEqualTo(404);
        assertThat(Login.session("huda").in("en").get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void whatChecksTableSaysOfAClaimIsProposedWithoutItsVerdict() {
        Session huda = Login.session("huda").in("en");
        String text = "Somebody says that the dam broke. " + Words.some(20);
        String table = "title,description,created,tags,status,source,media type,media data\n"
                + "The dam broke,,2025-01-03,flood,False,Tipline,Claim,\"" + text + "\"\n"
                + "A picture,,2025-01-03,,False,,UploadedImage,https://b.example/p.jpg\n";
        String address = location(upload(huda, "check.csv", table.getBytes(StandardCharsets.UTF_8)));
        Document draft = page(huda.get(address));

        post(huda, draft, address + "/start");

        Document done = awaitDone(huda, address);
        assertThat(done.select("#rows .chip").eachText()).containsExactly("New", "Failed");
        assertThat(done.select("#rows .a-row").first().text()).contains("False", "flood");
        String claim = done.select("#rows a[href^=/claims/]").attr("href");
        Response read = Login.bearer("huda").get("/api/v1" + claim);
        assertThat(read.<String>path("state")).isEqualTo("PROPOSED");
        assertThat(read.asString()).contains("The dam broke").doesNotContain("False");
    }

    @Test
    void aJsonFileIsReadLineByLineAndAsAnArray() {
        Session salma = Login.session("salma").in("en");
        String lines = "{\"text\":\"" + Words.some(20) + "\"}\nno json\n{\"text\":\"Two\",\"colour\":1}\n";
        String array = "[{\"text\":\"" + Words.some(20) + "\"},{\"publishedOn\":\"x\"},7,";

        Document report = page(salma.get(location(upload(salma, "a.jsonl", utf8(lines)))));
        assertThat(report.select("#rows .chip").eachText()).containsExactly("Would be new", "Failed", "Failed");
        assertThat(report.select("#rows").text()).contains("a field “colour”, which is not known");
        assertThat(page(salma.get(location(upload(salma, "a.json", utf8(array))))).select("#rows .chip").eachText())
                .containsExactly("Would be new", "Failed", "Failed", "Failed");
    }

    @Test
    void whatIsNoTableIsRefusedAndSaysWhy() {
        Session salma = Login.session("salma").in("en");
        for (String content : List.of(" ", "PK\u0003\u0004\u0000", "name,place\na,b\n")) {
            Response answer = upload(salma, "x.csv", utf8(content));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Jsoup.parse(answer.asString()).select("#e-file").text()).isNotEmpty();
        }
        Response nothing = salma.parts("/imports/new").multiPart("addresses", " ").post("/imports/new");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(nothing.asString()).select("#e-addresses").text()).isNotEmpty();
    }

    @Test
    void aZipOfTablesAndDocumentsIsLookedAtRowByRow() throws IOException {
        Session salma = Login.session("salma").in("en");
        byte[] zip = zip(Map.of("a/news.csv", utf8("title,text\nOne," + Words.some(20) + "\nTwo," + Words.some(20)),
                "b/one.txt", utf8("A heading\n\n" + Words.some(60)), "c/list.jsonl",
                utf8("{\"title\":\"Three\",\"text\":\"" + Words.some(20) + "\"}"), "d/empty.csv",
                utf8("name,place\na,b\n"), "e/inner.zip", zip(Map.of("x.txt", utf8("x"))), "f/check.csv",
                utf8("title,description,created,tags,status,source,media type,media data\n"
                        + "The dam broke,,2025-01-03,flood,False,Tipline,Claim,\"" + Words.some(20) + "\"\n")));
        String address = location(upload(salma, "all.zip", zip));

        Document draft = page(salma.get(address));

        assertThat(draft.select("#rows .chip").eachText()).containsExactly("Would be new", "Would be new",
                "Would be new", "Would be new", "Failed", "Failed", "Would be new");
        assertThat(draft.select("#rows .a-row").get(2).text()).contains("b/one.txt");
        assertThat(draft.select("#rows .a-row").get(4).text()).contains("d/empty.csv",
                "The first line names no column called url or text.");
        assertThat(draft.select("#rows .a-row").get(5).text()).contains("e/inner.zip", "unpack it first");
        assertThat(draft.text()).contains("ZIP");
        post(salma, draft, address + "/start");
        Document done = awaitDone(salma, address);
        assertThat(done.select("#rows .chip").eachText()).containsExactly("New", "New", "New", "New", "Failed",
                "Failed", "New");
        assertThat(done.select("#rows .a-row").last().text()).contains("flood", "Proposed claim");
        assertThat(upload(salma, "broken.zip", Arrays.copyOf(zip, 20)).statusCode()).isEqualTo(422);
    }

    @Test
    void aTableThatIsTooLargeUnpackedIsRefusedAndNotCut() throws IOException {
        Session salma = Login.session("salma").in("en");
        byte[] table = ("title,text\nOne," + Words.some(20) + " ".repeat(20 * 1024 * 1024)
                + "\nTwo," + Words.some(20) + "\n").getBytes(StandardCharsets.UTF_8);

        Document draft = page(salma.get(location(upload(salma, "large.zip", zip(Map.of("a.csv", table))))));

        assertThat(draft.select("#rows .chip").eachText()).containsExactly("Failed");
        assertThat(draft.select("#rows .a-row").text()).contains("a.csv", "larger than 20 MB");
    }

    @Test
    void whoDecidesOnARowComesBackToTheSamePage() {
        Session salma = Login.session("salma").in("en");
        String page = ForeignSite.page("/untitled/" + UUID.randomUUID(), "text/html; charset=utf-8",
                utf8("<!doctype html><html lang=\"ar\"><body><article><p>" + Words.some(60)
                        + "</p></article></body></html>"));
        String address = location(salma.parts("/imports/new").multiPart("addresses", "https://\n" + page)
                .post("/imports/new"));
        assertThat(page(salma.get(address)).select("h1").text()).isEqualTo("127.0.0.1 (1)");
        post(salma, page(salma.get(address)), address + "/start");
        awaitDone(salma, address);
        String shown = address + "?state=READY&after="
                + URLEncoder.encode(Cursor.of("1"), StandardCharsets.UTF_8);

        String action = page(salma.get(shown)).select("form[action*=/dismiss]").attr("action");

        assertThat(location(salma.form("/imports/new").post(action))).isEqualTo(shown);
        assertThat(page(salma.get(address)).select("form[action*=/restore]").attr("action"))
                .isEqualTo(address + "/rows/2/restore");
        assertThat(salma.form("/imports/new").post(address + "/rows/3/dismiss").statusCode()).isEqualTo(404);
    }

    @Test
    void aRowCanAskToBecomeAnArticleOfItsOwn() {
        Session salma = Login.session("salma").in("en");
        String text = Words.some(60);
        String table = "title,text,separate\nFirst," + text + ",\nCopy," + text + " again,no\nOwn," + text
                + " once more,yes\nWrong," + Words.some(20) + ",perhaps\n";
        String csv = location(upload(salma, "own.csv", utf8(table)));
        Document draft = page(salma.get(csv));
        assertThat(draft.select("#rows .a-row").last().text()).contains("neither yes nor no");
        post(salma, draft, csv + "/start");
        assertThat(awaitDone(salma, csv).select("#rows .chip").eachText()).filteredOn("New"::equals).hasSize(2);

        String lines = "{\"title\":\"A\",\"text\":\"" + text + " in JSON\"}\n{\"title\":\"B\",\"text\":\"" + text
                + " in JSON too\",\"separate\":true}";
        String json = location(upload(salma, "own.jsonl", utf8(lines)));
        post(salma, page(salma.get(json)), json + "/start");
        assertThat(awaitDone(salma, json).select("#rows .chip").eachText()).containsExactly("Known already", "New");
    }

    @Test
    void whyARowFailedIsSaidInTheReadersLanguage() {
        Session salma = Login.session("salma").in("ar");
        String lines = "{\"text\":\"Two\",\"colour\":1}\nno json\n7\n{\"url\":\"no address\"}\n{\"title\":\"x\",\"text\":\""
                + Words.some(20) + "\",\"publishedOn\":\"2026-11-31x\"}\n";
        String address = location(upload(salma, "wrong.jsonl", utf8(lines)));

        List<String> rows = page(salma.get(address)).select("#rows .a-row p").eachText();

        assertThat(rows).hasSize(5).allSatisfy(row -> assertThat(row).containsPattern("\\p{IsArabic}")
                .doesNotContain("cannot", "Unrecognized", "Some fields", "is no"));
        assertThat(rows.get(0)).contains("colour");
        String english = page(Login.session("salma").in("en").get(address)).select("#rows .a-row p").eachText().get(0);
        assertThat(english).contains("a field “colour”, which is not known");
    }

    @Test
    void anImportCostsTheSameFewStatementsHoweverLongItIs() {
        Session salma = Login.session("salma").in("en");
        String few = location(upload(salma, "few.csv", utf8(rows(10))));
        String many = location(upload(salma, "many.csv", utf8(rows(2000))));
        salma.get(few);
        long forFew = Statements.during(() -> salma.get(few));
        salma.get(many);
        long forMany = Statements.during(() -> salma.get(many));
        assertThat(forMany).isEqualTo(forFew).isLessThanOrEqualTo(8);
        assertThat(page(salma.get(many)).select("#rows .a-row")).hasSize(50);
        String next = page(salma.get(many)).select("#rows a[rel=next]").attr("href");
        assertThat(page(salma.get(next)).select("#rows .a-row").first().text()).contains("Row 51");
    }

    @Test
    void aBatchIsAcceptedOnceAndReportsOnEachRow() throws InterruptedException {
        String key = UUID.randomUUID().toString();
        String body = """
                {"articles":[{"text":"%s"},{"title":"no text"},{"text":"x","colour":"red"},
                             {"text":"%s","publishedOn":"2026-11-19"}]}""".formatted(Words.some(20), Words.some(20));

        Response first = batch(key, body);
        Response again = batch(key, body);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(202);
        String job = first.header("Location").replaceFirst("^https?://[^/]+", "");
        assertThat(again.header("Location").replaceFirst("^https?://[^/]+", "")).isEqualTo(job);
        Response done = client().get(job);
        for (int i = 0; i < 300 && !"DONE".equals(done.path("state")); i++) {
            Thread.sleep(100);
            done = client().get(job);
        }
        assertThat(done.<Integer>path("total")).isEqualTo(4);
        assertThat(done.<Map<String, Integer>>path("rows")).containsEntry("new", 2).containsEntry("failed", 2);
        Response items = client().queryParam("limit", 3).get(job + "/items");
        assertThat(items.<List<String>>path("items.state")).containsExactly("NEW", "FAILED", "FAILED");
        assertThat(items.<List<String>>path("items.reason")).containsExactly(null, "url-required", "not-readable");
        assertThat(items.header("Link")).contains("rel=\"next\"");
        assertThat(Login.bearer("salma").get(job).statusCode()).isEqualTo(404);
        assertThat(client().post(job + "/cancel").statusCode()).isEqualTo(409);
        assertThat(batch(UUID.randomUUID().toString(), "{\"articles\":[]}").statusCode()).isEqualTo(422);
    }

    private static RequestSpecification client() {
        return Login.client("articles:write");
    }

    private static Response batch(String key, String body) {
        // Sent as it stands, as clients do; this one would escape the colon.
        return client().urlEncodingEnabled(false).header("Idempotency-Key", key).contentType("application/json")
                .body(body).post("/api/v1/articles:batch");
    }

    private static String rows(int count) {
        StringBuilder table = new StringBuilder("title,text\n");
        for (int i = 0; i < count; i++) {
            table.append("Title ").append(i).append(',').append(Words.some(20)).append('\n');
        }
        return table.toString();
    }

    private static Response upload(Session session, String name, byte[] bytes) {
        return session.parts("/imports/new").multiPart("file", name, bytes).post("/imports/new");
    }

    private static void post(Session session, Document page, String action) {
        assertThat(page.select("form[action=" + action + "]")).hasSize(1);
        Response answer = session.form("/imports/new").post(action);
        assertThat(answer.statusCode()).as(action).isEqualTo(303);
    }

    private static Document awaitDone(Session session, String address) {
        Document page = page(session.get(address));
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!page.select("#refresh").isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            page = page(session.get(address));
        }
        return page;
    }

    private static String articles(Session session) {
        return page(session.get("/articles")).text();
    }

    private static String location(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static Document page(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }

    /** In the order of their names. */
    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
