package org.isnad.intake.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Iterator;

import org.jboss.resteasy.reactive.multipart.FileUpload;

import org.isnad.article.Decoding;
import org.isnad.article.ZipFiles;
import org.isnad.intake.IntakeKind;
import org.isnad.intake.IntakeRow;
import org.isnad.intake.TableFile;
import org.isnad.kernel.Problem;

/**
 * A file that somebody wants to import: a table, articles in JSON, as an array or one in each line, or a ZIP of such files and of
 * documents. What it is is found out from its content.
 *
 * @param rows
 *            read as they are asked for
 */
record ImportFile(IntakeKind kind, Iterator<IntakeRow> rows) {
    /** The largest file, in bytes. */
    static final int LARGEST = 50 * 1024 * 1024;

    /**
     * @throws Problem.Invalid
     *             field {@code file}: {@code required}, {@code too-large}, {@code not-text}, {@code no-head}, {@code damaged-zip} or
     *             {@code empty}
     */
    static ImportFile read(FileUpload file, SubmissionRows submissions) {
        byte[] bytes = bytes(file);
        if (ZipFiles.isZip(bytes)) {
            return new ImportFile(IntakeKind.ZIP, ImportArchive.rows(bytes, submissions).iterator());
        }
        return of(bytes, submissions);
    }

    /** A table, or JSON. */
    static ImportFile of(byte[] bytes, SubmissionRows submissions) {
        String text = text(bytes);
        String start = text.stripLeading();
        if (start.startsWith("[")) {
            return new ImportFile(IntakeKind.JSON, submissions.array(start));
        }
        if (start.startsWith("{")) {
            return new ImportFile(IntakeKind.JSON,
                    start.lines().filter(line -> !line.isBlank()).map(submissions::line).iterator());
        }
        TableFile table = TableFile.read(text);
        return new ImportFile(table.kind(), table.rows());
    }

    private static byte[] bytes(FileUpload file) {
        try {
            if (Files.size(file.uploadedFile()) > LARGEST) {
                throw new Problem.Invalid("file", "too-large");
            }
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file cannot be read", e);
        }
    }

    private static String text(byte[] bytes) {
        String text = Decoding.decode(bytes);
        if (text.isBlank()) {
            throw new Problem.Invalid("file", "required");
        }
        // Pictures and spreadsheets in their own format decode to something, but to control characters.
        if (text.chars().limit(4096).anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f')) {
            throw new Problem.Invalid("file", "not-text");
        }
        return text;
    }
}
