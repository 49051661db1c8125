package org.isnad.audit.witness;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import org.isnad.audit.log.TransparencyLog;

/** Warns, and stays ready: people must be able to work while somebody looks after the log. */
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {
    private final TransparencyLog log;
    private final LogWitnesses witnesses;

    LogReadiness(TransparencyLog log, LogWitnesses witnesses) {
        this.log = log;
        this.witnesses = witnesses;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Transparency log").up().withData("behind-seconds",
                log.behind().toSeconds());
        List<String> warnings = new ArrayList<>(witnesses.warnings());
        log.trouble().ifPresent(trouble -> warnings.add(0, trouble));
        if (log.trouble().isEmpty() && log.behind().compareTo(TransparencyLog.PATIENCE) > 0) {
            warnings.add(0, "Events wait for a signed checkpoint for more than a minute");
        }
        if (!warnings.isEmpty()) {
            answer.withData("warning", String.join("\n", warnings));
        }
        return answer.build();
    }
}
