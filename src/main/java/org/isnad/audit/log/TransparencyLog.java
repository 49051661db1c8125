package org.isnad.audit.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.SignedNote;

/**
 * Keeps the log up to date while the desk runs: every committed event gets its leaf, then the tree is signed. The desk goes on
 * working when it cannot be signed; what is wrong then is in {@link #trouble()}, the metrics, readiness and the log of the program.
 */
@ApplicationScoped
public class TransparencyLog {
    private static final Logger LOG = Logger.getLogger(TransparencyLog.class);
    /** How long an event may wait for its checkpoint before somebody should look. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);
    /** No key is called so. */
    private static final String NOBODY = "-";
    private static final Duration REMIND = Duration.ofMinutes(1);

    private final AgroalDataSource database;
    private final Sequencer sequencer;
    private final Confirmations confirmations;
    private final LogSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final @Nullable LogSigner signer;
    private volatile @Nullable String trouble;
    private volatile boolean stopping;
    private volatile Instant settledAt = Instant.EPOCH;
    private Instant toldAt = Instant.EPOCH;
    private volatile long signed = -1;
    private String signedBy = NOBODY;
    private @Nullable Thread worker;

    TransparencyLog(AgroalDataSource database, Sequencer sequencer, Confirmations confirmations, LogSettings settings,
            Clock clock, MeterRegistry meters) {
        this.database = database;
        this.sequencer = sequencer;
        this.confirmations = confirmations;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
        this.signer = settings.dir().map(dir -> new LogSigner(dir, settings.origin())).orElse(null);
    }

    void start(@Observes StartupEvent event) {
        settledAt = clock.instant();
        meters.gauge("isnad.log.behind.seconds", this, log -> log.behind().toMillis() / 1000.0);
        meters.gauge("isnad.log.size", this, log -> log.signed);
        if (settings.enabled()) {
            Thread thread = new Thread(this::work, "isnad-log");
            thread.setDaemon(true);
            thread.start();
            worker = thread;
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        Thread running = worker;
        if (running != null) {
            running.interrupt();
            running.join(Duration.ofSeconds(5).toMillis());
        }
    }

    /** What keeps the log from being signed, and what to do about it; nothing when all is well. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** How long ago this node last saw every event under a signed checkpoint. */
    public Duration behind() {
        return settings.enabled() ? Duration.between(settledAt, clock.instant()) : Duration.ZERO;
    }

    /** The latest signed checkpoint of this log, from whichever node, with what witnesses signed of it. */
    public Optional<SignedNote> checkpoint() {
        try (Connection connection = database.getConnection()) {
            List<LogCheckpoints.Row> latest = new LogCheckpoints(connection).latestOf(settings.origin(), 1);
            return latest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(confirmations.addedTo(latest.get(0).note(), connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The checkpoint cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * What was signed, as the database or this node's folder has it, whichever covers more: a database that was put back, or cut,
     * knows of less than the folder.
     *
     * @throws LogSigner.Damaged
     *             when what the folder remembers cannot be read
     */
    public Optional<SignedNote> largest() {
        // The folder first: what it remembers then has its leaves in the database, though not yet its row there.
        return Stream.concat(Optional.ofNullable(signer).flatMap(LogSigner::last).stream(), checkpoint().stream())
                .max(Comparator.comparingLong(note -> Checkpoint.parse(note.text()).size()));
    }

    /** The public keys, where this node has them. */
    public Optional<KeyHistory> keys() {
        return Optional.ofNullable(signer).flatMap(LogSigner::keys);
    }

    private void work() {
        while (!stopping) {
            try {
                bringUpToDate();
                Thread.sleep(settings.every().toMillis());
            } catch (InterruptedException e) {
                return;
            } catch (LogSigner.Refused e) {
                report("ISNAD LOG REFUSED: " + e.getMessage()
                        + " Nothing is signed until this is settled; the desk goes on working.");
            } catch (SQLException | RuntimeException e) {
                if (!stopping) {
                    report("The log is not up to date: " + e.getMessage());
                }
            }
        }
    }

    /**
     * Appends all that was committed before, and signs. One at a time in this process; between processes the database and a file
     * decide. Each batch is signed before the next one is looked for: while people work without a pause there is always a next one,
     * and what is already in the tree must not wait for it.
     */
    synchronized void bringUpToDate() throws SQLException, LogSigner.Refused {
        boolean more = true;
        while (more) {
            Instant looked = clock.instant();
            int appended = sequencer.appendOnce();
            more = appended == Sequencer.BATCH;
            if (appended > 0) {
                meters.counter("isnad.log.batches").increment();
            }
            if (signer != null) {
                sign(signer);
                settledAt = more ? settledAt : looked;
            }
        }
        trouble = null;
    }

    private void sign(LogSigner with) throws SQLException, LogSigner.Refused {
        try (Connection connection = database.getConnection()) {
            LogStore store = new LogStore(connection);
            long size = store.size();
            if (size == signed && with.keys().map(KeyHistory::latest).orElse("").equals(signedBy)) {
                return;
            }
            mustBeItsFolder(with, new LogCheckpoints(connection));
            LogSigner.Signed done = with.sign(() -> size(store), store);
            new LogCheckpoints(connection).add(done, clock.instant());
            signed = Checkpoint.parse(done.note().text()).size();
            signedBy = done.key();
        }
    }

    private static long size(LogStore store) {
        try {
            return store.size();
        } catch (SQLException e) {
            throw new IllegalStateException("The size of the log cannot be read: " + e.getMessage(), e);
        }
    }

    /** A new key is for a new log only. Asked twice, since another node may be making the first key now. */
    private void mustBeItsFolder(LogSigner with, LogCheckpoints checkpoints) throws SQLException, LogSigner.Refused {
        if (with.keys().isEmpty() && !checkpoints.latestOf(settings.origin(), 1).isEmpty() && with.keys().isEmpty()) {
            throw new LogSigner.Refused(
                    "isnad.log.dir has no key, but the database has checkpoints that the log's key signed.",
                    "Is it the right folder, and is its disk there? If the folder is lost, put it back from a backup:"
                            + " log restore. See 'The log's key' in docs/operating.md.");
        }
    }

    private void report(String message) {
        // After trouble nothing is taken for known: the database may have been replaced under the running desk.
        sequencer.lookAtAll();
        signedBy = NOBODY;
        boolean first = trouble == null;
        trouble = message;
        Instant now = clock.instant();
        if (first || toldAt.plus(REMIND).isBefore(now)) {
            LOG.error(message);
            toldAt = now;
        }
        try {
            Thread.sleep(Math.max(settings.every().toMillis(), 1_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
