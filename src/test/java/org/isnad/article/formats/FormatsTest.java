package org.isnad.article.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.article.NaughtyStrings;
import org.isnad.article.Seeds;
import org.isnad.article.formats.FormatReading.Read;
import org.isnad.article.formats.FormatReading.Reason;
import org.isnad.article.formats.FormatReading.Unreadable;

class FormatsTest {
    private static final byte[] PDF = new Pdfs().about("مكتبة جديدة", "ليلى").page("مكتبة جديدة للأطفال", "",
            "افتتحت البلدية عام 1998 مكتبة قرب الحديقة، وقالت المديرة:", "«كل الكتب مجانية» (حتى الآن). Books للجميع.",
            "", "فقرة ثانية قصيرة.").page("الصفحة الثانية.").bytes();
    private static final byte[] DOCX = Docxs.of(FormatsTest::article);
    private static final List<byte[]> SAMPLES = List.of(PDF, DOCX, Mails.plain(), Mails.alternative(), Mails.archive());

    @Test
    void readsArabicPdfInTheOrderInWhichItIsRead() {
        Read read = read(PDF);

        assertThat(read.text()).isEqualTo("""
                مكتبة جديدة للأطفال

                افتتحت البلدية عام 1998 مكتبة قرب الحديقة، وقالت المديرة: «كل الكتب مجانية» (حتى الآن). Books للجميع.

                فقرة ثانية قصيرة.

                الصفحة الثانية.""");
        assertThat(read.mediaType()).isEqualTo("application/pdf");
        assertThat(read.html()).isFalse();
        assertThat(read.title()).isEqualTo("مكتبة جديدة");
        assertThat(read.author()).isEqualTo("ليلى");
    }

    @Test
    void readsShapedLettersOfAPdfAsLetters() {
        assertThat(read(new Pdfs().page("\uFEB3\uFEFC\uFEE1 \uFED3\uFEF2").bytes()).text()).isEqualTo("سلام في");
    }

    @Test
    void readsWordsThatStandApart() {
        for (String line : List.of("قالت شركة Blue Harbour Lines إن 340 حاوية وصلت",
                "The company said (on Monday) that it came")) {
            assertThat(read(new Pdfs().withoutBlanks().page(line).bytes()).text()).isEqualTo(line);
        }
    }

    @Test
    void readsEnglishPdf() {
        assertThat(read(new Pdfs().page("A new library", "", "The town opened a library (its first)", "near the park.")
                .bytes()).text())
                .isEqualTo("A new library\n\nThe town opened a library (its first) near the park.");
    }

    @Test
    void readsDocx() {
        Read read = read(DOCX);

        assertThat(read.text()).isEqualTo("""
                مكتبة جديدة للأطفال

                افتتحت البلدية عام 1998 مكتبة. Books للجميع.

                السنة\tالكتب
                2017\t٤٠٠٠""");
        assertThat(read.title()).isEqualTo("مكتبة جديدة للأطفال");
        assertThat(read.author()).isEqualTo("ليلى");
        assertThat(read.created()).isNotNull();
        assertThat(read.html()).isFalse();
    }

    @Test
    void readsAMail() {
        assertThat(read(Mails.plain())).isEqualTo(new Read("message/rfc822", Mails.ARABIC, false, "مكتبة جديدة",
                "مكتب الأخبار", Instant.parse("2017-10-14T07:15:00Z"), null));
    }

    @Test
    void prefersTheWebPageOfAMailAndPassesOverAttachments() {
        Read read = read(Mails.alternative());

        assertThat(read.html()).isTrue();
        assertThat(read.text().strip())
                .isEqualTo("<h1>A new library</h1><p>Café and books, a long line that is broken.</p>");
    }

    @Test
    void readsAWebArchiveWithItsAddress() {
        Read read = read(Mails.archive());

        assertThat(read.mediaType()).isEqualTo("multipart/related");
        assertThat(read.html()).isTrue();
        assertThat(read.text()).contains("<p>" + Mails.ARABIC + "</p>");
        assertThat(read.address()).isEqualTo("https://example.org/news/library");
        assertThat(read.title()).isEqualTo("A new library");
        assertThat(read.author()).isNull();
    }

    @Test
    void readsAMailInsideAMail() {
        String inner = new String(Mails.plain(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        byte[] forwarded = Mails.bytes("""
                From: a@example.org
                MIME-Version: 1.0
                Content-Type: message/rfc822

                %s""".formatted(inner));

        assertThat(read(forwarded).title()).isEqualTo("مكتبة جديدة");
    }

    @Test
    void saysWhatAsksForAPassword() throws Exception {
        assertReason(new Pdfs().page("secret").withPassword("open").bytes(), Reason.ENCRYPTED);
        assertThat(read(new Pdfs().page("readable").withPassword("").bytes()).text()).isEqualTo("readable");
        assertReason(Docxs.encrypted(DOCX), Reason.ENCRYPTED);
        assertReason(Mails.bytes("MIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nMIAG"),
                Reason.ENCRYPTED);
    }

    @Test
    void saysWhatIsEncryptedForCertainKeys() {
        assertReason(pdf("/Encrypt 4 0 R/ID[<01><01>]", "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
                "<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4/Length 128>>"), Reason.ENCRYPTED);
    }

    @Test
    void doesNotBelieveAFontThatAnnouncesMillionsOfWidths() {
        assertReason(pdf("", "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                "<</Length 24>>stream\nBT /F 9 Tf <0041> Tj ET \nendstream",
                "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>"
                        + "/W[0 2000000000 500]>>"),
                Reason.DAMAGED);
    }

    @Test
    void saysWhatHasNoText() {
        assertReason(new Pdfs().page().page().bytes(), Reason.NO_TEXT);
        assertReason(new Pdfs().page("1998").bytes(), Reason.NO_TEXT);
        assertReason(Docxs.of(document -> {
        }), Reason.NO_TEXT);
        assertReason(Mails.bytes("MIME-Version: 1.0\nContent-Type: image/png\n\nx"), Reason.NO_TEXT);
    }

    @Test
    void refusesBombs() throws IOException {
        assertReason(zip("word/document.xml", 20 * 1024 * 1024), Reason.TOO_LARGE);
        assertReason(zip("word/media/picture.bmp", 120 * 1024 * 1024), Reason.TOO_LARGE);
        Pdfs pages = new Pdfs();
        for (int i = 0; i < 501; i++) {
            pages.page("x");
        }
        assertReason(pages.bytes(), Reason.TOO_LARGE);
    }

    @Test
    void expandsNoEntities() throws IOException {
        byte[] docx = replacing(DOCX, "word/document.xml", """
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>
                <w:t>words &a;</w:t></w:r></w:p></w:body></w:document>""");

        assertReason(docx, Reason.DAMAGED);
    }

    @Test
    void leavesOutWhatWasDeletedAndKeepsWhatWasAdded() throws IOException {
        byte[] docx = replacing(DOCX, "word/document.xml", """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>
                <w:r><w:t xml:space="preserve">The town </w:t></w:r>
                <w:del w:id="1" w:author="a"><w:r><w:delText>closed</w:delText></w:r></w:del>
                <w:ins w:id="2" w:author="a"><w:r><w:t>opened</w:t></w:r></w:ins>
                <w:r><w:t xml:space="preserve"> it.</w:t></w:r></w:p></w:body></w:document>""");

        assertThat(read(docx).text()).isEqualTo("The town opened it.");
    }

    @Test
    void readsNotesCellsAndBreaksOfADocx() throws IOException {
        String word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
        byte[] docx = replacing(DOCX, "word/document.xml",
                """
                        <w:document %s><w:body>
                        <w:p><w:pPr><w:pStyle w:val="Heading1"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>A library</w:t>
                        </w:r></w:p>
                        <w:p><w:r><w:t>It opened</w:t><w:footnoteReference w:id="2"/><w:br/><w:t xml:space="preserve"> in May</w:t>
                        <w:tab/><w:t>1998</w:t></w:r><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>
                        <w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></mc:Choice>
                        <mc:Fallback><w:t>older</w:t></mc:Fallback></mc:AlternateContent><w:instrText>PAGE</w:instrText></w:r></w:p>
                        <w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>A link.</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>
                        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>one</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p></w:tc>
                        <w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>in it</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr>
                        <w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>last</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
                        </w:body></w:document>"""
                        .formatted(word),
                "word/footnotes.xml",
                """
                        <w:footnotes %s><w:footnote w:id="2"><w:p><w:r><w:t>Says the mayor.</w:t></w:r></w:p></w:footnote></w:footnotes>"""
                        .formatted(word));

        Read read = read(docx);

        assertThat(read.title()).isEqualTo("A library");
        assertThat(read.text()).isEqualTo("""
                A library

                It opened
                 in May\t1998 [2: Says the mayor.]

                A link.

                one two\tin it
                \tlast""");
    }

    @Test
    void readsAPdfThatBringsItsLettersAlong() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page);
                    InputStream letters = PDDocument.class
                            .getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
                content.beginText();
                content.setFont(PDType0Font.load(document, letters, true), 12);
                content.newLineAtOffset(50, 700);
                content.showText("The town opened a library.");
                content.endText();
            }
            document.save(bytes);
        }

        assertThat(read(bytes.toByteArray()).text()).isEqualTo("The town opened a library.");
    }

    @Test
    void readsRangesOfAFontsCodes() {
        assertThat(read(HostilePdfs.codes("2 beginbfrange <61> <63> <0041> <64> <65> [<0044> <00450046>] endbfrange",
                "abcde")).text()).isEqualTo("ABCDEF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "From: a reporter\nDate: 14 October 2017\n\nThe town opened a library.",
            "Title: a: b\n\nwords", "<html><body>Content-Type: text/html</body></html>", "Some words, then %PDF-1.4",
            "{\\rtf1 words}"})
    void leavesAloneWhatIsNoneOfTheFormats(String text) {
        assertThat(Formats.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void leavesAloneTextsAndFoldersOfDocuments() throws IOException {
        assertThat(Seeds.all()).allSatisfy(
                seed -> assertThat(Formats.read(Seeds.bytes(seed.getFileName().toString()))).isEmpty());
        assertThat(NaughtyStrings.all())
                .allSatisfy(naughty -> assertThat(Formats.read(naughty.getBytes(StandardCharsets.UTF_8))).isEmpty());
        assertThat(Formats.isDocx(zip("article.txt", 10))).isFalse();
        ByteArrayOutputStream folder = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(folder)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry("article.docx"));
            zip.write(DOCX);
        }
        assertThat(Formats.isDocx(folder.toByteArray())).isFalse();
        assertThat(Formats.isDocx(DOCX)).isTrue();
    }

    @Test
    void neverFailsOnWhatIsCutShort() {
        for (byte[] sample : SAMPLES) {
            for (int length = 0; length < sample.length; length += Math.max(1, sample.length / 150)) {
                Formats.read(Arrays.copyOf(sample, length));
            }
        }
    }

    @Property(tries = 200)
    void neverFailsOnWhatIsDamaged(@ForAll @IntRange(max = 4) int sample,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = Integer.MAX_VALUE) Integer> flips) {
        byte[] damaged = SAMPLES.get(sample).clone();
        for (int flip : flips) {
            damaged[(flip >>> 3) % damaged.length] ^= (byte) (1 << (flip & 7));
        }

        Formats.read(damaged);
    }

    private static void article(XWPFDocument document) {
        document.getProperties().getCoreProperties().setCreator("ليلى");
        var heading = document.createParagraph();
        heading.setStyle("Heading1");
        heading.createRun().setText("مكتبة جديدة للأطفال");
        document.createParagraph();
        var words = document.createParagraph();
        words.getCTP().addNewPPr().addNewBidi();
        words.createRun().setText("افتتحت البلدية عام 1998 ");
        words.createRun().setText("مكتبة. Books للجميع.");
        var table = document.createTable(2, 2);
        table.getRow(0).getCell(0).setText("السنة");
        table.getRow(0).getCell(1).setText("الكتب");
        table.getRow(1).getCell(0).setText("2017");
        table.getRow(1).getCell(1).setText("٤٠٠٠");
    }

    private static Read read(byte[] bytes) {
        assertThat(Formats.read(bytes)).get().isInstanceOf(Read.class);
        return (Read) Formats.read(bytes).orElseThrow();
    }

    private static void assertReason(byte[] bytes, Reason reason) {
        assertThat(Formats.read(bytes)).get().isInstanceOfSatisfying(Unreadable.class,
                refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static byte[] zip(String name, int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            if (name.startsWith("word/media")) {
                zip.putNextEntry(new ZipEntry("word/document.xml"));
            }
            zip.putNextEntry(new ZipEntry(name));
            byte[] blank = new byte[1024 * 1024];
            for (int written = 0; written < size; written += blank.length) {
                zip.write(blank);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(String trailer, String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.5\n");
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.length + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = pdf.length();
        return pdf.append(table).append("trailer\n<</Size ").append(objects.length + 1).append("/Root 1 0 R")
                .append(trailer).append(">>\nstartxref\n").append(start).append("\n%%EOF").toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] replacing(byte[] docx, String part, String content, String... added) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var from = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(docx));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(entry.getName().equals(part)
                        ? content.getBytes(StandardCharsets.UTF_8)
                        : from.readAllBytes());
            }
            for (int i = 0; i < added.length; i += 2) {
                to.putNextEntry(new ZipEntry(added[i]));
                to.write(added[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
