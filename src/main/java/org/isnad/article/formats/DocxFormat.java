package org.isnad.article.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.isnad.article.formats.FormatReading.Read;

/**
 * Reads Word's .docx: paragraphs, notes, tables with one row per line, and what content controls hold. Deleted text under tracked
 * changes is left out; headers, comments, text boxes and pictures are not read. Parts are gone through once and not kept as trees,
 * which would be many times as large as they are.
 */
final class DocxFormat {
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String MAIN_PART = "word/document.xml";
    private static final List<String> NOTES = List.of("word/footnotes.xml", "word/endnotes.xml");
    private static final List<String> PROPERTIES = List.of("word/styles.xml", "docProps/core.xml");
    private static final Set<String> PARTS = Set.of(MAIN_PART, NOTES.get(0), NOTES.get(1), PROPERTIES.get(0),
            PROPERTIES.get(1));
    /** Of the parts that are read, together, in bytes. */
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final byte[] OLE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final Pattern PACKAGE_PART = Pattern.compile("\\[Content_Types]\\.xml|_rels/.*|docProps/.*|word/.*");

    /** Of a ZIP's directory (APPNOTE 4.3.12 and 4.3.16), little endian. */
    private static final int DIRECTORY_END = 0x06054b50;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private DocxFormat() {}

    static boolean is(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K' || bytes[2] != 3 || bytes[3] != 4) {
            return false;
        }
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int end = bytes.length - END_LENGTH; end >= 0
                && end >= bytes.length - END_LENGTH - LONGEST_COMMENT; end--) {
            if (zip.getInt(end) == DIRECTORY_END) {
                return names(zip, zip.getInt(end + 16), end, MAIN_PART.getBytes(StandardCharsets.US_ASCII));
            }
        }
        // Without its directory, which is at the end, a ZIP still names its first file.
        return PACKAGE_PART.matcher(firstName(bytes)).matches();
    }

    /** A directory can have a million entries, of which nothing is kept. */
    private static boolean names(ByteBuffer zip, int directory, int end, byte[] sought) {
        int at = directory;
        while (at >= 0 && at + ENTRY_LENGTH <= end && zip.getInt(at) == DIRECTORY_ENTRY) {
            int name = Short.toUnsignedInt(zip.getShort(at + 28));
            if (name == sought.length && at + ENTRY_LENGTH + name <= end
                    && Arrays.equals(zip.array(), at + ENTRY_LENGTH, at + ENTRY_LENGTH + name, sought, 0, name)) {
                return true;
            }
            at += ENTRY_LENGTH + name + Short.toUnsignedInt(zip.getShort(at + 30))
                    + Short.toUnsignedInt(zip.getShort(at + 32));
        }
        return false;
    }

    /** Word keeps a document that has a password in another format. */
    static boolean isEncrypted(byte[] bytes) {
        return bytes.length > OLE.length && Arrays.equals(bytes, 0, OLE.length, OLE, 0, OLE.length)
                && contains(bytes, ENCRYPTED_PACKAGE);
    }

    static FormatReading read(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = parts(bytes);
        byte[] main = parts.get(MAIN_PART);
        if (main == null) {
            throw new IOException("the document itself is missing");
        }
        WordProperties about = new WordProperties();
        for (String part : PROPERTIES) {
            if (parts.containsKey(part)) {
                about.read(parts.get(part));
            }
        }
        WordText notes = new WordText(Map.of(), style -> false);
        for (String part : NOTES) {
            if (parts.containsKey(part)) {
                notes.read(parts.get(part));
            }
        }
        WordText text = new WordText(notes.notes(), about::isHeading);
        text.read(main);
        return new Read(MEDIA_TYPE, text.text(), false,
                Values.of(text.heading() == null ? about.title() : text.heading()), Values.of(about.creator()),
                about.created(), null);
    }

    private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        long unpacked = 0;
        long kept = 0;
        byte[] piece = new byte[16 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                boolean keep = PARTS.contains(part.getName());
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (int more = zip.read(piece); more > 0; more = zip.read(piece)) {
                    unpacked += more;
                    kept += keep ? more : 0;
                    if (unpacked > Formats.MOST_UNPACKED || kept > LARGEST) {
                        throw new TooLargeException();
                    }
                    content.write(piece, 0, keep ? more : 0);
                }
                if (keep) {
                    parts.put(part.getName(), content.toByteArray());
                }
            }
        }
        return parts;
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
