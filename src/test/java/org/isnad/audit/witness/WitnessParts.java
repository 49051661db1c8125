package org.isnad.audit.witness;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import org.eclipse.microprofile.health.HealthCheckResponse;

import org.isnad.audit.log.LogSettings;
import org.isnad.audit.log.LogSubcommand;
import org.isnad.audit.log.TransparencyLog;

/** For tests of other packages: what tells operators of the log and its witnesses. */
@ApplicationScoped
public class WitnessParts {
    private final LogWitnesses witnesses;

    WitnessParts(LogWitnesses witnesses) {
        this.witnesses = witnesses;
    }

    /** {@code log status} of a log with settings of its own. */
    public static LogSubcommand status(LogSettings settings, AgroalDataSource database, Clock clock) {
        return new LogStatusCommand(settings, database, clock);
    }

    /** How ready a desk with this log is. */
    public HealthCheckResponse readiness(TransparencyLog log) {
        return new LogReadiness(log, witnesses).call();
    }
}
