package org.isnad.intake.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import org.isnad.article.Decoding;
import org.isnad.intake.IntakeKind;
import org.isnad.intake.IntakeRow;
import org.isnad.intake.TableFile;
import org.isnad.kernel.Problem;

/**
 * A file that somebody wants to import: a table, or articles in JSON, as an array or one in each line. What it is is found out from its
 * content.
 *
 * @param rows
 *            read as they are asked for
 */
record ImportFile(IntakeKind kind, Iterator<IntakeRow> rows) {
    /** The largest file, in bytes. */
    static final int LARGEST = 50 * 1024 * 1024;

    /**
     * @throws Problem.Invalid
     *             field {@code file}: {@code required}, {@code too-large}, {@code not-text} or {@code no-head}
     */
    static ImportFile read(FileUpload file, ObjectMapper json, SubmissionRows submissions) {
        String text = text(file);
        String start = text.stripLeading();
        if (start.startsWith("[")) {
            return new ImportFile(IntakeKind.JSON, array(start, json, submissions));
        }
        if (start.startsWith("{")) {
            return new ImportFile(IntakeKind.JSON, start.lines().filter(line -> !line.isBlank())
                    .map(line -> line(line, json, submissions)).iterator());
        }
        TableFile table = TableFile.read(text);
        return new ImportFile(table.kind(), table.rows());
    }

    private static String text(FileUpload file) {
        try {
            if (Files.size(file.uploadedFile()) > LARGEST) {
                throw new Problem.Invalid("file", "too-large");
            }
            String text = Decoding.decode(Files.readAllBytes(file.uploadedFile()));
            if (text.isBlank()) {
                throw new Problem.Invalid("file", "required");
            }
            // Pictures, archives and spreadsheets in their own format decode to something, but to control characters.
            if (text.chars().limit(4096).anyMatch(c -> c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f')) {
                throw new Problem.Invalid("file", "not-text");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file cannot be read", e);
        }
    }

    private static IntakeRow line(String line, ObjectMapper json, SubmissionRows submissions) {
        try {
            return submissions.row(json.readTree(line));
        } catch (IOException e) {
            return IntakeRow.unreadable("The line is no JSON: " + e.getMessage());
        }
    }

    private static Iterator<IntakeRow> array(String text, ObjectMapper json, SubmissionRows submissions) {
        try {
            return new ArrayRows(json.readerFor(JsonNode.class).readValues(text), submissions);
        } catch (IOException e) {
            return List.of(IntakeRow.unreadable("The file is no JSON: " + e.getMessage())).iterator();
        }
    }

    /** Where the array cannot be read any further, the last row says so. */
    private static final class ArrayRows implements Iterator<IntakeRow> {
        private final MappingIterator<JsonNode> nodes;
        private final SubmissionRows submissions;
        private boolean broken;

        ArrayRows(MappingIterator<JsonNode> nodes, SubmissionRows submissions) {
            this.nodes = nodes;
            this.submissions = submissions;
        }

        @Override
        public boolean hasNext() {
            try {
                return !broken && nodes.hasNextValue();
            } catch (IOException e) {
                return true;
            }
        }

        @Override
        public IntakeRow next() {
            try {
                return submissions.row(nodes.nextValue());
            } catch (IOException e) {
                broken = true;
                return IntakeRow.unreadable("From here on the file is no JSON: " + e.getMessage());
            }
        }
    }
}
