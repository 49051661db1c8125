package org.isnad.article.formats;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * What reading one PDF may cost. PDFBox passes over much that fails, so what was too much once is too much for each step from then
 * on, until the reading ends.
 */
final class PdfLimits {
    /** In bytes, also of what is unpacked on the way. Pictures and fonts are never unpacked. */
    private static final int LARGEST_STREAM = 16 * 1024 * 1024;
    private static final int LARGEST_PAGE = 32 * 1024 * 1024;
    /** Each name, number, string or list takes up to 150 bytes of memory, and all that the file's objects hold may be kept. */
    private static final int MOST_TOKENS = 1_500_000;
    /** Characters that a font's codes mean, with up to eight letters each. */
    private static final int MOST_MAPPINGS = 1_000_000;
    /** On one page, and kept with their places until it is read. */
    private static final int MOST_LETTERS = 100_000;
    private static final int MOST_PAGES = 500;
    /** Graphics states, one in the other; the format's own advice is 28. */
    private static final int DEEPEST = 1000;
    /** Of the thread that reads, not of the clock: a busy machine makes no document larger. */
    private static final long MOST_TIME = TimeUnit.SECONDS.toNanos(20);
    private static final int LOOK_AT_THE_TIME = 0x3FF;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long end = THREADS.getCurrentThreadCpuTime() + MOST_TIME;
    private long unpacked;
    private long unpackedForPage;
    private long kept;
    private long tokensOfPage;
    private long mappings;
    private int letters;
    private int steps;
    private boolean exceeded;

    /** @throws TooLargeException when anything was too much, now or before */
    void check() throws TooLargeException {
        if (exceeded) {
            throw new TooLargeException();
        }
    }

    /** Something was done that may be done very often. */
    void step() throws TooLargeException {
        if ((++steps & LOOK_AT_THE_TIME) == 0) {
            refuse(THREADS.getCurrentThreadCpuTime() > end);
        }
        check();
    }

    void unpacked(int bytes, long ofThisStream) throws TooLargeException {
        unpacked += bytes;
        unpackedForPage += bytes;
        refuse(ofThisStream > LARGEST_STREAM || unpackedForPage > LARGEST_PAGE || unpacked > Formats.MOST_UNPACKED);
        step();
    }

    /** What a stream consists of, which may all be one list, together with those before it. */
    void tokens(long ofThisStream) throws TooLargeException {
        tokensOfPage += ofThisStream;
        refuse(tokensOfPage > MOST_TOKENS);
    }

    /** What the file or a stream of objects consists of, which is kept as long as the document is open. */
    void keptTokens(long tokens) throws TooLargeException {
        kept += tokens;
        refuse(kept > MOST_TOKENS);
    }

    void mappings(long more) throws TooLargeException {
        mappings += more;
        refuse(mappings > MOST_MAPPINGS);
    }

    /** @param number of the page that is begun */
    void page(int number) throws TooLargeException {
        letters = 0;
        tokensOfPage = 0;
        unpackedForPage = 0;
        refuse(number > MOST_PAGES);
    }

    void letter() throws TooLargeException {
        refuse(++letters > MOST_LETTERS);
        step();
    }

    void depth(int states) throws TooLargeException {
        refuse(states > DEEPEST);
    }

    void refuse(boolean tooMuch) throws TooLargeException {
        exceeded |= tooMuch;
        check();
    }
}
