package org.isnad.article.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither the largest document that is read nor one that is made to take memory takes more than a node has (docs/intake.md). */
class LittleMemoryTest {
    private static final String MEMORY = "-Xmx400m";
    private static final int MEGABYTE = 1024 * 1024;
    private static final String WORD = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body><w:p><w:r><w:t>words</w:t></w:r></w:p>%s</w:body></w:document>";

    @TempDir
    Path folder;

    @Test
    void pdfsThatAreMadeToTakeMemory() throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> pdf : HostilePdfs.all().entrySet()) {
            put(pdf.getKey(), pdf.getValue(), pdf.getKey().startsWith("widths") ? "damaged" : "too-large", expected);
        }

        assertThat(read()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void otherDocumentsThatAreMadeToTakeMemory() throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("word/document.xml", WORD.formatted("<w:p/>".repeat(900_000)));
        for (int i = 1; i < 5; i++) {
            headers.put("word/header" + i + ".xml", WORD.formatted("<w:p/>".repeat(15 * MEGABYTE / 6)));
        }
        put("headers", zip(headers), "read", expected);
        put("elements", docx("<w:p/>".repeat(2_000_000)), "too-large", expected);
        put("elements in elements", docx("<a>".repeat(900_000) + "</a>".repeat(900_000)), "too-large", expected);
        put("parts", Mails.bytes("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\n\nx\n".repeat(2_000_000)), "too-large", expected);
        put("files in a directory", directory(1_200_000), "none", expected);

        assertThat(read()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void theLargestOfEachFormat() throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        put("names.pdf", HostilePdfs.text("BT/F 9 Tf(words)Tj ET " + HostilePdfs.many(1_450_000, i -> "/" + i)), "read",
                expected);
        put("lists.pdf", HostilePdfs.text("BT/F 9 Tf(words)Tj ET [" + "[]".repeat(1_450_000) + "]"), "read", expected);
        put("book.pdf", HostilePdfs.book(40, 99_000), "read", expected);
        put("names.docx", docx(HostilePdfs.many(980_000, i -> "<n" + i + "/>")), "read", expected);
        put("paragraphs.docx", docx("<w:p><w:r><w:t>a b</w:t></w:r></w:p>".repeat(330_000)), "read", expected);
        put("words.docx", docx("<w:p><w:r><w:t>" + "ab ".repeat(1_300_000) + "</w:t></w:r></w:p>"), "read", expected);
        put("attribute.docx", docx("<w:p w:a=\"" + "ab ".repeat(5 * MEGABYTE) + "\"/>"), "read", expected);
        put("mail.eml", Mails.bytes("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n"
                + "ab\n".repeat(900_000) + "\n--b\nContent-Type: image/png\n\n" + "ab\n".repeat(4_000_000)
                + "\n--b--\n"), "read", expected);

        assertThat(read()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private void put(String name, byte[] document, String outcome, Map<String, String> expected) throws IOException {
        Files.write(folder.resolve(name), document);
        expected.put(name, outcome);
    }

    /** What came of each, in a program with little memory that ends when there is not enough. */
    private Map<String, String> read() throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY, "-XX:+ExitOnOutOfMemoryError", "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ReadInLittleMemory.class.getName()));
        try (var files = Files.list(folder)) {
            files.map(Path::toString).sorted().forEach(command::add);
        }
        Path said = folder.resolveSibling(folder.getFileName() + "-said");
        Process reading = new ProcessBuilder(command).redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(reading.waitFor()).as("of what was read until then: %s", Files.readString(said)).isZero();
        Map<String, String> outcomes = new LinkedHashMap<>();
        Files.readString(said).lines().filter(line -> line.contains(": ")).map(line -> line.split(": ", 2))
                .forEach(line -> outcomes.put(line[0], line[1]));
        Files.delete(said);
        return outcomes;
    }

    private static byte[] docx(String content) throws IOException {
        return zip(Map.of("word/document.xml", WORD.formatted(content)));
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** A ZIP whose directory names far more files than it holds. */
    private static byte[] directory(int files) {
        byte[] entry = new byte[47];
        System.arraycopy(new byte[]{'P', 'K', 1, 2}, 0, entry, 0, 4);
        entry[28] = 1;
        entry[46] = 'x';
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] local = new byte[31];
        System.arraycopy(new byte[]{'P', 'K', 3, 4}, 0, local, 0, 4);
        local[26] = 1;
        local[30] = 'x';
        bytes.writeBytes(local);
        for (int i = 0; i < files; i++) {
            bytes.writeBytes(entry);
        }
        byte[] end = new byte[22];
        System.arraycopy(new byte[]{'P', 'K', 5, 6}, 0, end, 0, 4);
        end[16] = (byte) local.length;
        bytes.writeBytes(end);
        return bytes.toByteArray();
    }
}
