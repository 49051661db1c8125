package org.isnad.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.audit.check.Verification;
import org.isnad.audit.history.ClaimHeading;
import org.isnad.audit.proof.ClaimProof;
import org.isnad.audit.witness.Cosignatures;
import org.isnad.audit.witness.WitnessParts;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.tlog.Hash;
import org.isnad.tlog.Hashes;
import org.isnad.tlog.SignedNote;

/** A desk whose folder and database do not belong together: it signs nothing, stays up, and says what to do. */
@IsnadTest
class LogRefusalIT {
    private static final Hashes NEWER = (level, from, count) -> java.util.Collections.nCopies(count,
            Hash.leaf(new byte[]{(byte) level}));

    @Inject
    Newsroom newsroom;
    @Inject
    TransparencyLog log;
    @Inject
    LogSettings settings;
    @Inject
    Sequencer sequencer;
    @Inject
    Cosignatures cosignatures;
    @Inject
    Session session;
    @Inject
    WitnessParts witnesses;
    @Inject
    AgroalDataSource database;
    @Inject
    Clock clock;
    @TempDir
    Path folder;

    @BeforeEach
    void somethingIsSigned() throws Exception {
        newsroom.editor();
        log.bringUpToDate();
    }

    @Test
    void aRestoredDatabaseIsNotSignedAndReadinessSaysWhatToDo() throws Exception {
        long size;
        try (Connection connection = database.getConnection()) {
            size = new LogStore(connection).size();
        }
        new LogSigner(folder, settings.origin()).sign(size + 1_000, NEWER);
        assertThat(warning(new TestLogSettings(folder, settings.origin(), true))).startsWith("ISNAD LOG REFUSED: ")
                .contains("are lost").contains("Restore the newest backup or replica").contains("The log is refused")
                .contains("the desk goes on working");
    }

    @Test
    void aFolderThatLostItsKeyDoesNotGetASecondOne() throws Exception {
        assertThat(warning(new TestLogSettings(folder, settings.origin(), true))).startsWith("ISNAD LOG REFUSED: ")
                .contains("isnad.log.dir has no key").contains("log restore");
        assertThat(folder.resolve("key")).doesNotExist();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new LogKeyCommand(new TestLogSettings(folder, settings.origin()), database).run(List.of("new"),
                new PrintStream(out, true, StandardCharsets.UTF_8))).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("had a key").contains("log restore");
        assertThat(folder.resolve("key")).doesNotExist();
    }

    @Test
    void aKeyThatIsAnothersIsNotUsed() throws Exception {
        new LogSigner(folder, settings.origin()).begin();
        Path other = folder.resolve("other");
        new LogSigner(other, settings.origin()).begin();
        Files.delete(folder.resolve("key"));
        Files.move(other.resolve("key"), folder.resolve("key"));
        assertThat(warning(new TestLogSettings(folder, settings.origin(), true)))
                .contains("does not belong to the last public one").contains("log restore");
    }

    /** An older backup agrees with all that it knows itself. */
    @Test
    void aClaimOfARestoredDatabaseIsNotCalledVerified() throws Exception {
        ClaimHeading claim = new ClaimHeading(newsroom.published(newsroom.reviewer(), newsroom.editor()).value(), "",
                "ar", null, "PUBLISHED", 1, null);
        log.bringUpToDate();
        for (String name : List.of("key", "keys")) {
            Files.copy(LogFolder.of(settings).resolve(name), folder.resolve(name));
        }
        TransparencyLog restored = of(new TestLogSettings(folder, settings.origin(), true));
        ClaimProof proof = new ClaimProof(session, database, restored, cosignatures, clock);
        assertThat(proof.verify(claim).differs()).isFalse();
        assertThat(proof.verify(claim).trouble()).isNull();

        long size;
        try (Connection connection = database.getConnection()) {
            size = new LogStore(connection).size();
        }
        new LogSigner(folder, settings.origin()).sign(size + 1_000, NEWER);
        assertThat(proof.verify(claim).trouble()).isEqualTo(Verification.Trouble.LOST);
        assertThat(proof.verify(claim).differs()).isTrue();

        Files.writeString(folder.resolve("checkpoint"), "no note");
        assertThat(proof.verify(claim).trouble()).isEqualTo(Verification.Trouble.NOT_SIGNING);

        Files.delete(folder.resolve("checkpoint"));
        new LogSigner(folder, "another.example/log").sign(0, NEWER);
        assertThat(warning(restored)).contains("The log is called another.example/log");
        assertThat(proof.verify(claim).verified()).isEmpty();
        assertThat(proof.verify(claim).trouble()).isEqualTo(Verification.Trouble.NOT_SIGNING);
    }

    @Test
    void aTreeThatLostEventsIsNotSigned() throws Exception {
        for (int i = 0; i < 3; i++) {
            newsroom.published(newsroom.reviewer(), newsroom.editor());
        }
        log.bringUpToDate();
        LogSigner signer = new LogSigner(folder.resolve("signer"), "example.org/log");
        try (Connection connection = database.getConnection()) {
            LogStore store = new LogStore(connection);
            long size = store.size();
            SignedNote note = signer.sign(size, store).note();
            assertThat(signer.sign(size, store).note()).isEqualTo(note);
            for (long restored = size - 20; restored < size; restored++) {
                long smaller = restored;
                assertThatThrownBy(() -> signer.sign(smaller, store)).isInstanceOf(LogSigner.Refused.class)
                        .hasMessageContaining((size - smaller) + " are lost");
            }
            assertThat(signer.last()).contains(note);
        }
    }

    private TransparencyLog of(LogSettings other) {
        return new TransparencyLog(database, sequencer, cosignatures, other, clock, new SimpleMeterRegistry());
    }

    private String warning(LogSettings of) throws Exception {
        return warning(of(of));
    }

    private String warning(TransparencyLog refused) throws Exception {
        try {
            refused.start(new StartupEvent());
            for (int i = 0; i < 300 && refused.trouble().isEmpty(); i++) {
                Thread.sleep(100);
            }
            HealthCheckResponse answer = witnesses.readiness(refused);
            assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
            return (String) answer.getData().orElseThrow().get("warning");
        } finally {
            refused.stop();
        }
    }
}
