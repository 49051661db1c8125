package org.isnad.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.jspecify.annotations.Nullable;

import org.isnad.article.formats.Formats;

/** The files in a ZIP. Nothing is ever written to a file, and what is passed over counts as well, since it is unpacked all the same. */
public final class ZipFiles {
    private static final int LARGEST_UNPACKED = 60 * 1024 * 1024;
    /** With files that are passed over, which may be films or pictures. */
    private static final long MOST_UNPACKED = 240L * 1024 * 1024;

    private ZipFiles() {}

    /** Is told of each file, in the archive's order. */
    public interface Visitor {
        /** @param bytes all that the file has: no more than the largest document */
        void file(String name, byte[] bytes);

        /**
         * @param name
         *            of the file that was left out; null for the archive itself
         * @param why
         *            {@code too-many-files}: this one and those after it; {@code too-large}, {@code zip-in-zip}, {@code damaged-zip},
         *            {@code unpacks-to-much}: what comes after it was not looked at; {@code damaged} or {@code empty}
         */
        void refused(@Nullable String name, String why);
    }

    /** Whether the bytes are an archive of files; a Word file is a ZIP too, and a document. */
    public static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && (bytes[2] == 3 || bytes[2] == 5)
                && !Formats.isDocx(bytes);
    }

    public static void read(byte[] zipped, int most, Visitor visitor) {
        // Latin-1 keeps the bytes of a name whose encoding is not told; name() then finds out what they mean.
        try (ZipInputStream zip = new Counted(zipped)) {
            int entries = 0;
            int files = 0;
            int unpacked = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                String name = name(entry);
                if (entry.isDirectory() || isSystemFile(name)) {
                    continue;
                }
                if (++files > most || unpacked > LARGEST_UNPACKED) {
                    visitor.refused(name, "too-many-files");
                    return;
                }
                // One byte beyond the limit at most, however much the entry unpacks to.
                byte[] bytes = zip.readNBytes(Documents.LARGEST_FORMATTED + 1);
                unpacked += bytes.length;
                if (isZip(bytes)) {
                    visitor.refused(name, "zip-in-zip");
                } else if (bytes.length > Documents.LARGEST_FORMATTED) {
                    // Of a table that was cut nobody would miss the rest.
                    visitor.refused(name, "too-large");
                } else {
                    visitor.file(name, bytes);
                }
            }
            if (files == 0) {
                // One that says that it begins with a file has one, or is cut off, or only looks like an archive.
                visitor.refused(null, entries == 0 && zipped[2] == 3 ? "damaged" : "empty");
            }
        } catch (TooMuch e) {
            visitor.refused(null, "unpacks-to-much");
        } catch (IOException | IllegalArgumentException e) {
            // What was readable until here is offered; the person is told that there was more.
            visitor.refused(null, "damaged-zip");
        }
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** To get to an entry, all of the one before it is read. */
    private static final class Counted extends ZipInputStream {
        private long unpacked;

        Counted(byte[] zipped) {
            super(new ByteArrayInputStream(zipped), StandardCharsets.ISO_8859_1);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int more = super.read(bytes, from, length);
            unpacked += Math.max(0, more);
            if (unpacked > MOST_UNPACKED) {
                throw new TooMuch();
            }
            return more;
        }
    }

    private static boolean isSystemFile(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.endsWith("Thumbs.db");
    }

    private static String name(ZipEntry entry) {
        String name = entry.getName();
        boolean latin1 = name.chars().allMatch(c -> c <= 0xFF);
        return Documents.printable(latin1 ? Decoding.decode(name.getBytes(StandardCharsets.ISO_8859_1)) : name);
    }
}
