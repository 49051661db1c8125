package org.isnad.audit.log;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

import org.isnad.tlog.SignedNote;

/** {@code log restore FOLDER [--held CHECKPOINT …]}: see {@link LogRestore}. */
@ApplicationScoped
class LogRestoreCommand implements LogSubcommand {
    private static final String HELD = "--held";
    /** The newest would do, if nobody could write a wrong one there. */
    private static final int IN_DATABASE = 100;

    private final LogSettings settings;
    private final AgroalDataSource database;

    LogRestoreCommand(LogSettings settings, AgroalDataSource database) {
        this.settings = settings;
        this.database = database;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public List<String> usage() {
        return List.of("restore FOLDER [--held CHECKPOINT …]   puts a backup back; CHECKPOINT is a file with one that a"
                + " witness kept");
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty() || arguments.size() % 2 == 0 || arguments.get(0).startsWith("--")) {
            return WRONG_USE;
        }
        List<LogRestore.Known> held = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i += 2) {
            if (!arguments.get(i).equals(HELD)) {
                return WRONG_USE;
            }
            try {
                held.add(new LogRestore.Known(arguments.get(i + 1),
                        SignedNote.parse(Files.readString(Path.of(arguments.get(i + 1))))));
            } catch (IOException | IllegalArgumentException e) {
                out.println("Not done. " + arguments.get(i + 1) + " is no checkpoint that can be read: "
                        + e.getMessage());
                return NOT_DONE;
            }
        }
        try {
            LogRestore restore = new LogRestore(new LogFolder(Path.of(arguments.get(0))),
                    new LogFolder(LogFolder.of(settings)), settings.origin());
            tell(restore.run(held, inDatabase()), !held.isEmpty(), out);
            return DONE;
        } catch (LogSigner.Refused e) {
            out.println("Nothing was changed. " + e.getMessage());
            return NOT_DONE;
        } catch (SQLException e) {
            out.println("Nothing was changed. The database cannot be asked: " + e.getMessage());
            return NOT_DONE;
        }
    }

    private List<LogCheckpoints.Row> inDatabase() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new LogCheckpoints(connection).latestOf(settings.origin(), IN_DATABASE);
        }
    }

    private void tell(LogRestore.Done done, boolean withHeld, PrintStream out) {
        out.println("Put back to " + LogFolder.of(settings) + ": the key " + done.keys().latest());
        done.passedOver().forEach(line -> out.println("Not believed: " + line + ". Run log check."));
        if (done.remembered().isEmpty()) {
            out.println("No checkpoint is known anywhere: whatever the database says now will be signed.");
            return;
        }
        LogRestore.Known newest = done.remembered().get();
        out.println("Remembered as signed last: " + newest.checkpoint().size() + " events, from " + newest.from()
                + ". A smaller or different log will not be signed.");
        out.println(withHeld
                ? "What remains: events after that size, if a witness holds a larger checkpoint than you gave."
                : "What remains: if both this folder and the database lost their newest part, nobody here can know it."
                        + " Give the newest checkpoint of each witness with --held to be sure.");
    }
}
