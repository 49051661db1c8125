package org.isnad.verify;

import java.util.Optional;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.VerificationException;

/** The one key that the user brought, and the later keys for which it vouches. Keys that only the log names are not believed. */
final class Trust {
    static final String KEYS = "keys";

    private final KeyHistory history;
    private final String key;

    private Trust(KeyHistory history, String key) {
        this.history = history;
        this.key = key;
    }

    static Trust inKey(String key) {
        return new Trust(KeyHistory.startingWith(key), key);
    }

    /** With the log's key history; where that is missing or wrong, which is a fault, with the user's key alone. */
    static Trust read(Source source, String key, Report report) {
        Optional<byte[]> file = source.read(KEYS, report);
        if (file.isPresent()) {
            try {
                KeyHistory history = KeyHistory.parse(Bytes.utf8(file.get()));
                history.verifiersTrusting(key);
                return new Trust(history, key);
            } catch (IllegalArgumentException | VerificationException e) {
                report.fault(Say.KEYS_WRONG, KEYS, Bytes.reason(e));
            }
        }
        return inKey(key);
    }

    /** The checkpoint in a signed note, if somebody who can be trusted has signed it; otherwise that is a fault of the file. */
    Optional<Checkpoint> checkpoint(String name, byte[] file, Report report) {
        try {
            SignedNote note = SignedNote.parse(Bytes.utf8(file));
            return Optional.of(history.verify(note, key));
        } catch (IllegalArgumentException e) {
            report.fault(Say.FILE_MALFORMED, name, Bytes.reason(e));
        } catch (VerificationException e) {
            report.fault(Say.SIGNATURE_WRONG, name, Bytes.reason(e));
        }
        return Optional.empty();
    }
}
