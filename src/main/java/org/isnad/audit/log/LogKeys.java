package org.isnad.audit.log;

import java.io.IOException;
import java.util.Optional;

import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.VerificationException;

/**
 * The log's keys in its {@link LogFolder}. They change in three steps, of which the second one counts: the new secret key is
 * written beside the old one, then the public keys name it, then it takes the old one's place. Whoever dies in between leaves a
 * folder that the next one to hold its lock finishes or cleans up.
 */
final class LogKeys {
    private static final String NEXT = "key.next";

    private final LogFolder folder;
    private final String origin;

    LogKeys(LogFolder folder, String origin) {
        this.folder = folder;
        this.origin = origin;
    }

    /** The public keys, as they are published; nothing while there is no key. */
    Optional<KeyHistory> read() {
        try {
            return folder.read(LogFolder.KEYS).map(KeyHistory::parse);
        } catch (IllegalArgumentException | VerificationException e) {
            throw new IllegalStateException("The file keys in " + folder.path() + " is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * The first key. The folder is locked.
     *
     * @throws LogSigner.Refused
     *             when there are traces of an earlier one
     */
    KeyHistory begin() throws IOException, LogSigner.Refused {
        if (folder.has(LogFolder.KEYS) || folder.has(LogFolder.KEY) || folder.has(LogFolder.CHECKPOINT)) {
            throw new LogSigner.Refused(folder.path() + " is not empty, but lacks a file that belongs to a log's key.",
                    "Put the folder back from a backup: log restore.");
        }
        Ed25519Signer first = Ed25519Signer.generate(origin);
        KeyHistory history = KeyHistory.startingWith(first.verifierKey());
        change(first, history);
        return history;
    }

    /**
     * The secret key that belongs to the last public one. The folder is locked.
     *
     * @throws LogSigner.Refused
     *             when it is not there
     */
    Ed25519Signer secret() throws IOException, LogSigner.Refused {
        String latest = read().map(KeyHistory::latest).orElse("");
        finish(latest);
        Optional<Ed25519Signer> secret = parsed(LogFolder.KEY);
        if (secret.isEmpty() || !secret.get().verifierKey().equals(latest)) {
            throw new LogSigner.Refused(
                    "The secret key in " + folder.path() + (secret.isEmpty()
                            ? " is missing or damaged."
                            : " does not belong to the last public one there."),
                    "Put the folder back from a backup: log restore.");
        }
        return secret.get();
    }

    /**
     * A new key takes the place of the present one, which vouches for it. The folder is locked.
     *
     * @param fromSize
     *            the size of the last tree that was signed
     * @param keepOld
     *            whether the old secret key stays, as {@link #oldName}
     */
    KeyHistory rotate(long fromSize, boolean keepOld) throws IOException, LogSigner.Refused {
        Ed25519Signer old = secret();
        KeyHistory before = read().orElseThrow();
        Ed25519Signer next = Ed25519Signer.generate(origin);
        KeyHistory after = before.succeededBy(origin, next.verifierKey(), fromSize, old);
        if (keepOld) {
            folder.write(oldName(before), old.encoded() + "\n");
        } else {
            // Left by a change with the opposite wish that was cut short.
            folder.delete(oldName(before));
        }
        change(next, after);
        return after;
    }

    /** Takes keys that were made elsewhere. The folder is locked. */
    void change(Ed25519Signer secret, KeyHistory history) throws IOException {
        folder.write(NEXT, secret.encoded() + "\n");
        folder.write(LogFolder.KEYS, history.encoded());
        folder.move(NEXT, LogFolder.KEY);
    }

    /** The file that keeps the secret key of a history's last public one, once that has a successor. */
    static String oldName(KeyHistory history) {
        return "key.old-" + history.keys().size();
    }

    private void finish(String latest) throws IOException {
        Optional<Ed25519Signer> next = parsed(NEXT);
        if (next.isPresent() && next.get().verifierKey().equals(latest)) {
            folder.move(NEXT, LogFolder.KEY);
        } else {
            folder.delete(NEXT);
        }
    }

    private Optional<Ed25519Signer> parsed(String name) {
        try {
            return folder.read(name).map(text -> Ed25519Signer.parse(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
