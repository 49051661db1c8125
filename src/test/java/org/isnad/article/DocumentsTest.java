package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import org.isnad.article.Proposals.Refused;
import org.isnad.article.capture.FetchId;
import org.isnad.article.capture.FetchedDocument;
import org.isnad.article.formats.Pdfs;

class DocumentsTest {
    private static final byte[] TEXT = utf8("ارتفاع منسوب النهر في السدرة\n\nقالت البلدية إن المنسوب ارتفع مترين.");
    private static final byte[] PAGE = utf8(
            "<!doctype html><title>River rises</title><p>" + "The river rose by two metres. ".repeat(9));

    @Test
    void typesByContentAndNotByName() {
        assertThat(read("page.txt", PAGE).articles()).extracting(ArticleProposal::mediaType)
                .containsExactly("text/html");
        assertThat(read("text.html", TEXT).articles()).extracting(ArticleProposal::mediaType)
                .containsExactly("text/plain");
        assertThat(read("zip.txt", zip(Map.of("a.txt", TEXT))).articles()).hasSize(1);
    }

    @Test
    void keepsTheBytesAndTheirHash() {
        ArticleProposal proposal = read("a.txt", utf8("one")).articles().get(0);

        assertThat(proposal.original().bytes()).isEqualTo(utf8("one"));
        assertThat(proposal.sha256()).isEqualTo("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed");
    }

    @Test
    void changesNothingOfTheArticleButLineEnds() {
        String text = "Title\r\n\r\nBody\u00A0e\u0301 \uFEFF\u200F\r\n\r\nfurther\rend \u2028 ";
        assertThat(read("a.txt", utf8(text)).articles().get(0).text())
                .isEqualTo("Body\u00A0e\u0301 \uFEFF\u200F\n\nfurther\nend \u2028 ");
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(read("a.pdf", utf8("%PDF-1.7 ...")).refused()).containsExactly(new Refused("a.pdf", "damaged"));
        assertThat(read("a.png", new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}).refused())
                .containsExactly(new Refused("a.png", "not-text"));
        assertThat(read("a.txt", utf8(" \n\u00A0\n")).refused()).containsExactly(new Refused("a.txt", "empty"));
        assertThat(read("a.txt", new byte[0]).refused()).containsExactly(new Refused("a.txt", "empty"));
        assertThat(read("a.html", utf8("<html><script>alert(1)</script></html>")).refused())
                .containsExactly(new Refused("a.html", "empty"));
    }

    @Test
    void refusesWhatIsTooLarge() {
        byte[] large = new byte[Documents.LARGEST + 1];
        Arrays.fill(large, (byte) 'x');
        assertThat(read("a.txt", large).refused()).containsExactly(new Refused("a.txt", "too-large"));
    }

    @Test
    void unpacksAZipAndSaysWhatItLeftOut() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("first.txt", TEXT);
        files.put("folder/", new byte[0]);
        files.put("__MACOSX/._first.txt", new byte[]{0, 5});
        files.put("folder/picture.png", new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 1});
        files.put("../../etc/passwd", PAGE);
        files.put("inner.zip", zip(Map.of("x.txt", TEXT)));
        Proposals proposals = read("all.zip", zip(files));

        assertThat(proposals.articles()).extracting(article -> article.original().fileName())
                .containsExactly("first.txt", "../../etc/passwd");
        assertThat(proposals.refused()).containsExactly(new Refused("folder/picture.png", "not-text"),
                new Refused("inner.zip", "zip-in-zip"));
    }

    @Test
    void readsNamesOfOldZipPrograms() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("windows-1256"))) {
            zip.putNextEntry(new ZipEntry("مقال الصباح.txt"));
            zip.write(TEXT);
        }
        assertThat(read("old.zip", bytes.toByteArray()).articles().get(0).original().fileName())
                .isEqualTo("مقال الصباح.txt");
    }

    @Test
    void stopsAtAZipBomb() {
        byte[] zeros = new byte[8 * 1024 * 1024];
        Arrays.fill(zeros, (byte) '0');
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            files.put(i + ".txt", zeros);
        }
        Proposals proposals = read("bomb.zip", zip(files));

        assertThat(proposals.articles()).isEmpty();
        assertThat(proposals.refused()).hasSize(9).last().isEqualTo(new Refused("8.txt", "too-many-files"));
    }

    /** To get to the next file all of this one is unpacked, wanted or not. */
    @Test
    void stopsAtWhatIsPassedOver() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write(TEXT);
            zip.putNextEntry(new ZipEntry("__MACOSX/film.mov"));
            byte[] blank = new byte[1024 * 1024];
            for (int i = 0; i < 300; i++) {
                zip.write(blank);
            }
            zip.putNextEntry(new ZipEntry("b.txt"));
            zip.write(PAGE);
        }
        Proposals proposals = read("film.zip", bytes.toByteArray());

        assertThat(proposals.articles()).hasSize(1);
        assertThat(proposals.refused()).containsExactly(new Refused("film.zip", "unpacks-to-much"));
    }

    @Test
    void stopsAtTooManyFiles() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 510; i++) {
            files.put(i + ".txt", utf8("text " + i));
        }
        Proposals proposals = read("many.zip", zip(files));

        assertThat(proposals.articles()).hasSize(500);
        assertThat(proposals.refused()).containsExactly(new Refused("500.txt", "too-many-files"));
    }

    @Test
    void offersWhatIsReadableOfADamagedZip() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.txt", TEXT);
        files.put("b.txt", PAGE);
        byte[] whole = zip(files);
        Proposals proposals = read("half.zip", Arrays.copyOf(whole, whole.length / 2));

        assertThat(proposals.refused()).containsExactly(new Refused("half.zip", "damaged-zip"));
        assertThat(read("no.zip", new byte[]{'P', 'K', 3, 4, 1, 2, 3}).refused()).hasSize(1);
    }

    @Test
    void survivesNaughtyStrings() {
        for (String naughty : NaughtyStrings.all()) {
            Proposals proposals = read(naughty, utf8(naughty + "\n\n" + naughty));
            assertThat(proposals.articles().size() + proposals.refused().size()).isEqualTo(1);
            assertThat(proposals.articles()).allSatisfy(article -> assertThat(article.text()).isNotBlank());
        }
    }

    @Test
    void countsBackFromWhenADocumentWasFetchedOrSent() {
        byte[] page = utf8("<title>River rises</title><p>2 days ago<p>" + "The river rose by two metres. ".repeat(9));
        FetchedDocument fetched = new FetchedDocument(new FetchId(new UUID(0, 1)), "https://coast.example/n",
                "https://coast.example/n", page, null, Instant.parse("2026-11-18T09:00:00Z"));
        byte[] mail = concat(utf8("From: a@coast.example\r\nDate: Wed, 11 Nov 2026 10:00:00 +0200\r\nSubject: x\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"), page);

        assertThat(Documents.read(Upload.of(fetched)).articles()).extracting(ArticleProposal::publishedOn)
                .containsExactly(LocalDate.of(2026, 11, 16));
        assertThat(read("a.eml", mail).articles()).extracting(ArticleProposal::publishedOn)
                .containsExactly(LocalDate.of(2026, 11, 9));
        assertThat(read("a.html", page).articles()).extracting(ArticleProposal::publishedOn).containsOnlyNulls();
    }

    @Test
    void aMailIsTitledByItsSubjectAndLosesNoSentence() {
        String first = "أعلنت وزارة الصحة أن حملة التلقيح المجانية وصلت إلى 310 آلاف طفل في 24 محافظة.";
        byte[] mail = utf8("From: press@ministry.example\r\nSubject: Fwd: =?utf-8?b?"
                + Base64.getEncoder().encodeToString(utf8("بيان: حملة التلقيح ضد الحصبة"))
                + "?=\r\nMIME-Version: 1.0\r\n"
                + "Date: Tue, 10 Nov 2026 09:12:00 +0200\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + first
                + "\n\nوقالت الوزيرة سمر العيسى إن نسبة التغطية بلغت 96 بالمئة.\n");

        assertThat(read("bayan.eml", mail).articles()).singleElement().satisfies(article -> {
            assertThat(article.title()).isEqualTo("بيان: حملة التلقيح ضد الحصبة");
            assertThat(article.text()).contains(first).contains("96");
            assertThat(article.publishedOn()).isNull();
        });
    }

    /** A page that was printed begins with its menu; the file's title tells which line is the heading. */
    @Test
    void aPrintedPageIsTitledByTheLineThatTheFileNames() {
        byte[] pdf = new Pdfs().about("تقرير عن مياه الشرب | صحيفة المرفأ", "").page("صحيفة المرفأ", "",
                "الرئيسية سياسة اقتصاد رياضة", "", "تقرير عن مياه الشرب", "",
                "كشف تقرير رسمي صدر صباح اليوم عن وزارة البيئة أن 30 بالمئة",
                "من عينات مياه الشرب التي أُخذت من ضواحي المدينة ملوثة", "بالنترات بما يزيد على الحد.", "",
                "وقال مدير المختبر المركزي وائل شاهين إن الحد المسموح هو 50",
                "مليغرامًا في كل لتر من الماء، وإن الفحص سيتكرر بعد",
                "أسبوعين في الآبار نفسها.").bytes();

        assertThat(read("print.pdf", pdf).articles()).singleElement().satisfies(article -> {
            assertThat(article.title()).isEqualTo("تقرير عن مياه الشرب");
            assertThat(article.text()).contains("كشف تقرير رسمي صدر").endsWith("نفسها.");
        });
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static Proposals read(String name, byte[] bytes) {
        return Documents.read(new Upload(name, bytes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
