package org.isnad.kernel.idempotency;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Removes expired answers now and then, on every node. */
@ApplicationScoped
class Forgetting {
    private final Idempotency idempotency;

    Forgetting(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        while (idempotency.forget()) {
            // Batch by batch, each in its own transaction.
        }
    }
}
