package org.isnad.intake;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Warns where lists are not gone through as they should be, and stays ready: people can work all the same. */
@Readiness
@ApplicationScoped
class IntakeReadiness implements HealthCheck {
    private final IntakeWorker worker;
    private final IntakeConfig config;

    IntakeReadiness(IntakeWorker worker, IntakeConfig config) {
        this.worker = worker;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        long living = worker.living();
        var answer = HealthCheckResponse.named("Imports").up().withData("threads", living);
        if (living < config.threads()) {
            answer.withData("warning",
                    "Of " + config.threads() + " threads that go through imports " + living + " are left");
        }
        return answer.build();
    }
}
