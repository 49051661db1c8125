package org.isnad.audit.log;

import java.sql.SQLException;

import jakarta.enterprise.context.ApplicationScoped;

import org.isnad.tlog.SignedNote;

/** The log for tests of other packages: brought up to date when they say so. */
@ApplicationScoped
public class LogAtHand {
    private final TransparencyLog log;

    LogAtHand(TransparencyLog log) {
        this.log = log;
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
}
