package org.isnad.platform;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;

import org.isnad.kernel.DomainEvent;

/** Counts for operators: what happens at the desk, and apart from it what should make somebody look. */
@Singleton
class Counters {
    private final MeterRegistry meters;

    Counters(MeterRegistry meters) {
        this.meters = meters;
        meters.counter("isnad.sign.ins.refused");
        meters.counter("isnad.approvals.refused");
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent event) {
        meters.counter("isnad.events", "aggregate", event.type().name(), "action", event.action().name()).increment();
        switch (event.action().name()) {
            case "SIGN_IN_REFUSED" -> meters.counter("isnad.sign.ins.refused").increment();
            case "APPROVAL_REFUSED" -> meters.counter("isnad.approvals.refused").increment();
            default -> {
                // Counted above only.
            }
        }
    }
}
