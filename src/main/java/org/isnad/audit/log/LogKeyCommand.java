package org.isnad.audit.log;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.KeyHistory;

/** {@code log key}: the public keys, for those who check checkpoints; with {@code new} or {@code rotate} it makes one. */
@ApplicationScoped
class LogKeyCommand implements LogSubcommand {
    private static final String KEEP_OLD = "--keep-old";

    private final LogSettings settings;
    private final AgroalDataSource database;

    LogKeyCommand(LogSettings settings, AgroalDataSource database) {
        this.settings = settings;
        this.database = database;
    }

    @Override
    public String name() {
        return "key";
    }

    @Override
    public List<String> usage() {
        return List.of("key                  prints the public keys",
                "key new              makes the key of a new log; the desk does so by itself when it first signs",
                "key rotate [--keep-old]   a new key takes over, and the old one vouches for it; the old secret key is"
                        + " destroyed unless it is kept");
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        LogSigner signer = new LogSigner(LogFolder.of(settings), settings.origin());
        String what = String.join(" ", arguments);
        try {
            return switch (what) {
                case "" -> print(signer, out);
                case "new" -> begin(signer, out);
                case "rotate" -> rotate(signer, false, out);
                case "rotate " + KEEP_OLD -> rotate(signer, true, out);
                default -> WRONG_USE;
            };
        } catch (LogSigner.Refused e) {
            out.println("Not done. " + e.getMessage());
            return NOT_DONE;
        } catch (SQLException e) {
            out.println("Not done. The database cannot be asked: " + e.getMessage());
            return NOT_DONE;
        }
    }

    private static int print(LogSigner signer, PrintStream out) {
        Optional<KeyHistory> keys = signer.keys();
        out.print(keys.map(KeyHistory::encoded).orElse("There is no key yet: log key new makes one.\n"));
        return keys.isPresent() ? DONE : NOT_DONE;
    }

    private int begin(LogSigner signer, PrintStream out) throws SQLException, LogSigner.Refused {
        if (signer.keys().isPresent()) {
            throw new LogSigner.Refused("There is a key in " + LogFolder.of(settings) + " already.",
                    "log key prints it; log key rotate lets a new one take over from it.");
        }
        if (wasSigned()) {
            throw new LogSigner.Refused(
                    "The log " + settings.origin() + " had a key: the database has checkpoints that it signed.",
                    "A second key would look like a forgery. Put the folder back from a backup: log restore. If the key"
                            + " is lost for good, see 'The log's key' in docs/operating.md.");
        }
        out.println("The key of the log " + settings.origin() + ", for everybody who checks checkpoints:");
        out.print(signer.begin().encoded());
        out.println("Back it up now: log backup FOLDER.");
        return DONE;
    }

    private boolean wasSigned() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return !new LogCheckpoints(connection).latestOf(settings.origin(), 1).isEmpty();
        }
    }

    private int rotate(LogSigner signer, boolean keepOld, PrintStream out) throws LogSigner.Refused {
        if (signer.keys().isEmpty()) {
            throw new LogSigner.Refused(
                    "There is no key in " + LogFolder.of(settings) + " that could vouch for a new one.",
                    "log key new makes the first; log restore puts back a lost one.");
        }
        KeyHistory keys = signer.rotate(keepOld);
        long size = signer.last().map(note -> Checkpoint.parse(note.text()).size()).orElse(0L);
        out.println("The new key, which signs from size " + size + " on:");
        out.println(keys.latest());
        if (keepOld) {
            out.println("The old secret key is still in " + LogFolder.of(settings)
                    + ". It signs nothing that is checked any"
                    + " more; delete it when you no longer need it.");
        }
        out.println("""
                A running desk signs with it from now on; a desk that is off, once it is started.
                Whoever trusts the old key goes on: /log/keys leads from it to the new one.
                Now: log backup FOLDER, and give the new key to each witness, which otherwise refuses (403).""");
        return DONE;
    }
}
