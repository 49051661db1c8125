package org.isnad.platform.outbound;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchTrace;

/** Where a fetch has been so far. */
final class Trail {
    private final String requested;
    private final Clock clock;
    private final Instant started;
    private final List<Exchange> exchanges = new ArrayList<>();

    Trail(String requested, Clock clock) {
        this.requested = requested;
        this.clock = clock;
        this.started = clock.instant();
    }

    void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    /** Whether no server was reached yet. */
    boolean isEmpty() {
        return exchanges.isEmpty();
    }

    FetchTrace trace() {
        return new FetchTrace(requested, started, clock.instant(), exchanges);
    }
}
