package org.isnad.audit.witness;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

import org.isnad.audit.log.LogCheckpoints;
import org.isnad.audit.log.LogFolder;
import org.isnad.audit.log.LogSettings;
import org.isnad.audit.log.LogSigner;
import org.isnad.audit.log.LogStore;
import org.isnad.audit.log.LogSubcommand;
import org.isnad.audit.log.TransparencyLog;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.SignedNote;

/** {@code log status}: how far the log, its signature and its witnesses are. */
@ApplicationScoped
class LogStatusCommand implements LogSubcommand {
    private final LogSettings settings;
    private final AgroalDataSource database;
    private final Clock clock;

    LogStatusCommand(LogSettings settings, AgroalDataSource database, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public List<String> usage() {
        return List.of("status               says how far the log, its signature and its witnesses are");
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (!arguments.isEmpty()) {
            return WRONG_USE;
        }
        try (Connection connection = database.getConnection()) {
            boolean well = tellLog(connection, out);
            well &= tellFolder(connection, out);
            for (LogWitness witness : LogWitness.all(settings)) {
                well &= tell(witness, connection, out);
            }
            return well ? DONE : NOT_DONE;
        } catch (SQLException e) {
            out.println("The database cannot be asked: " + e.getMessage());
            return NOT_DONE;
        }
    }

    private boolean tellLog(Connection connection, PrintStream out) throws SQLException {
        long size = new LogStore(connection).size();
        long waiting = events(connection) - size;
        Optional<LogCheckpoints.Row> signed = new LogCheckpoints(connection).latestOf(settings.origin(), 1).stream()
                .findFirst();
        long signedSize = signed.map(row -> row.checkpoint().size()).orElse(0L);
        Duration since = signed.map(row -> Duration.between(row.at(), clock.instant())).orElse(Duration.ZERO);
        boolean behind = waiting + size > signedSize && since.compareTo(TransparencyLog.PATIENCE) > 0;
        line(out, "log", settings.origin() + ", " + size + " events, " + waiting + " more wait");
        line(out, "signed", signed.map(row -> signedSize + " events, at " + shown(row.at())).orElse("never")
                + (behind ? "  << is the desk running? Its log says what is wrong" : ""));
        return !behind;
    }

    private static long events(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select count(*) from audit_event");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean tellFolder(Connection connection, PrintStream out) throws SQLException {
        LogSigner signer = new LogSigner(LogFolder.of(settings), settings.origin());
        Optional<KeyHistory> keys = signer.keys();
        line(out, "keys", keys.map(history -> history.keys().size() + ", now " + history.latest()).orElse("none yet"));
        Optional<SignedNote> last = signer.last();
        long remembered = last.map(note -> Checkpoint.parse(note.text()).size()).orElse(0L);
        boolean lost = remembered > new LogStore(connection).size();
        line(out, "remembered", last.isEmpty()
                ? "nothing"
                : remembered + " events" + (lost ? "  << more than the database has: see 'The log is refused'" : ""));
        return !lost;
    }

    private boolean tell(LogWitness witness, Connection connection, PrintStream out) throws SQLException {
        Optional<LogWitnessed.Last> last = new LogWitnessed(connection).last(witness.name());
        Optional<Instant> lacks = new LogCheckpoints(connection)
                .firstAfter(last.map(LogWitnessed.Last::size).orElse(-1L));
        boolean behind = lacks.map(since -> Duration.between(since, clock.instant()).compareTo(witness.patience()) > 0)
                .orElse(false);
        line(out, "witness", witness.name() + " (" + witness.to() + "): "
                + last.map(got -> got.size() + " events, at " + shown(got.at())).orElse("nothing yet")
                + (behind ? "  << behind; the desk's log and readiness say why" : ""));
        return !behind;
    }

    private static String shown(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void line(PrintStream out, String what, String text) {
        out.println("%-11s".formatted(what) + text);
    }
}
