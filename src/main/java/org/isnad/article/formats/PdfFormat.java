package org.isnad.article.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;

import org.isnad.article.formats.FormatReading.Read;
import org.isnad.article.formats.FormatReading.Reason;
import org.isnad.article.formats.FormatReading.Unreadable;

/** Reads the text layer of a PDF; pages that are pictures have none. */
final class PdfFormat {
    static final String MEDIA_TYPE = "application/pdf";
    private static final int MOST_PAGES = 500;
    /** Programs put their own lines before it; readers look for it in the first 1,024 bytes. */
    private static final int HEADER = 1024;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);

    static {
        FontMappers.set(new OneFont());
    }

    private PdfFormat() {}

    static boolean is(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEADER), StandardCharsets.ISO_8859_1);
        int header = head.indexOf("%PDF-");
        // A text that speaks of PDF has letters before it.
        return header == 0 || header > 0 && head.substring(0, header).chars().noneMatch(Character::isLetter);
    }

    static FormatReading read(byte[] bytes) throws IOException {
        refuseBombs(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new TooLargeException();
            }
            PDDocumentInformation about = document.getDocumentInformation();
            return new Read(MEDIA_TYPE, PdfParagraphs.of(PdfLines.of(document)), false, Values.of(about.getTitle()),
                    Values.of(about.getAuthor()), instant(about.getCreationDate()), null);
        } catch (InvalidPasswordException | NoClassDefFoundError e) {
            // What is encrypted for certain persons' keys is opened with Bouncy Castle, for which there is no use without the keys.
            return new Unreadable(MEDIA_TYPE, Reason.ENCRYPTED);
        }
    }

    private static @Nullable Instant instant(@Nullable Calendar calendar) {
        return calendar == null ? null : calendar.toInstant();
    }

    /** PDFBox sets no limit to what a stream unpacks to, so everything that is packed is unpacked once and thrown away. */
    private static void refuseBombs(byte[] bytes) throws TooLargeException {
        Inflater inflater = new Inflater();
        long unpacked = 0;
        try {
            for (int at = 0; at + STREAM.length < bytes.length; at++) {
                if (Arrays.equals(bytes, at, at + STREAM.length, STREAM, 0, STREAM.length)) {
                    unpacked += unpacked(inflater, bytes, at + STREAM.length);
                }
                if (unpacked > Formats.MOST_UNPACKED) {
                    throw new TooLargeException();
                }
            }
        } finally {
            inflater.end();
        }
    }

    private static long unpacked(Inflater inflater, byte[] bytes, int afterKeyword) {
        int begin = afterKeyword;
        while (begin < bytes.length && (bytes[begin] == '\r' || bytes[begin] == '\n')) {
            begin++;
        }
        inflater.reset();
        inflater.setInput(bytes, begin, bytes.length - begin);
        byte[] waste = new byte[16 * 1024];
        try {
            int more = inflater.inflate(waste);
            while (more > 0 && inflater.getBytesWritten() <= Formats.MOST_UNPACKED) {
                more = inflater.inflate(waste);
            }
        } catch (DataFormatException e) {
            // Not packed this way, or damaged: PDFBox gets no further either.
            return inflater.getBytesWritten();
        }
        return inflater.getBytesWritten();
    }
}
