package org.isnad.intake.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.Actor;
import org.isnad.intake.IntakeItem;
import org.isnad.intake.IntakeJob;
import org.isnad.intake.IntakeReports;
import org.isnad.intake.ItemInput.CheckNotes;
import org.isnad.intake.Trouble;
import org.isnad.kernel.Page;

/** The report as a table (RFC 4180). */
@ApplicationScoped
class ReportTable {
    private static final int PIECE = 500;
    /** What a spreadsheet would carry out (OWASP, CSV injection); an apostrophe before it makes it text. */
    private static final String FORMULA = "[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20|%]";
    private static final Pattern BEGINS = Pattern.compile("^(?=[\\s\\x00]*" + FORMULA + ")");
    /** Where a spreadsheet that expects other separators begins a cell, quoted or not. */
    private static final Pattern BEGINS_WITHIN = Pattern
            .compile("(?<=[;\t\r\n])(?=[^\\S\t\r\n]*\\x00*" + FORMULA + ")");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final IntakeReports reports;

    ReportTable(IntakeReports reports) {
        this.reports = reports;
    }

    String of(IntakeJob job, Actor reader) {
        // Spreadsheets take a table without the mark for one in the machine's own encoding.
        StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (CSVPrinter rows = new CSVPrinter(text,
                CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get())) {
            rows.printRecord("row", "state", "reason", "detail", "url", "title", "article", "claim", "tags", "status",
                    "created", "source");
            @Nullable
            String after = null;
            do {
                Page<IntakeItem> page = reports.items(job, null, after, PIECE, reader);
                for (IntakeItem item : page.items()) {
                    print(item, rows);
                }
                after = page.next();
            } while (after != null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void print(IntakeItem item, CSVPrinter rows) throws IOException {
        Trouble trouble = item.trouble();
        CheckNotes check = item.check();
        rows.printRecord(item.position(), item.state(), trouble == null ? null : trouble.reason(),
                trouble == null ? null : cell(trouble.detail()), cell(item.url()), cell(item.title()),
                item.article() == null ? null : "/articles/" + item.article(),
                item.claim() == null ? null : "/claims/" + item.claim(), check == null ? null : cell(check.tags()),
                check == null ? null : cell(check.status()), check == null ? null : cell(check.created()),
                check == null ? null : cell(check.source()));
    }

    static @Nullable String cell(@Nullable String content) {
        return content == null
                ? null
                : BEGINS_WITHIN.matcher(BEGINS.matcher(content).replaceFirst("'")).replaceAll("'");
    }
}
