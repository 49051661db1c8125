package org.isnad.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Reads rows as they are asked for; where the file cannot be read any further, the last row says so. */
public final class RowsInOrder implements Iterator<IntakeRow> {
    private final Source source;
    private final Function<Exception, Trouble> why;
    private boolean broken;

    /** @param why what is said of the rest of the file when reading it ended in that exception */
    public RowsInOrder(Source source, Function<Exception, Trouble> why) {
        this.source = source;
        this.why = why;
    }

    /** A file; throws where it is damaged: {@link IOException}, {@link UncheckedIOException} or {@link IllegalStateException}. */
    public interface Source {
        boolean hasNext() throws IOException;

        IntakeRow next() throws IOException;
    }

    @Override
    public boolean hasNext() {
        try {
            return !broken && source.hasNext();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // next() meets it again and tells.
            return true;
        }
    }

    @Override
    public IntakeRow next() {
        if (broken) {
            throw new NoSuchElementException();
        }
        try {
            return source.next();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            broken = true;
            return IntakeRow.refused(why.apply(e));
        }
    }
}
