package org.isnad.audit.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.Hash;
import org.isnad.tlog.Hashes;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.Proofs;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.Tree;
import org.isnad.tlog.VerificationException;

/**
 * Signs the tree, and remembers outside the database what it signed last: a tree that is smaller, or does not grow out of that one,
 * is never signed.
 */
public final class LogSigner {
    private static final String SEE_REFUSED = " See 'The log is refused' in docs/operating.md.";

    private final LogFolder folder;
    private final LogKeys keys;
    private final String origin;

    /**
     * @param folder
     *            where key, public keys and the last checkpoint are; made when it first signs
     * @param origin
     *            the log's name, as in its checkpoints
     */
    public LogSigner(Path folder, String origin) {
        this(new LogFolder(folder), origin);
    }

    LogSigner(LogFolder folder, String origin) {
        this.folder = folder;
        this.keys = new LogKeys(folder, origin);
        this.origin = origin;
    }

    /** The tree, or the folder, is not one that follows what was signed before. The message says what to do. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String what, String whatToDo) {
            super(what + " " + whatToDo);
        }
    }

    /** What was signed last cannot be read. The message says what to do. */
    public static final class Damaged extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        public Damaged(Path folder, IllegalArgumentException why) {
            super("The file " + LogFolder.CHECKPOINT + " in " + folder + " is damaged: " + why.getMessage()
                    + ". Move it away, keep it, and put what was signed last back: log restore, with --held and the newest"
                    + " checkpoint of each witness. See 'The log's key' in docs/operating.md.", why);
        }
    }

    /**
     * A tree that is signed.
     *
     * @param key
     *            the verifier key of who signed
     */
    record Signed(SignedNote note, String key) {}

    /** The public keys, as they are published; nothing before the first signature. */
    public Optional<KeyHistory> keys() {
        return keys.read();
    }

    /**
     * What was signed last.
     *
     * @throws Damaged
     *             when it cannot be read
     */
    public Optional<SignedNote> last() {
        try {
            Optional<SignedNote> last = folder.read(LogFolder.CHECKPOINT).map(SignedNote::parse);
            last.ifPresent(note -> Checkpoint.parse(note.text()));
            return last;
        } catch (IllegalArgumentException e) {
            throw new Damaged(folder.path(), e);
        }
    }

    /** As {@link #sign(LongSupplier, Hashes)}, for a tree that nobody else lets grow. */
    Signed sign(long size, Hashes hashes) throws Refused {
        return sign(() -> size, hashes);
    }

    /**
     * Signs the tree, and has the signature on disk before it answers. The same tree again gives the same signature, unless there is
     * a new key since. A folder without a key gets one.
     *
     * @param sizeNow
     *            asked once no other node signs: what was read before may be smaller than what that one signed meanwhile
     * @throws Refused
     *             when the tree does not grow out of the one signed last
     */
    Signed sign(LongSupplier sizeNow, Hashes hashes) throws Refused {
        return folder.locked(() -> {
            long size = sizeNow.getAsLong();
            if (keys.read().isEmpty()) {
                keys.begin();
            }
            Ed25519Signer signer = keys.secret();
            Checkpoint next = new Checkpoint(origin, size, root(size, hashes));
            Optional<SignedNote> before = last();
            if (before.isPresent()) {
                mustFollow(Checkpoint.parse(before.get().text()), next, hashes);
                if (before.get().text().equals(next.text())
                        && !before.get().verifiedBy(signer.verifier()).isEmpty()) {
                    return new Signed(before.get(), signer.verifierKey());
                }
            }
            return write(SignedNote.of(next.text(), signer), signer);
        });
    }

    /** A new key, for a log that has none. */
    KeyHistory begin() throws Refused {
        return folder.locked(keys::begin);
    }

    /**
     * A new key takes over from the present one, which vouches for it; the next signature is the new key's.
     *
     * @param keepOld
     *            whether the old secret key stays in the folder
     */
    KeyHistory rotate(boolean keepOld) throws Refused {
        return folder.locked(() -> keys
                .rotate(last().map(note -> Checkpoint.parse(note.text()).size()).orElse(0L), keepOld));
    }

    private Signed write(SignedNote note, Ed25519Signer signer) throws IOException {
        folder.write(LogFolder.CHECKPOINT, note.encoded());
        return new Signed(note, signer.verifierKey());
    }

    private static Hash root(long size, Hashes hashes) throws Refused {
        try {
            return new Tree(size, hashes).root();
        } catch (IllegalArgumentException e) {
            throw new Refused("The tree in the database is not whole: " + e.getMessage() + '.',
                    "Rows of log_leaf or log_node are gone; log check names them. Restore the newest backup."
                            + SEE_REFUSED);
        }
    }

    private static void mustFollow(Checkpoint before, Checkpoint next, Hashes hashes) throws Refused {
        if (!before.origin().equals(next.origin())) {
            throw new Refused(
                    "The log is called " + before.origin() + ", and isnad.log.origin says " + next.origin() + '.',
                    "A log keeps its name: set isnad.log.origin=" + before.origin()
                            + " again. A new log needs a new, empty isnad.log.dir.");
        }
        if (next.size() < before.size()) {
            throw new Refused(
                    "The database has " + next.size() + " events in its log, but " + before.size()
                            + " were signed: " + (before.size() - next.size()) + " are lost.",
                    "Was an older backup of the database restored? Restore the newest backup or replica, one with "
                            + before.size() + " events or more; signing then goes on by itself." + SEE_REFUSED);
        }
        try {
            Proofs.checkConsistency(before.size(), before.root(), next.size(), next.root(),
                    new Tree(next.size(), hashes).consistency(before.size()));
        } catch (VerificationException | IllegalArgumentException e) {
            throw new Refused(
                    "The first " + before.size() + " events in the database's log are not those that were signed: "
                            + e.getMessage() + '.',
                    "Either an older backup was restored and people went on working, or somebody changed the history."
                            + " Keep a copy of this database, then restore the newest backup of the true one."
                            + SEE_REFUSED);
        }
    }
}
