package org.isnad.article.formats;

import java.io.IOException;
import java.util.Optional;

import org.isnad.article.formats.FormatReading.Read;
import org.isnad.article.formats.FormatReading.Reason;
import org.isnad.article.formats.FormatReading.Unreadable;

/**
 * Reads PDF (ISO 32000), Word's .docx (ISO/IEC 29500), mails (RFC 5322 with MIME) and web archives (MHTML, RFC 2557). The format
 * is found out from the bytes, never from a name. Files inside the document are passed over, nothing it points to is fetched, and
 * nothing is written to a file.
 */
public final class Formats {
    /** The most that a document may unpack to, in bytes. */
    static final int MOST_UNPACKED = 100 * 1024 * 1024;
    /** The longest text that is read, in UTF-16 units. */
    static final int LONGEST_TEXT = 4_000_000;

    private interface Reader {
        FormatReading read(byte[] bytes) throws IOException;
    }

    private Formats() {}

    /** Empty when the bytes are in none of these formats; damaged bytes give {@link Unreadable}, never an exception. */
    public static Optional<FormatReading> read(byte[] bytes) {
        if (isPdf(bytes)) {
            return Optional.of(read(PdfFormat.MEDIA_TYPE, bytes, PdfFormat::read));
        }
        if (isDocx(bytes)) {
            return Optional.of(read(DocxFormat.MEDIA_TYPE, bytes, DocxFormat::read));
        }
        if (DocxFormat.isEncrypted(bytes)) {
            return Optional.of(new Unreadable(DocxFormat.MEDIA_TYPE, Reason.ENCRYPTED));
        }
        return isMail(bytes) ? Optional.of(read(MailFormat.MEDIA_TYPE, bytes, MailFormat::read)) : Optional.empty();
    }

    /** The media type of the format; empty when the bytes are in none of these. */
    public static Optional<String> mediaType(byte[] bytes) {
        if (isPdf(bytes)) {
            return Optional.of(PdfFormat.MEDIA_TYPE);
        }
        if (isDocx(bytes)) {
            return Optional.of(DocxFormat.MEDIA_TYPE);
        }
        return isMail(bytes) ? Optional.of(MailFormat.MEDIA_TYPE) : Optional.empty();
    }

    public static boolean isPdf(byte[] bytes) {
        return PdfFormat.is(bytes);
    }

    /** Whether a ZIP is a Word document rather than a folder of documents. */
    public static boolean isDocx(byte[] bytes) {
        return DocxFormat.is(bytes);
    }

    /** Whether the bytes begin like a mail or a web archive. */
    public static boolean isMail(byte[] bytes) {
        return MailFormat.is(bytes);
    }

    private static FormatReading read(String mediaType, byte[] bytes, Reader reader) {
        try {
            FormatReading reading = reader.read(bytes);
            return reading instanceof Read read && read.text().codePoints().noneMatch(Character::isLetter)
                    ? new Unreadable(read.mediaType(), Reason.NO_TEXT)
                    : reading;
        } catch (TooLargeException e) {
            return new Unreadable(mediaType, Reason.TOO_LARGE);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The libraries meet what they did not expect in many ways, and say so in as many.
            return new Unreadable(mediaType, Reason.DAMAGED);
        }
    }
}
