package org.isnad.verify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a file one by one, as bytes: only a newline ends a line, and the last line has one too, so that no change to the
 * file's form goes unnoticed.
 */
final class Lines implements AutoCloseable {
    private static final int LONGEST = 16 << 20;

    private final InputStream in;
    private long number;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The number of the last line, from 1 on. */
    long number() {
        return number;
    }

    /**
     * @return null after the last line
     * @throws IOException
     *             when the file is damaged, or ends within a line
     */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 && line.size() == 0) {
                return null;
            }
            if (b < 0 || line.size() == LONGEST) {
                throw new IOException(
                        "line " + (number + 1) + (b < 0 ? " has no end" : " is longer than " + LONGEST));
            }
            line.write(b);
        }
        number++;
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
