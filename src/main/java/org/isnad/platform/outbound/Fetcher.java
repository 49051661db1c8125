package org.isnad.platform.outbound;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.FetchFailed.Reason;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.outbound.OutboundRequest;

/** Fetches within the limits of the policy and tells how it went. */
final class Fetcher {
    private final OutboundSettings settings;
    private final Redirects redirects;
    private final Unpacking unpacking;
    private final Robots robots;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Semaphore places;

    Fetcher(OutboundSettings settings, Lookup lookup, Connections connections, ScheduledExecutorService timer,
            Clock clock) {
        this.settings = settings;
        this.redirects = new Redirects(new Visits(settings, lookup, connections, clock), settings.redirects());
        this.unpacking = new Unpacking(settings.size().asLongValue(), settings.ratio());
        this.robots = new Robots(redirects, unpacking, settings.userAgent(), clock);
        this.timer = timer;
        this.clock = clock;
        this.places = new Semaphore(settings.atOnce());
    }

    Fetched fetch(OutboundRequest request) throws FetchFailed {
        Trail trail = new Trail(request.address(), clock);
        try (Deadline deadline = new Deadline(settings.time(), timer)) {
            WebTarget target = WebTarget.of(request.address());
            takePlace(deadline);
            try {
                Exchange answer = redirects.follow(target, request.wanted(), gate(request, deadline), trail, deadline);
                checkStatus(answer);
                return new Fetched(trail.trace(), answer, unpacking.unpacked(answer, deadline));
            } finally {
                places.release();
            }
        } catch (Refusal e) {
            throw new FetchFailed(e.reason(), e.message(), trail.trace());
        }
    }

    private void takePlace(Deadline deadline) throws Refusal {
        try {
            if (!places.tryAcquire(deadline.left(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(Reason.TIMEOUT, "Too many other addresses are being asked.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Reason.CONNECTION, "The desk is stopping.");
        }
    }

    private Redirects.Gate gate(OutboundRequest request, Deadline deadline) {
        boolean asks = switch (settings.robots()) {
            case ALWAYS -> true;
            case UNATTENDED -> request.unattended();
            case NEVER -> false;
        };
        return asks ? target -> robots.check(target, deadline) : target -> {
        };
    }

    private static void checkStatus(Exchange answer) throws Refusal {
        if (answer.status() < 200 || answer.status() >= 300) {
            throw new Refusal(Reason.HTTP_STATUS, "It answered with status " + answer.status() + ".");
        }
    }
}
