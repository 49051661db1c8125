package org.isnad.audit.witness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.audit.log.LogAtHand;
import org.isnad.audit.log.LogCheckpoints;
import org.isnad.audit.log.LogFolder;
import org.isnad.audit.log.LogSettings;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.Hash;
import org.isnad.tlog.MemoryLog;
import org.isnad.tlog.NoteSignature;
import org.isnad.tlog.NoteVerifier;
import org.isnad.tlog.SignedNote;

/** The desk's log and real witnesses: up, down, slow, forgetful, deceived. */
@IsnadTest
class WitnessingIT {
    @Inject
    Newsroom newsroom;
    @Inject
    LogAtHand log;
    @Inject
    LogSettings settings;
    @Inject
    AgroalDataSource database;
    @TempDir
    Path folder;

    private final Moving clock = new Moving();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(line.getLevel() + " " + new PatternFormatter("%s").format(line));
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    };
    private Ed25519Signer logKey;

    /** A clock that the test moves. */
    private static final class Moving extends Clock {
        private Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        void move(Duration by) {
            ahead = ahead.plus(by);
        }
    }

    @BeforeEach
    void somethingIsSigned() throws Exception {
        grow();
        logKey = Ed25519Signer.parse(Files.readString(LogFolder.of(settings).resolve("key")).strip());
        Logger.getLogger(Witnessing.class.getName()).addHandler(listening);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger(Witnessing.class.getName()).removeHandler(listening);
    }

    @Test
    void eachWitnessThatIsThereCosignsAndOneThatIsNotHoldsUpNobody() throws Exception {
        String here = name();
        String there = name();
        String down = name();
        WitnessProcess third = witness("third");
        third.close();
        try (WitnessProcess first = witness("first"); WitnessProcess second = witness("second")) {
            Witnessing missing = node(down, third);
            missing.once();
            node(here, first).once();
            node(there, second).once();

            SignedNote newest = newest();
            assertCosigned(newest, here, first.key());
            assertCosigned(newest, there, second.key());
            assertThat(line(newest, down)).isEmpty();
            assertThat(size(first)).isEqualTo(size(newest));

            assertThat(missing.warning()).as("not yet").isEmpty();
            for (int i = 0; i < 4; i++) {
                clock.move(Duration.ofMinutes(2));
                missing.once();
            }
            assertThat(missing.behind()).isGreaterThan(Duration.ofMinutes(7));
            assertThat(missing.warning().orElseThrow()).contains("lacks checkpoints since")
                    .contains("cannot be reached");
            assertThat(said).as("once").filteredOn(line -> line.contains(down)).singleElement().asString()
                    .startsWith("WARN");
        }
        try (WitnessProcess back = witness("third")) {
            Witnessing missing = node(down, back);
            missing.once();
            assertCosigned(newest(), down, back.key());
            assertThat(missing.behind()).isZero();
        }
    }

    @Test
    void whatWasPushedIsKnownAfterARestartOfDeskAndWitness() throws Exception {
        String name = name();
        long before;
        try (WitnessProcess witness = witness("w")) {
            node(name, witness).once();
            before = size(witness);
        }
        grow();
        try (WitnessProcess witness = witness("w")) {
            Witnessing restarted = node(name, witness);
            restarted.once();
            assertThat(size(witness)).as("not before its time").isEqualTo(before);
            clock.move(Duration.ofMinutes(1));
            restarted.once();
            assertThat(size(witness)).isEqualTo(size(newest())).isGreaterThan(before);
            assertCosigned(newest(), name, witness.key());
        }
        assertThat(said).isEmpty();
    }

    @Test
    void aWitnessThatForgotOrWasToldByOthersIsBroughtUpToDate() throws Exception {
        String name = name();
        try (WitnessProcess witness = witness("w")) {
            node(name, witness).once();
        }
        try (var state = Files.list(folder.resolve("w"))) {
            Files.delete(state.filter(file -> file.toString().endsWith(".checkpoint")).findFirst().orElseThrow());
        }
        grow();
        clock.move(Duration.ofMinutes(1));
        try (WitnessProcess witness = witness("w")) {
            node(name, witness).once();
            assertCosigned(newest(), name, witness.key());
            grow();
            node(name(), witness).once();
            clock.move(Duration.ofMinutes(1));
            node(name, witness).once();
            assertCosigned(newest(), name, witness.key());
        }
        assertThat(said).isEmpty();
    }

    @Test
    void aWitnessWithAnotherHistoryRaisesAnAlarmOnceAndItEndsWhenItAgrees() throws Exception {
        long size = size(newest());
        for (long theirs : List.of(size - 1, size, size + 10)) {
            said.clear();
            String name = name();
            MemoryLog fork = fork((int) theirs);
            try (WitnessProcess witness = witness("deceived" + theirs)) {
                new TlogWitness(NoteVerifier.of(witness.key()), new WitnessHttp(witness.address())).push(
                        new WitnessTarget.Handover(fork.signed(theirs, logKey), 0, fork));
                Witnessing node = node(name, witness);
                for (int i = 0; i < 3; i++) {
                    node.once();
                    clock.move(Duration.ofMinutes(11));
                }
                assertThat(node.isRefused()).isTrue();
                assertThat(node.warning().orElseThrow()).startsWith("ISNAD LOG REFUSED BY WITNESS " + name)
                        .contains("docs/operating.md");
                assertThat(said).singleElement().asString().startsWith("ERROR ISNAD LOG REFUSED BY WITNESS " + name);
                assertThat(line(newest(), name)).isEmpty();
            }
        }
    }

    @Test
    void ofAllNodesOnePushes() throws Exception {
        String name = name();
        AtomicInteger pushes = new AtomicInteger();
        WitnessTarget target = handover -> {
            pushes.incrementAndGet();
            pause();
            return "taken";
        };
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Duration>> nodes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Witnessing node = node(name, target);
                nodes.add(node::once);
            }
            for (Future<Duration> node : threads.invokeAll(nodes)) {
                node.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(pushes).hasValue(1);
    }

    @Test
    void aSlowWitnessHoldsUpNeitherTheDeskNorAnother() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        String slowName = name();
        Witnessing slow = node(slowName, handover -> {
            entered.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "at last";
        });
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Duration> pushing = thread.submit(slow::once);
            assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
            long before = size(newest());
            grow();
            assertThat(size(newest())).isGreaterThan(before);
            String quick = name();
            node(quick, handover -> "taken").once();
            assertThat(line(newest(), quick)).contains("taken");
            mayEnd.countDown();
            pushing.get(20, TimeUnit.SECONDS);
            try (Connection connection = database.getConnection()) {
                assertThat(new LogWitnessed(connection).last(slowName).orElseThrow().size()).isEqualTo(before);
            }
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void whatCannotBeReadIsSaidAndNotOnlyToWhoeverDebugs() throws Exception {
        String name = name();
        LogWitness with = new LogWitness(name, folder.toUri(), Optional.empty(), Duration.ofMinutes(1));
        DataSource broken = (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{DataSource.class}, (proxy, method, arguments) -> {
                    throw new IllegalArgumentException("not a note");
                });
        Witnessing node = new Witnessing(with, handover -> "taken", settings.origin(), broken, clock);
        node.once();
        assertThat(node.warning()).as("not yet").isEmpty();
        clock.move(Duration.ofMinutes(8));
        node.once();
        assertThat(node.warning().orElseThrow()).contains("lacks checkpoints since").contains("not a note");
        assertThat(said).filteredOn(line -> line.contains(name)).singleElement().asString().startsWith("WARN")
                .contains("not a note");
    }

    /** Whoever has the application's role can put a row there, but not stop the log's checkpoints by it. */
    @Test
    void whatIsNoCheckpointIsPassedOver() throws Exception {
        SignedNote newest = newest();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into log_checkpoint (size, key, root, note, at) values (?, 'k', ?, ?, now())")) {
                long larger = size(newest);
                for (String note : List.of("\nno note", "\nno size\n\n— k AAAAAAA=\n", newest.encoded(), "\n", "\n1",
                        "\n\n", "\n\n\n", "\n0\n\n\n", "\n0\n\n", "\n0\n", "\nx\n\n")) {
                    insert.setLong(1, ++larger);
                    insert.setBytes(2, Hash.EMPTY.bytes());
                    insert.setString(3, note.startsWith("\n") ? settings.origin() + note : note);
                    insert.executeUpdate();
                }
            }
            LogCheckpoints checkpoints = new LogCheckpoints(connection);
            assertThat(checkpoints.latestOf(settings.origin(), 1)).singleElement()
                    .satisfies(row -> assertThat(row.note()).isEqualTo(newest));
            assertThat(checkpoints.latestOf(settings.origin(), 2)).hasSize(2);
            connection.rollback();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MemoryLog fork(int size) {
        MemoryLog fork = new MemoryLog("isnad.local/log");
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(Hash.sha256(("forged " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8)).bytes());
        }
        fork.append(entries);
        return fork;
    }

    private void grow() throws Exception {
        newsroom.editor();
        log.bringUpToDate();
    }

    private static String name() {
        return "witness-" + UUID.randomUUID();
    }

    private WitnessProcess witness(String state) throws Exception {
        return WitnessProcess.start(folder.resolve(state), 0, List.of(logKey.verifierKey()));
    }

    private Witnessing node(String name, WitnessProcess witness) {
        LogWitness with = new LogWitness(name, witness.address(), Optional.of(NoteVerifier.of(witness.key())),
                Duration.ofMinutes(1));
        return new Witnessing(with, with.target(() -> {
            throw new AssertionError("nobody sends mail");
        }), settings.origin(), database, clock);
    }

    private Witnessing node(String name, WitnessTarget target) {
        LogWitness with = new LogWitness(name, folder.toUri(), Optional.empty(), Duration.ofMinutes(1));
        return new Witnessing(with, target, settings.origin(), database, clock);
    }

    private SignedNote newest() throws Exception {
        try (Connection connection = database.getConnection()) {
            return new LogCheckpoints(connection).latestOf(settings.origin(), 1).get(0).note();
        }
    }

    private Optional<String> line(SignedNote note, String witness) throws Exception {
        try (Connection connection = database.getConnection()) {
            return Optional.ofNullable(new LogWitnessed(connection).lines(size(note)).get(witness));
        }
    }

    private void assertCosigned(SignedNote note, String witness, String key) throws Exception {
        NoteSignature signature = NoteSignature.parse(line(note, witness).orElseThrow());
        assertThat(new SignedNote(note.text(), List.of(signature)).verifiedBy(NoteVerifier.of(key))).hasSize(1);
    }

    private static long size(SignedNote note) {
        return Checkpoint.parse(note.text()).size();
    }

    private long size(WitnessProcess witness) {
        return given().get(witness.address()).asString().lines().filter(line -> line.startsWith("log "))
                .map(line -> line.replaceAll(".* size ", "")).mapToLong(Long::parseLong).findFirst().orElseThrow();
    }
}
