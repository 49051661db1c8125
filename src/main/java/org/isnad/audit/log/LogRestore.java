package org.isnad.audit.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.VerificationException;

/**
 * Puts a backup of the {@link LogFolder} back. What the log remembers as signed never becomes smaller by it: of all checkpoints that
 * are known, in the backup, in the folder, in the database and from witnesses, the largest one that the log's keys signed counts.
 */
final class LogRestore {
    private static final String LOST_KEY = "See 'The log's key' in docs/operating.md.";

    private final LogFolder backup;
    private final LogFolder target;
    private final String origin;
    private final List<Known> known = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    /**
     * A checkpoint that somebody kept.
     *
     * @param from
     *            who, for the operator
     */
    record Known(String from, SignedNote note) {
        Checkpoint checkpoint() {
            return Checkpoint.parse(note.text());
        }
    }

    /**
     * What was put back.
     *
     * @param remembered
     *            what counts as signed last; nothing when no checkpoint is known
     * @param passedOver
     *            what was not believed, and why
     */
    record Done(KeyHistory keys, Optional<Known> remembered, List<String> passedOver) {}

    LogRestore(LogFolder backup, LogFolder target, String origin) {
        this.backup = backup;
        this.target = target;
        this.origin = origin;
    }

    /**
     * @param held
     *            checkpoints that the operator brings; each must be one of this log
     * @param inDatabase
     *            those of this log there; whoever owns the database can put anything there, so what is wrong is passed over
     * @throws LogSigner.Refused
     *             when something must not be put back; then nothing was changed
     */
    Done run(List<Known> held, List<LogCheckpoints.Row> inDatabase) throws LogSigner.Refused {
        LogKeys from = new LogKeys(backup, origin);
        if (!backup.has(LogFolder.KEY) || !backup.has(LogFolder.KEYS)) {
            throw new LogSigner.Refused(backup.path() + " is no backup of the log's folder: it needs key and keys.",
                    "log backup makes one.");
        }
        return target.locked(() -> {
            Ed25519Signer secret = from.secret();
            KeyHistory keys = from.read().orElseThrow();
            mustNotBeOlder(keys);
            remembered(backup).ifPresent(note -> known.add(new Known("the backup", note)));
            remembered(target).ifPresent(note -> known.add(new Known("the folder that was in use", note)));
            known.addAll(held);
            for (Known one : known) {
                mustBeOurs(one, keys);
            }
            believeDatabase(inDatabase, keys);
            Optional<Known> newest = newest();
            mustBringSomething(keys, newest);
            write(secret, keys, newest);
            return new Done(keys, newest, List.copyOf(passedOver));
        });
    }

    private static Optional<SignedNote> remembered(LogFolder folder) throws LogSigner.Refused {
        try {
            Optional<SignedNote> note = folder.read(LogFolder.CHECKPOINT).map(SignedNote::parse);
            note.ifPresent(one -> Checkpoint.parse(one.text()));
            return note;
        } catch (IllegalArgumentException e) {
            throw new LogSigner.Refused(
                    "The file " + LogFolder.CHECKPOINT + " in " + folder.path() + " is damaged: " + e.getMessage()
                            + ".",
                    "Move it away, keep it, and call this again with --held and the newest checkpoint of each witness."
                            + " What the database has is taken into account anyway.");
        }
    }

    /** The folder in use may be missing, empty, or older. */
    private void mustNotBeOlder(KeyHistory keys) throws IOException, LogSigner.Refused {
        LogKeys inUse = new LogKeys(target, origin);
        Optional<KeyHistory> present = inUse.read();
        if (present.isEmpty()) {
            if (target.has(LogFolder.KEY)) {
                throw damaged("it has a secret key without the public ones");
            }
            return;
        }
        try {
            inUse.secret();
        } catch (LogSigner.Refused e) {
            throw damaged("its secret key does not fit the public ones");
        }
        if (!keys.encoded().startsWith(present.get().encoded())) {
            boolean newer = present.get().encoded().startsWith(keys.encoded());
            throw new LogSigner.Refused(
                    target.path() + (newer
                            ? " is newer than the backup: its key took over from the backup's."
                            : " has the key of another log, or of another life of this one."),
                    newer
                            ? "There is nothing to put back."
                            : "Move it away, and keep it, before you put the backup back.");
        }
    }

    private void mustBringSomething(KeyHistory keys, Optional<Known> newest) throws LogSigner.Refused {
        boolean sameKeys = target.read(LogFolder.KEYS).filter(keys.encoded()::equals).isPresent();
        boolean sameMemory = target.read(LogFolder.CHECKPOINT)
                .map(note -> Checkpoint.parse(SignedNote.parse(note).text()))
                .equals(newest.map(Known::checkpoint));
        if (sameKeys && sameMemory) {
            throw new LogSigner.Refused(target.path() + " is as new as all that is known.",
                    "There is nothing to put back.");
        }
    }

    private LogSigner.Refused damaged(String how) {
        return new LogSigner.Refused(target.path() + " is damaged: " + how + ".",
                "Move it away, keep it, and call this again with --held and its file checkpoint.");
    }

    private void mustBeOurs(Known one, KeyHistory keys) throws LogSigner.Refused {
        Optional<String> wrong = wrong(one.note, keys);
        if (wrong.isPresent()) {
            throw new LogSigner.Refused("The checkpoint from " + one.from + " cannot be believed: " + wrong.get() + ".",
                    "If it is genuine, the backup is older than the last change of key: look for a newer one. "
                            + LOST_KEY);
        }
    }

    private void believeDatabase(List<LogCheckpoints.Row> rows, KeyHistory keys) throws LogSigner.Refused {
        for (LogCheckpoints.Row row : rows) {
            if (!keys.keys().contains(row.key())) {
                throw new LogSigner.Refused(
                        "The database has a checkpoint of " + row.checkpoint().size() + " events by the key "
                                + row.key()
                                + ", which the backup does not know.",
                        "The backup is older than the last change of key: look for a newer one. " + LOST_KEY);
            }
            Optional<String> wrong = wrong(row.note(), keys);
            if (wrong.isEmpty()) {
                known.add(new Known("the database", row.note()));
            } else {
                passedOver.add("the database's checkpoint of " + row.checkpoint().size() + " events: " + wrong.get());
            }
        }
    }

    private Optional<String> wrong(SignedNote note, KeyHistory keys) {
        try {
            Checkpoint checkpoint = keys.verify(note, keys.keys().get(0));
            return checkpoint.origin().equals(origin)
                    ? Optional.empty()
                    : Optional.of("it is of the log " + checkpoint.origin() + ", not of " + origin);
        } catch (IllegalArgumentException | VerificationException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private Optional<Known> newest() throws LogSigner.Refused {
        Optional<Known> newest = known.stream().max(Comparator.comparingLong(one -> one.checkpoint().size()));
        for (Known one : known) {
            Checkpoint largest = newest.orElseThrow().checkpoint();
            if (one.checkpoint().size() == largest.size() && !one.checkpoint().root().equals(largest.root())) {
                throw new LogSigner.Refused(
                        "There are two different signed trees of " + largest.size() + " events, one from "
                                + newest.get().from + " and one from " + one.from + ".",
                        "The log has signed two histories. Keep both checkpoints: they prove it. "
                                + "See 'The log is refused' in docs/operating.md.");
            }
        }
        return newest;
    }

    /** In this order a crash leaves a folder that goes on as it was, or that can be put back once more. */
    private void write(Ed25519Signer secret, KeyHistory keys, Optional<Known> newest) throws IOException {
        if (newest.isPresent()) {
            target.write(LogFolder.CHECKPOINT, newest.get().note.encoded());
        }
        new LogKeys(target, origin).change(secret, keys);
    }
}
