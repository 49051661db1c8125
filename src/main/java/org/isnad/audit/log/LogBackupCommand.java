package org.isnad.audit.log;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.SignedNote;

/** {@code log backup FOLDER}: keys and last signed checkpoint, as they belong together at one moment. */
@ApplicationScoped
class LogBackupCommand implements LogSubcommand {
    private final LogSettings settings;

    LogBackupCommand(LogSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public List<String> usage() {
        return List.of("backup FOLDER        copies the log's key and last signed checkpoint to a new or empty folder");
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1) {
            return WRONG_USE;
        }
        LogFolder from = new LogFolder(LogFolder.of(settings));
        LogFolder to = new LogFolder(Path.of(arguments.get(0)));
        try {
            Optional<SignedNote> last = copy(from, to);
            out.println("Copied to " + to.path() + ": the secret key, the public keys and "
                    + last.map(note -> "the checkpoint of " + Checkpoint.parse(note.text()).size() + " events.")
                            .orElse("no checkpoint, since nothing was signed yet."));
            out.println(
                    """
                            Whoever has this folder can sign as this log: keep it as you keep passwords.
                            Do not keep it with the database's backups. The log notices a database that went back in time only if its own
                            memory does not go back with it.""");
            return DONE;
        } catch (LogSigner.Refused e) {
            out.println("Not done. " + e.getMessage());
            return NOT_DONE;
        }
    }

    private Optional<SignedNote> copy(LogFolder from, LogFolder to) throws LogSigner.Refused {
        if (from.names().isEmpty()) {
            throw new LogSigner.Refused("There is no key in " + from.path() + ".", "log key new makes the first one.");
        }
        if (!to.names().isEmpty()) {
            throw new LogSigner.Refused(to.path() + " is not empty, and a backup overwrites nothing.",
                    "Name a new folder.");
        }
        LogKeys keys = new LogKeys(from, settings.origin());
        return from.locked(() -> {
            Ed25519Signer secret = keys.secret();
            KeyHistory history = keys.read().orElseThrow();
            Optional<SignedNote> last = from.read(LogFolder.CHECKPOINT).map(SignedNote::parse);
            to.create();
            to.write(LogFolder.KEY, secret.encoded() + "\n");
            to.write(LogFolder.KEYS, history.encoded());
            if (last.isPresent()) {
                to.write(LogFolder.CHECKPOINT, last.get().encoded());
            }
            return last;
        });
    }
}
