package org.isnad.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.isnad.kernel.Problem;

/**
 * A table with a head (RFC 4180, with comma, semicolon or tab): articles row by row, or what Meedan Check exports, told apart by the
 * head. Rows are read as they are asked for.
 */
public final class TableFile {
    private static final String DELIMITERS = ",;\t";

    private final IntakeKind kind;
    private final Iterator<IntakeRow> rows;

    private TableFile(IntakeKind kind, Iterator<IntakeRow> rows) {
        this.kind = kind;
        this.rows = rows;
    }

    /**
     * @throws Problem.Invalid
     *             field {@code file}: {@code required} for an empty one, {@code no-head} when no column is known
     */
    public static TableFile read(String text) {
        String table = withoutHint(text);
        char delimiter = delimiter(text, table);
        try {
            CSVParser parser = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true)
                    .setIgnoreSurroundingSpaces(true).setTrailingData(true).setLenientEof(true).get()
                    .parse(new StringReader(table));
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new Problem.Invalid("file", "required");
            }
            List<String> head = records.next().toList();
            if (CheckTable.isHead(head)) {
                return new TableFile(IntakeKind.CHECK, new Rows(records, new CheckTable(head)::row));
            }
            ArticleTable articles = new ArticleTable(head);
            return new TableFile(IntakeKind.CSV, new Rows(records, articles::row));
        } catch (IOException | UncheckedIOException e) {
            throw new Problem.Invalid("file", "no-head");
        }
    }

    public IntakeKind kind() {
        return kind;
    }

    public Iterator<IntakeRow> rows() {
        return rows;
    }

    /** Spreadsheets write a first line such as {@code sep=;}, which is no row. */
    private static String withoutHint(String text) {
        return text.regionMatches(true, 0, "sep=", 0, 4) ? text.substring(endOfLine(text)).stripLeading() : text;
    }

    /** Which stands most often in the head, outside quotes; a comma where none does. */
    private static char delimiter(String text, String table) {
        if (table.length() < text.length() && DELIMITERS.indexOf(text.charAt(4)) >= 0) {
            return text.charAt(4);
        }
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        String head = table.stripLeading();
        for (int i = 0; i < head.length() && (quoted || head.charAt(i) != '\n' && head.charAt(i) != '\r'); i++) {
            int which = DELIMITERS.indexOf(head.charAt(i));
            if (head.charAt(i) == '"') {
                quoted = !quoted;
            } else if (which >= 0 && !quoted) {
                counts[which]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }

    private static int endOfLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text.length() : end;
    }

    private interface RowReader {
        IntakeRow row(CSVRecord cells);
    }

    /** Where the table cannot be read any further, the last row says so. */
    private static final class Rows implements Iterator<IntakeRow> {
        private final Iterator<CSVRecord> records;
        private final RowReader reader;
        private boolean broken;

        Rows(Iterator<CSVRecord> records, RowReader reader) {
            this.records = records;
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            try {
                return !broken && records.hasNext();
            } catch (UncheckedIOException | IllegalStateException e) {
                return true;
            }
        }

        @Override
        public IntakeRow next() {
            if (broken) {
                throw new NoSuchElementException();
            }
            try {
                return reader.row(records.next());
            } catch (UncheckedIOException | IllegalStateException e) {
                broken = true;
                return IntakeRow.unreadable("From here on the table cannot be read: " + e.getMessage());
            }
        }
    }
}
