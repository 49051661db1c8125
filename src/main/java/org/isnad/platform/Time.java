package org.isnad.platform;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one source of time. */
class Time {
    /** UTC to the microsecond, which is what PostgreSQL keeps: an instant read back equals the instant that was written. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
