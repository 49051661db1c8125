package org.isnad.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.isnad.article.Upload;
import org.isnad.article.ZipFiles;
import org.isnad.intake.IntakeJobs;
import org.isnad.intake.IntakeRow;
import org.isnad.intake.ItemInput;
import org.isnad.intake.Trouble;
import org.isnad.kernel.Problem;

/**
 * A ZIP of tables and documents: each row of a table, and each document, is a row of the import. Any text can be read as a table, so
 * here a file's name tells whether it is one; a file of which nothing can be made is a row that says why.
 */
final class ImportArchive implements ZipFiles.Visitor {
    private static final Pattern TABLE = Pattern.compile("(?i).*\\.(?:csv|tsv|json|jsonl|ndjson)");

    private final SubmissionRows submissions;
    private final List<IntakeRow> rows = new ArrayList<>();

    private ImportArchive(SubmissionRows submissions) {
        this.submissions = submissions;
    }

    /**
     * @throws Problem.Invalid
     *             field {@code file}, {@code damaged-zip} or {@code empty}: when there is nothing in it that can be read
     */
    static List<IntakeRow> rows(byte[] zip, SubmissionRows submissions) {
        ImportArchive archive = new ImportArchive(submissions);
        ZipFiles.read(zip, IntakeJobs.MOST_ROWS, archive);
        return archive.rows;
    }

    @Override
    public void file(String name, byte[] bytes) {
        if (!TABLE.matcher(name).matches()) {
            rows.add(IntakeRow.of(ItemInput.ofDocument(new Upload(name, bytes))));
            return;
        }
        try {
            ImportFile.of(bytes, submissions).rows().forEachRemaining(this::add);
        } catch (Problem.Invalid e) {
            refused(name, e.errors().get(0).code());
        }
    }

    /** However many rows its tables have, one too many is enough for the whole to be refused. */
    private void add(IntakeRow row) {
        if (rows.size() <= IntakeJobs.MOST_ROWS) {
            rows.add(row);
        }
    }

    @Override
    public void refused(@Nullable String name, String why) {
        if (name == null && rows.isEmpty()) {
            throw new Problem.Invalid("file", why);
        }
        rows.add(IntakeRow.refused(new Trouble("file-" + why, name == null ? Map.of() : Map.of("file", name),
                (name == null ? "The archive" : "The file " + name) + " cannot be taken: " + why + ".")));
    }
}
