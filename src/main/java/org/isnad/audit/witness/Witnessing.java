package org.isnad.audit.witness;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import javax.sql.DataSource;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.isnad.audit.log.LogCheckpoints;
import org.isnad.audit.log.LogStore;

/**
 * Pushes checkpoints to one witness, for as long as the desk runs. Of all nodes one pushes at a time, and each goes on where the
 * last one, whichever it was, had come to. What it waits for holds up nobody else.
 */
final class Witnessing {
    private static final Logger LOG = Logger.getLogger(Witnessing.class);
    /** How often it is looked whether there is something new. */
    private static final Duration LOOK = Duration.ofSeconds(2);
    /** How often what {@link #behind} says is brought up to date while nothing may be pushed. */
    private static final Duration REFRESH = Duration.ofMinutes(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final Duration LAST_RETRY = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    private final LogWitness witness;
    private final WitnessTarget target;
    private final String origin;
    private final DataSource database;
    private final Clock clock;
    private final Instant began;
    private volatile @Nullable Instant behindSince;
    private volatile @Nullable String trouble;
    private volatile boolean refused;
    private int failures;
    private Instant retryAt = Instant.EPOCH;

    Witnessing(LogWitness witness, WitnessTarget target, String origin, DataSource database, Clock clock) {
        this.witness = witness;
        this.target = target;
        this.origin = origin;
        this.database = database;
        this.clock = clock;
        this.began = clock.instant();
    }

    /** A checkpoint that the witness lacks. */
    private record Due(LogCheckpoints.Row newest, long known, Duration left) {
        boolean isNow() {
            return left.isNegative() || left.isZero();
        }
    }

    void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(once().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Pushes the newest checkpoint if it is time.
     *
     * @return how long there is nothing to do
     */
    Duration once() {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Duration wait = look(connection);
                connection.commit();
                return wait;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            // That the database is away others say loudly; it is no fault of the witness.
            LOG.debugf(e, "The witness %s waits for the database", witness.name());
            return FIRST_RETRY;
        } catch (RuntimeException e) {
            if (behindSince == null) {
                behindSince = clock.instant();
            }
            failed(e.getMessage() == null ? e.toString() : e.getMessage(), false);
            return FIRST_RETRY;
        }
    }

    private Duration look(Connection connection) throws SQLException {
        Optional<Due> due = due(connection);
        if (due.isEmpty()) {
            return LOOK;
        }
        if (!due.get().isNow()) {
            return due.get().left.compareTo(REFRESH) < 0 ? due.get().left : REFRESH;
        }
        if (new LogWitnessed(connection).mayPushTo(witness.name())) {
            // Once more, since another node may have pushed just before.
            due = due(connection);
            if (due.isPresent() && due.get().isNow()) {
                push(due.get(), connection);
            }
        }
        return LOOK;
    }

    private Optional<Due> due(Connection connection) throws SQLException {
        LogCheckpoints checkpoints = new LogCheckpoints(connection);
        Optional<LogCheckpoints.Row> newest = checkpoints.latestOf(origin, 1).stream().findFirst();
        Optional<LogWitnessed.Last> last = new LogWitnessed(connection).last(witness.name());
        long known = last.map(LogWitnessed.Last::size).orElse(-1L);
        if (newest.isEmpty() || newest.get().checkpoint().size() <= known) {
            behindSince = null;
            return Optional.empty();
        }
        Instant since = checkpoints.firstAfter(known).orElse(newest.get().at());
        // A witness that is new did not miss what was before it.
        behindSince = last.isEmpty() && since.isBefore(began) ? began : since;
        Instant next = last.map(pushed -> pushed.at().plus(witness.every())).orElse(Instant.EPOCH);
        Duration left = Duration.between(clock.instant(), next.isAfter(retryAt) ? next : retryAt);
        return Optional.of(new Due(newest.get(), Math.max(known, 0), left));
    }

    private void push(Due due, Connection connection) throws SQLException {
        try {
            pushed(due, connection);
        } catch (WitnessTarget.Refused e) {
            // The log may have grown since it was looked at, and somebody else may have shown that to the witness.
            Optional<LogCheckpoints.Row> newest = new LogCheckpoints(connection).latestOf(origin, 1).stream()
                    .findFirst();
            if (newest.isEmpty() || newest.get().checkpoint().size() <= due.newest.checkpoint().size()) {
                failed(e.getMessage(), true);
            }
        } catch (IOException | RuntimeException e) {
            failed(e.getMessage() == null ? e.toString() : e.getMessage(), false);
        }
    }

    private void pushed(Due due, Connection connection) throws IOException, WitnessTarget.Refused, SQLException {
        long size = due.newest.checkpoint().size();
        String line = target.push(
                new WitnessTarget.Handover(due.newest.note(), due.known, new LogStore(connection)));
        new LogWitnessed(connection).add(size, witness.name(), line, clock.instant());
        if (trouble != null) {
            LOG.infof("The witness %s has the checkpoint of %d events; all is well with it again", witness.name(),
                    size);
        }
        trouble = null;
        refused = false;
        failures = 0;
        behindSince = null;
    }

    /** Said once, and again when it becomes something else; {@link #warning} says it all the time. */
    private void failed(@Nullable String why, boolean refusal) {
        if (trouble == null || refusal != refused) {
            if (refusal) {
                LOG.error(refusal(why));
            } else {
                LOG.warnf("The witness %s does not get checkpoints: %s. It is tried again and again.", witness.name(),
                        why);
            }
        }
        trouble = why;
        refused = refusal;
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        retryAt = clock.instant().plus(wait.compareTo(LAST_RETRY) < 0 ? wait : LAST_RETRY);
        failures++;
    }

    private String refusal(@Nullable String why) {
        return "ISNAD LOG REFUSED BY WITNESS " + witness.name() + ": " + why
                + ". Either this database lost events or went"
                + " another way, as after restoring a backup, or the witness was deceived. Keep its checkpoint, and see"
                + " 'A witness refuses' in docs/operating.md.";
    }

    String name() {
        return witness.name();
    }

    /** How long a checkpoint has been there that the witness lacks. */
    Duration behind() {
        Instant since = behindSince;
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    boolean isRefused() {
        return refused;
    }

    /** What somebody should look after; nothing when all is well, or will be soon. */
    Optional<String> warning() {
        String why = trouble;
        if (refused) {
            return Optional.of(refusal(why));
        }
        if (behind().compareTo(witness.patience()) <= 0) {
            return Optional.empty();
        }
        return Optional.of("The witness " + witness.name() + " lacks checkpoints since " + behindSince + ": "
                + (why == null ? "nobody pushes them" : why));
    }
}
