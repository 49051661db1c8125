package org.isnad.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.audit.check.Comparison;
import org.isnad.testsupport.IsnadTest;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.SignedNote;

/**
 * {@code kill -9} of the application and of PostgreSQL while people work. After each: everything that was acknowledged is there,
 * no change is without its event, the log has no gap and no fork, and whatever was signed or given away earlier still holds.
 */
@IsnadTest
class KillNineIT {
    private static final int APPLICATION = Integer.getInteger("isnad.fault.application", 5);
    private static final int DATABASE = Integer.getInteger("isnad.fault.database", 3);
    private static final long SEED = Long.getLong("isnad.fault.seed", System.nanoTime());
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MOST_CHANGES_BEFORE = 60;
    /** Once in so many rounds the application dies while it is still starting. */
    private static final int WHILE_STARTING = 6;

    private final Random random = new Random(SEED);
    private final Ledger ledger = new Ledger();
    private Cluster cluster;
    private Desk desk;
    private Writers writers;
    private Receipts receipts;
    private Auditor auditor;

    @BeforeEach
    void begin() throws Exception {
        cluster = new Cluster("kill");
        desk = new Desk(cluster, Map.of());
        desk.start();
        writers = new Writers(desk.url(), ledger);
        auditor = new Auditor(desk.url());
        Await.until("the first checkpoint", SOON, () -> desk.log("checkpoint").isPresent());
        receipts = new Receipts(cluster.folder().resolve("receipts"), desk.log("keys").orElseThrow());
    }

    @AfterEach
    void end() throws Exception {
        if (writers != null) {
            writers.close();
        }
        if (desk != null) {
            desk.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void nothingThatWasAcknowledgedIsLost() throws Exception {
        long started = System.nanoTime();
        System.out.printf("kill -9: seed %d (isnad.fault.seed)%n", SEED);
        for (int round = 1; round <= APPLICATION; round++) {
            if (round % WHILE_STARTING == 0) {
                desk.kill();
                desk.begin();
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(4_000)).toNanos());
                desk.kill();
            } else {
                workUntilSomeMoment();
                desk.kill();
                writers.stop();
            }
            everythingAcknowledgedIsThere("kill " + round + " of the application");
            desk.start();
            everythingHolds("kill " + round + " of the application");
        }
        for (int round = 1; round <= DATABASE; round++) {
            workUntilSomeMoment();
            cluster.kill();
            cluster.start();
            Await.until("the application to be ready again", SOON, desk::isReady);
            writers.stop();
            everythingAcknowledgedIsThere("kill " + round + " of PostgreSQL");
            everythingHolds("kill " + round + " of PostgreSQL");
        }
        receipts.verifyOutside(desk.url() + "/log", Integer.MAX_VALUE);
        assertThat(desk.run("log", "check")).startsWith("exit code 0").contains("all agree");
        System.out.printf(
                "kill -9: %d of the application, %d of PostgreSQL, in %d s. Acknowledged changes: %d, all there; "
                        + "receipts: %d checkpoints and %d bundles, all valid%n",
                APPLICATION, DATABASE, Duration.ofNanos(System.nanoTime() - started).toSeconds(),
                ledger.acknowledged(),
                receipts.checkpoints(), receipts.bundles());
    }

    /** Some changes later, and within the next ones a random moment. */
    private void workUntilSomeMoment() throws Exception {
        writers.begin();
        long enough = ledger.acknowledged() + 1 + random.nextInt(MOST_CHANGES_BEFORE);
        Await.until("acknowledged changes", SOON, () -> {
            desk.log("checkpoint").ifPresent(receipts::keep);
            return ledger.acknowledged() >= enough;
        });
        LockSupport.parkNanos(random.nextInt(30_000_000));
    }

    /** Asked of PostgreSQL itself; the application may not be there. */
    private void everythingAcknowledgedIsThere(String after) throws Exception {
        try (Connection connection = cluster.connect()) {
            assertThat(ledger.differences(connection)).as(after).isEmpty();
            assertThat(receipts.differences(connection)).as(after).isEmpty();
        }
    }

    /** When nobody writes and the log has come up to date. */
    private void everythingHolds(String after) throws Exception {
        Await.until("every event to be under a checkpoint after " + after, SOON, this::upToDate);
        receipts.keep(desk.log("checkpoint").orElseThrow());
        List<UUID> claims = ledger.claims();
        if (!claims.isEmpty()) {
            receipts.keepBundle(auditor.bundle(claims.get(random.nextInt(claims.size()))));
        }
        // The auditor's export is a step as well, which is signed while this looks.
        Optional<SignedNote> signed = lastSigned();
        try (Connection connection = cluster.snapshot()) {
            assertThat(Comparison.findings(connection, Optional.of(receipts.latest()))).as(after).isEmpty();
            assertThat(Comparison.findings(connection, signed)).as(after).isEmpty();
            assertThat(receipts.differences(connection)).as(after).isEmpty();
        }
        receipts.verifyOutside(desk.url() + "/log", 1);
    }

    private boolean upToDate() throws SQLException {
        Optional<Long> signed = desk.log("checkpoint")
                .map(note -> Checkpoint.parse(SignedNote.parse(note).text()).size());
        try (Connection connection = cluster.connect();
                var row = connection.createStatement().executeQuery("select count(*) from audit_event")) {
            row.next();
            return signed.isPresent() && signed.get() == row.getLong(1);
        }
    }

    private Optional<SignedNote> lastSigned() throws Exception {
        return Optional.of(SignedNote.parse(java.nio.file.Files.readString(desk.signer().resolve("checkpoint"))));
    }
}
