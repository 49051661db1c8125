package org.isnad.article.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;

/** Files that are damaged, huge, or not what they say: read exactly or refused with a reason, and never an error of the desk's. */
@IsnadTest
class HostileUploadsIT {
    private static final String ARABIC = "قال رئيس البلدية إن مخزون المستشفى يكفي ثلاثة أيام، وإن الطريق أُغلقت يوم الثلاثاء أمام الشاحنات كلها.";

    @Test
    void everyEncodingIsReadWhateverItIsCalled() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("windows-1256.txt", ARABIC.replace("أُ", "أ").getBytes(Charset.forName("windows-1256")));
        files.put("utf-16le.txt", ARABIC.getBytes(StandardCharsets.UTF_16LE));
        files.put("utf-16be.txt", ARABIC.getBytes(StandardCharsets.UTF_16BE));
        files.put("utf-16.txt", ARABIC.getBytes(StandardCharsets.UTF_16));
        files.put("misdeclared.html", html("windows-1252", ARABIC).getBytes(StandardCharsets.UTF_8));
        files.put("misdeclared-1256.html",
                html("utf-8", ARABIC.replace("أُ", "أ")).getBytes(Charset.forName("windows-1256")));
        files.forEach((name, bytes) -> {
            Response answer = upload(name, bytes);
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            assertThat(Jsoup.parse(answer.asString()).select("textarea[name=text]").text()).as(name)
                    .contains("مخزون المستشفى يكفي ثلاثة");
        });
    }

    @Test
    void whatIsDamagedOrHugeIsRefusedWithAReason() throws Exception {
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("noise.bin", noise);
        files.put("cut.zip", Arrays.copyOf(zip(noise), 5_000));
        files.put("cut.docx", Arrays.copyOf(zip("word/document.xml", noise), 700));
        files.put("cut.pdf",
                ("%PDF-1.7\n1 0 obj << /Type /Catalog " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII));
        files.put("seven.txt", ("كلمة ".repeat(750_000)).getBytes(StandardCharsets.UTF_8));
        files.put("nothing.txt", new byte[0]);
        files.put("blank.html", "<html><body> \n </body></html>".getBytes(StandardCharsets.US_ASCII));
        files.put("zeros.txt", new byte[100_000]);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Response answer = upload(file.getKey(), file.getValue());
            assertThat(answer.statusCode()).as(file.getKey()).isEqualTo(422);
            Document page = Jsoup.parse(answer.asString());
            assertThat(page.select("[role=alert], .fault, .invalid-feedback").text()).as(file.getKey()).isNotEmpty();
        }
    }

    @Test
    void aFileOfFiftyMegabytesIsRefusedWithAReason() {
        byte[] large = new byte[50 * 1024 * 1024];
        Arrays.fill(large, (byte) 'x');
        Response answer = upload("fifty.txt", large);
        assertThat(answer.statusCode()).isIn(413, 422);
        assertThat(Jsoup.parse(answer.asString()).text()).isNotEmpty();
    }

    @Test
    void aHundredThousandLinesAreReadInTheirOrder() {
        StringBuilder text = new StringBuilder("The ledger of the harbour\n\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("Ship ").append(i).append(" left.\n");
        }
        Response answer = upload("lines.txt", text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isIn(200, 422);
        if (answer.statusCode() == 200) {
            List<String> lines = Jsoup.parse(answer.asString()).selectFirst("textarea[name=text]").wholeText().lines()
                    .filter(line -> line.startsWith("Ship")).toList();
            assertThat(lines).hasSizeGreaterThan(90_000).startsWith("Ship 0 left.", "Ship 1 left.");
        }
    }

    private static Response upload(String name, byte[] bytes) {
        return Login.session("salma").parts("/articles/new").multiPart("files", name, bytes).post("/articles/new");
    }

    private static String html(String charset, String text) {
        return "<!doctype html><html><head><meta charset=\"" + charset
                + "\"><title>البلدية</title></head><body><article><p>"
                + text + "</p></article></body></html>";
    }

    private static byte[] zip(byte[] content) throws Exception {
        return zip("a.txt", content);
    }

    private static byte[] zip(String name, byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
