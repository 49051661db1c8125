package org.isnad.audit.log;

import java.sql.Connection;
import java.sql.SQLException;

import org.isnad.tlog.SignedNote;

/** What others have signed of the log's checkpoints. The log itself neither asks them nor knows who they are. */
public interface Confirmations {
    /** The same checkpoint with the signatures that are known of exactly it, beside the log's own. */
    SignedNote addedTo(SignedNote note, Connection connection) throws SQLException;
}
