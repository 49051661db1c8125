package org.isnad.article.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;

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
    /** Programs put their own lines before it; readers look for it in the first 1,024 bytes. */
    private static final int HEADER = 1024;

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
        PdfLimits limits = new PdfLimits();
        try (PDDocument document = LimitedPdf.open(bytes, limits)) {
            PDDocumentInformation about = document.getDocumentInformation();
            String text = PdfParagraphs.of(PdfLines.of(document, limits));
            limits.check();
            return new Read(MEDIA_TYPE, text, false, Values.of(about.getTitle()),
                    Values.of(about.getAuthor()), instant(about.getCreationDate()), null);
        } catch (InvalidPasswordException | NoClassDefFoundError e) {
            // What is encrypted for certain persons' keys is opened with Bouncy Castle, for which there is no use without the keys.
            return new Unreadable(MEDIA_TYPE, Reason.ENCRYPTED);
        } catch (IOException | RuntimeException e) {
            // Which may be what PDFBox made of it.
            limits.check();
            throw e;
        }
    }

    private static @Nullable Instant instant(@Nullable Calendar calendar) {
        return calendar == null ? null : calendar.toInstant();
    }
}
