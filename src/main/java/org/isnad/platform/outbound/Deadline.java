package org.isnad.platform.outbound;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.outbound.FetchFailed.Reason;

/**
 * The end of the time that one fetch has for everything. Timeouts of sockets start anew with each byte, so a server that drips would
 * never meet them: when the time is over, the connection in use is closed under whoever waits for it.
 */
final class Deadline implements AutoCloseable {
    private final Duration whole;
    private final long ends;
    private final ScheduledFuture<?> alarm;
    private @Nullable Closeable used;

    Deadline(Duration whole, ScheduledExecutorService timer) {
        this.whole = whole;
        this.ends = System.nanoTime() + whole.toNanos();
        this.alarm = timer.schedule(this::closeUsed, whole.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends what is used now when the time is over; what was given before is done with. */
    synchronized void watch(Closeable connection) throws Refusal {
        used = connection;
        left();
    }

    boolean isOver() {
        return System.nanoTime() - ends >= 0;
    }

    /** Milliseconds that are left, at least one. */
    int left() throws Refusal {
        if (isOver()) {
            throw over();
        }
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(ends - System.nanoTime()));
    }

    Refusal over() {
        return new Refusal(Reason.TIMEOUT,
                "It took longer than the " + whole.toMillis() / 1000.0 + " seconds that everything together may take.");
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }

    private synchronized void closeUsed() {
        try {
            if (used != null) {
                used.close();
            }
        } catch (IOException e) {
            // It was to be closed; whoever reads from it learns of it there.
        }
    }
}
