package org.isnad.article.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jspecify.annotations.Nullable;

import org.isnad.article.formats.FormatReading.Read;

/**
 * Reads Word's .docx: paragraphs, tables with one row per line, and what content controls hold. Deleted text under tracked
 * changes is left out; headers, comments, text boxes and pictures are not read.
 */
final class DocxFormat {
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String MAIN_PART = "word/document.xml";
    /** Its parts are kept in memory as trees, which are many times as large. */
    private static final int LARGEST_PART = 16 * 1024 * 1024;
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final Pattern PACKAGE_PART = Pattern.compile("\\[Content_Types]\\.xml|_rels/.*|docProps/.*|word/.*");
    private static final Pattern HEADING = Pattern.compile("title|heading 1");

    private DocxFormat() {}

    static boolean is(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K' || bytes[2] != 3 || bytes[3] != 4) {
            return false;
        }
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
            return zip.getEntry(MAIN_PART) != null;
        } catch (IOException | RuntimeException e) {
            // Without its directory, which is at the end, a ZIP still names its first file.
            return PACKAGE_PART.matcher(firstName(bytes)).matches();
        }
    }

    /** Word keeps a document that has a password in another format. */
    static boolean isEncrypted(byte[] bytes) {
        return FileMagic.valueOf(bytes) == FileMagic.OLE2 && contains(bytes, ENCRYPTED_PACKAGE);
    }

    static FormatReading read(byte[] bytes) throws IOException {
        refuseBombs(bytes);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            CoreProperties about = document.getProperties().getCoreProperties();
            String title = heading(document).or(() -> Optional.ofNullable(about.getTitle())).orElse(null);
            return new Read(MEDIA_TYPE, text(document), false, Values.of(title), Values.of(about.getCreator()),
                    instant(about.getCreated()), null);
        }
    }

    private static String text(XWPFDocument document) throws TooLargeException {
        String text = document.getBodyElements().stream().map(DocxFormat::text).map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty()).collect(Collectors.joining("\n\n"));
        if (text.length() > Formats.LONGEST_TEXT) {
            throw new TooLargeException();
        }
        return text;
    }

    private static String text(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph) {
            return paragraph.getText();
        }
        if (element instanceof XWPFTable table) {
            return table.getRows().stream()
                    .map(row -> row.getTableCells().stream().map(cell -> cell.getText().strip())
                            .collect(Collectors.joining("\t")))
                    .collect(Collectors.joining("\n"));
        }
        return element instanceof XWPFSDT control ? control.getContent().getText() : "";
    }

    private static Optional<String> heading(XWPFDocument document) {
        List<XWPFParagraph> paragraphs = document.getParagraphs();
        return paragraphs.stream().filter(paragraph -> isHeading(document, paragraph)).map(XWPFParagraph::getText)
                .filter(text -> !text.isBlank()).findFirst();
    }

    /** Names of built-in styles are the same in every language; their ids are not. */
    private static boolean isHeading(XWPFDocument document, XWPFParagraph paragraph) {
        XWPFStyle style = paragraph.getStyle() == null || document.getStyles() == null
                ? null
                : document.getStyles().getStyle(paragraph.getStyle());
        return Stream.of(paragraph.getStyle(), style == null ? null : style.getName())
                .anyMatch(name -> name != null && HEADING.matcher(spaced(name)).matches());
    }

    private static String spaced(String style) {
        return style.toLowerCase(Locale.ROOT).replace("heading1", "heading 1");
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static void refuseBombs(byte[] bytes) throws IOException {
        long unpacked = 0;
        byte[] waste = new byte[16 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                long before = unpacked;
                for (int more = zip.read(waste); more > 0; more = zip.read(waste)) {
                    unpacked += more;
                    boolean isTree = part.getName().endsWith(".xml") || part.getName().endsWith(".rels");
                    if (unpacked > Formats.MOST_UNPACKED || isTree && unpacked - before > LARGEST_PART) {
                        throw new TooLargeException();
                    }
                }
            }
        }
    }

    private static String firstName(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            ZipEntry first = zip.getNextEntry();
            return first == null ? "" : first.getName();
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }

    private static boolean contains(byte[] bytes, byte[] sought) {
        for (int at = 0; at + sought.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                return true;
            }
        }
        return false;
    }
}
