package org.isnad.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.audit.check.Comparison;
import org.isnad.testsupport.IsnadTest;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.SignedNote;

/**
 * Copies of PostgreSQL's data directory from different moments, put back later under the signer's folder that went on. Each is
 * refused, people can work all the same, and with the newest copy signing goes on.
 */
@IsnadTest
class RestoredBackupIT {
    private static final int BACKUPS = Integer.getInteger("isnad.fault.backups", 2);
    private static final long SEED = Long.getLong("isnad.fault.seed", System.nanoTime());
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String NEWEST = "newest";
    /** So few lost events are written over within moments: the log is then larger than what was signed, but another one. */
    private static final long FEW = 60;

    private Cluster cluster;
    private Desk desk;
    private Writers writers;
    private int outgrown;

    @BeforeEach
    void begin() throws Exception {
        cluster = new Cluster("backup");
        desk = new Desk(cluster, Map.of());
        desk.start();
        writers = new Writers(desk.url(), new Ledger());
        writers.introduce();
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
    void anOlderBackupIsNeverSigned() throws Exception {
        long started = System.nanoTime();
        System.out.printf("restored backups: seed %d (isnad.fault.seed)%n", SEED);
        List<String> backups = new ArrayList<>();
        for (int number = 1; number <= BACKUPS; number++) {
            writers.oneClaim();
            awaitSigned();
            backups.add("backup-" + number);
            cluster.stop();
            cluster.backup(backups.get(number - 1));
            cluster.start();
            Await.until("the application to be ready again", SOON, desk::isReady);
        }
        writers.oneClaim();
        awaitSigned();
        Collections.shuffle(backups, new Random(SEED));
        // The latest first, while what it lacks is little enough to be outgrown.
        Collections.swap(backups, 0, backups.indexOf("backup-" + BACKUPS));
        for (String backup : backups) {
            desk.kill();
            cluster.stop();
            cluster.backup(NEWEST);
            cluster.restore(backup);
            cluster.start();
            desk.start();
            isRefused(backup);
            desk.kill();
            cluster.stop();
            cluster.restore(NEWEST);
            cluster.forget(NEWEST);
            cluster.start();
            desk.start();
            signingGoesOn();
        }
        System.out.printf(
                "restored backups: %d of %d refused, %d of them also after their log had outgrown the signed one; "
                        + "signing went on with the newest each time; %d s%n",
                BACKUPS, BACKUPS, outgrown,
                Duration.ofNanos(System.nanoTime() - started).toSeconds());
    }

    private void isRefused(String backup) throws Exception {
        String signed = Files.readString(desk.signer().resolve("checkpoint"));
        long before = size(signed);
        try (Connection connection = cluster.connect()) {
            long restored = number("select max(size) from log_checkpoint", connection);
            assertThat(restored).as(backup).isLessThan(before);
            awaitRefusal(backup, connection);
            // People work on.
            writers.oneClaim();
            awaitRefusal(backup, connection);
            if (before - restored < FEW) {
                while (number("select count(*) from log_leaf", connection) <= before) {
                    writers.oneClaim();
                    awaitRefusal(backup, connection);
                }
                assertThat(warning()).as(backup).contains("are not those that were signed");
                outgrown++;
            } else {
                assertThat(warning()).as(backup).contains("are lost");
            }
            assertThat(Files.readString(desk.signer().resolve("checkpoint"))).as(backup).isEqualTo(signed);
            assertThat(number("select max(size) from log_checkpoint", connection)).as(backup).isEqualTo(restored);
            assertThat(desk.log("checkpoint").map(RestoredBackupIT::size)).as(backup).contains(restored);
            assertThat(Comparison.findings(connection, Optional.of(SignedNote.parse(signed)))).as(backup)
                    .anyMatch(finding -> finding.contains("signed last"));
        }
        assertThat(Files.readString(desk.output())).contains("ISNAD LOG REFUSED");
    }

    /** Until the signer has looked at the log with every event in it, and refused it. */
    private void awaitRefusal(String backup, Connection connection) throws Exception {
        Await.until("the refusal of " + backup, SOON, () -> {
            long events = number("select count(*) from audit_event", connection);
            return number("select count(*) from log_leaf", connection) == events && warning().contains(
                    "ISNAD LOG REFUSED")
                    && (warning().contains("has " + events + " events") || warning().contains(
                            "are not those that were signed"));
        });
        assertThat(desk.isReady()).isTrue();
    }

    private String warning() {
        return desk.health().map(answer -> answer.body()).orElse("");
    }

    private void signingGoesOn() throws Exception {
        long before = size(Files.readString(desk.signer().resolve("checkpoint")));
        writers.oneClaim();
        awaitSigned();
        assertThat(size(Files.readString(desk.signer().resolve("checkpoint")))).isGreaterThan(before);
        assertThat(warning()).doesNotContain("warning");
        SignedNote signed = SignedNote.parse(Files.readString(desk.signer().resolve("checkpoint")));
        try (Connection connection = cluster.snapshot()) {
            assertThat(Comparison.findings(connection, Optional.of(signed))).isEmpty();
        }
    }

    private void awaitSigned() throws Exception {
        try (Connection connection = cluster.connect()) {
            Await.until("every event to be signed", SOON,
                    () -> desk.log("checkpoint").map(RestoredBackupIT::size).orElse(0L) == number(
                            "select count(*) from audit_event", connection));
        }
    }

    private static long number(String sql, Connection connection) throws SQLException {
        return Long.parseLong(String.valueOf(Sql.text(connection, sql)));
    }

    private static long size(String note) {
        return Checkpoint.parse(SignedNote.parse(note).text()).size();
    }
}
