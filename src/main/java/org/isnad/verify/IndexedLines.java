package org.isnad.verify;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Lines that begin with one or two rising numbers, asked for one number after the other. A line too many or too few is thereby
 * noticed where it is, and those after it are still compared with what belongs to them.
 */
final class IndexedLines implements AutoCloseable {
    private final String name;
    private final @Nullable Lines lines;
    private final int numbers;
    private final Report report;
    private byte @Nullable [] ahead;
    private long index;
    private long position;
    private boolean ended;

    private IndexedLines(String name, @Nullable Lines lines, int numbers, Report report) {
        this.name = name;
        this.lines = lines;
        this.numbers = numbers;
        this.report = report;
    }

    /** That there is no such file is no fault yet. */
    static IndexedLines open(Source source, String name, int numbers, Report report) {
        try {
            return new IndexedLines(name, new Lines(source.open(name)), numbers, report);
        } catch (NoSuchFileException e) {
            return new IndexedLines(name, null, numbers, report);
        } catch (IOException e) {
            report.fault(Say.FILE_UNREADABLE, name, Bytes.reason(e));
            return new IndexedLines(name, null, numbers, report);
        }
    }

    boolean isThere() {
        return lines != null;
    }

    /** The number of the last line that was read. */
    long number() {
        return lines == null ? 0 : lines.number();
    }

    /**
     * The line of these numbers, which are higher than those of the last call.
     *
     * @param extra
     *            is given the number of every line that is passed over
     * @return null when there is none
     */
    byte @Nullable [] at(long wantedIndex, long wantedPosition, LongConsumer extra) {
        for (readAhead(); ahead != null; readAhead()) {
            int order = index == wantedIndex
                    ? Long.compare(position, wantedPosition)
                    : Long.compare(index, wantedIndex);
            if (order > 0) {
                return null;
            }
            byte[] line = ahead;
            ahead = null;
            if (order == 0) {
                return line;
            }
            extra.accept(number());
        }
        return null;
    }

    private void readAhead() {
        while (ahead == null && lines != null && !ended) {
            try {
                byte[] line = lines.next();
                if (line == null) {
                    ended = true;
                    return;
                }
                List<byte[]> parts = Bytes.parts(line, numbers + 1);
                index = Bytes.number(Bytes.utf8(parts.get(0)));
                position = numbers > 1 ? Bytes.number(Bytes.utf8(parts.get(1))) : 0;
                ahead = line;
            } catch (IOException e) {
                report.fault(Say.FILE_UNREADABLE, name, Bytes.reason(e));
                ended = true;
            } catch (IllegalArgumentException e) {
                report.fault(Say.LINE_MALFORMED, name, lines.number(), Bytes.reason(e));
            }
        }
    }

    @Override
    public void close() {
        try {
            if (lines != null) {
                lines.close();
            }
        } catch (IOException e) {
            report.fault(Say.FILE_UNREADABLE, name, Bytes.reason(e));
        }
    }
}
