package org.isnad.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

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
                    .setIgnoreSurroundingSpaces(true).get()
                    .parse(new StringReader(table));
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new Problem.Invalid("file", "required");
            }
            List<String> head = records.next().toList();
            if (CheckTable.isHead(head)) {
                return new TableFile(IntakeKind.CHECK,
                        rows(parser, records, new CheckTable(head)::row, text, table, delimiter));
            }
            ArticleTable articles = new ArticleTable(head);
            return new TableFile(IntakeKind.CSV, rows(parser, records, articles::row, text, table, delimiter));
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

    /** What stands in the table's rows, one after the other. */
    private static RowsInOrder rows(CSVParser parser, Iterator<CSVRecord> records,
            Function<CSVRecord, IntakeRow> reader, String text, String table, char delimiter) {
        return new RowsInOrder(new RowsInOrder.Source() {
            private @Nullable UncheckedIOException end;

            @Override
            public boolean hasNext() {
                try {
                    return end == null && records.hasNext();
                } catch (UncheckedIOException e) {
                    // Asked again, the parser would go on somewhere behind it.
                    end = e;
                    return true;
                }
            }

            @Override
            public IntakeRow next() {
                if (end != null) {
                    throw end;
                }
                return reader.apply(records.next());
            }
        }, e -> {
            long before = text.substring(0, text.length() - table.length()).chars().filter(c -> c == '\n').count();
            long quote = OpenQuote.line(table, delimiter);
            return new Trouble("not-readable",
                    quote > 0
                            ? Map.of("rest", "true", "quote", "true", "line", Long.toString(before + quote))
                            : Map.of("rest", "true", "line", Long.toString(before + parser.getCurrentLineNumber())),
                    "From here on the table cannot be read: " + e.getMessage());
        });
    }
}
