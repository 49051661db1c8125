package org.isnad.audit;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

import org.isnad.kernel.Stamp;
import org.isnad.tlog.SignedNote;

/** The log for tests of other packages: brought up to date when they say so, and at rest. */
@ApplicationScoped
public class LogAtHand {
    private final TransparencyLog log;
    private final LogCheck check;
    private final AgroalDataSource database;
    private final Clock clock;

    LogAtHand(TransparencyLog log, LogCheck check, AgroalDataSource database, Clock clock) {
        this.log = log;
        this.check = check;
        this.database = database;
        this.clock = clock;
    }

    /** Every event has its leaf, and a signed checkpoint covers it. */
    public void bringUpToDate() {
        try {
            log.bringUpToDate();
        } catch (SQLException | LogSigner.Refused e) {
            throw new IllegalStateException(e);
        }
    }

    public SignedNote checkpoint() {
        return log.checkpoint().orElseThrow();
    }

    /** The key that signs, as those hold it who check. */
    public String key() {
        return log.keys().orElseThrow().latest();
    }

    /** The id of the key that signs, eight hexadecimal digits. */
    public String keyId() {
        return key().split("\\+")[1];
    }

    /** The id of a comparison that has come to its end. */
    public UUID comparison() {
        try {
            atRest();
            check.run(Stamp.SYSTEM);
            try (var connection = database.getConnection()) {
                return UUID.fromString(
                        LogCheck.texts(connection, "select id from log_check order by id desc limit 1").get(0));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until no comparison is under way. */
    public void atRest() {
        until(() -> {
            try (var connection = database.getConnection()) {
                return LogCheck.texts(connection,
                        "select 1 from pg_locks where locktype = 'advisory' and classid::bigint = "
                                + (LogCheck.LOCK >>> 32) + " and objid::bigint = " + (LogCheck.LOCK & 0xffffffffL))
                        .isEmpty();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void until(BooleanSupplier settled) {
        Instant end = clock.instant().plusSeconds(30);
        while (!settled.getAsBoolean()) {
            if (clock.instant().isAfter(end)) {
                throw new AssertionError("Not within 30 s");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
