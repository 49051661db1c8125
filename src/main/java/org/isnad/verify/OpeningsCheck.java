package org.isnad.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Reads an auditor's {@code openings.txt} and {@code values.txt} beside the entries: every entry must be what its opening says,
 * every aggregate's versions rise by one, and every value must be the one that was committed to.
 */
final class OpeningsCheck implements AutoCloseable {
    static final String OPENINGS = "openings.txt";
    static final String VALUES = "values.txt";

    private final Report report;
    private final IndexedLines openings;
    private final IndexedLines lines;
    private final Values values;
    private final Map<Event.Aggregate, Long> versions = new HashMap<>();
    private final @Nullable Predicate<Event> watched;
    private final List<Long> watchedLeaves = new ArrayList<>();
    private final long faultsBefore;

    private OpeningsCheck(IndexedLines openings, IndexedLines lines, Report report,
            @Nullable Predicate<Event> watched) {
        this.report = report;
        this.openings = openings;
        this.lines = lines;
        this.watched = watched;
        this.values = new Values(report, false);
        this.faultsBefore = report.faults();
    }

    /** Neither file there is a log as it is served to everybody; one of them alone is a fault. */
    static OpeningsCheck of(Source source, Report report, @Nullable Predicate<Event> watched) {
        IndexedLines openings = IndexedLines.open(source, OPENINGS, 1, report);
        IndexedLines lines = IndexedLines.open(source, VALUES, 2, report);
        if (!openings.isThere() && !lines.isThere()) {
            report.checked(Say.OPENINGS_NONE, OPENINGS);
        } else if (!openings.isThere()) {
            report.fault(Say.FILE_MISSING, OPENINGS);
        } else if (!lines.isThere()) {
            report.fault(Say.FILE_MISSING, VALUES);
        }
        return new OpeningsCheck(openings, lines, report, watched);
    }

    boolean isThere() {
        return openings.isThere();
    }

    List<Long> watched() {
        return List.copyOf(watchedLeaves);
    }

    /**
     * @param entry
     *            of the leaf, null when it could not be read
     */
    void next(long index, byte @Nullable [] entry) {
        if (!openings.isThere()) {
            return;
        }
        byte[] line = openings.at(index, 0, extra -> report.fault(Say.OPENING_EXTRA, OPENINGS, extra));
        if (line == null) {
            report.fault(Say.OPENING_MISSING, OPENINGS, index);
            return;
        }
        try {
            List<byte[]> parts = Bytes.parts(line, 4);
            byte[] canonical = parts.get(3);
            if (entry != null && !Arrays.equals(Opening.of(parts).entry(canonical).bytes(), entry)) {
                report.fault(Say.OPENING_DIFFERS, OPENINGS, openings.number(), index);
            }
            Event event = Event.parse(canonical);
            checkVersion(index, event);
            values.passed(event);
            checkValues(index, event);
        } catch (IllegalArgumentException e) {
            report.fault(Say.LINE_MALFORMED, OPENINGS, openings.number(), Bytes.reason(e));
        }
    }

    private void checkVersion(long index, Event event) {
        if (watched != null && watched.test(event)) {
            watchedLeaves.add(index);
        }
        long expected = versions.getOrDefault(event.aggregate(), 0L) + 1;
        if (event.version() != expected) {
            report.fault(Say.VERSION_GAP, index, event.aggregate(), event.version(), expected);
        }
        versions.put(event.aggregate(), event.version());
    }

    private void checkValues(long index, Event event) {
        if (!lines.isThere()) {
            return;
        }
        for (int position = 0; position < event.changes().size(); position++) {
            byte[] line = lines.at(index, position, this::reportExtraValue);
            if (line == null) {
                report.fault(Say.VALUE_MISSING, VALUES, index, position, event.changes().get(position).field());
                continue;
            }
            try {
                values.check(event, position, Bytes.parts(line, 3).get(2), VALUES + ":" + lines.number());
            } catch (IllegalArgumentException e) {
                report.fault(Say.LINE_MALFORMED, VALUES, lines.number(), Bytes.reason(e));
            }
        }
    }

    private void reportExtraValue(long line) {
        report.fault(Say.VALUE_EXTRA, VALUES, line);
    }

    /** After the last leaf. */
    void end(long size) {
        if (!openings.isThere()) {
            return;
        }
        openings.at(Long.MAX_VALUE, 0, extra -> report.fault(Say.OPENING_EXTRA, OPENINGS, extra));
        lines.at(Long.MAX_VALUE, 0, this::reportExtraValue);
        values.end();
        if (report.faults() == faultsBefore) {
            report.checked(Say.OPENINGS_HOLD, size, versions.size(), values.checked(), values.erased());
        }
    }

    @Override
    public void close() {
        openings.close();
        lines.close();
    }
}
