package org.isnad.audit;

import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

/** For tests that ask for a proof right after an act: the log need not be waited for. */
@ApplicationScoped
public class LogNow {
    private final TransparencyLog log;

    LogNow(TransparencyLog log) {
        this.log = log;
    }

    /** Every event so far is under a signed checkpoint. */
    public void upToDate() {
        try {
            log.bringUpToDate();
        } catch (SQLException | LogSigner.Refused e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest public key. */
    public String key() {
        return log.keys().orElseThrow().latest();
    }
}
