package org.isnad.audit;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Warns, and stays ready: people must be able to work while somebody looks after the log. */
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {
    private final TransparencyLog log;

    LogReadiness(TransparencyLog log) {
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Transparency log").up().withData("behind-seconds",
                log.behind().toSeconds());
        log.trouble().ifPresent(trouble -> answer.withData("warning", trouble));
        if (log.trouble().isEmpty() && log.behind().compareTo(TransparencyLog.PATIENCE) > 0) {
            answer.withData("warning", "Events wait for a signed checkpoint for more than a minute");
        }
        return answer.build();
    }
}
