package org.isnad.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import org.isnad.audit.history.ClaimHeading;
import org.isnad.audit.log.LogAtHand;
import org.isnad.audit.log.TestLogSettings;
import org.isnad.audit.log.TransparencyLog;
import org.isnad.audit.proof.ClaimProof;
import org.isnad.identity.Role;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.CosignatureSigner;
import org.isnad.tlog.SignedNote;

/** Who confirmed a checkpoint is what a signature shows. The rows alone can be written by whoever has the application's role. */
@IsnadTest
class ConfirmationsIT {
    @Inject
    Newsroom newsroom;
    @Inject
    LogAtHand atHand;
    @Inject
    TransparencyLog log;
    @Inject
    Session session;
    @Inject
    AgroalDataSource database;
    @Inject
    Clock clock;

    @Test
    void onlyASignatureThatHoldsConfirms() throws Exception {
        String press = "press-" + UUID.randomUUID();
        String forged = "forged-" + UUID.randomUUID();
        String disk = "disk-" + UUID.randomUUID();
        CosignatureSigner key = CosignatureSigner.generate("press.example", clock);
        CosignatureSigner other = CosignatureSigner.generate("press.example", clock);
        Cosignatures cosignatures = new Cosignatures(new TestLogSettings(Path.of("unused"), "unused.example/log",
                Map.of(press, TestLogSettings.witness("https://press.example/", key.verifierKey(), null), forged,
                        TestLogSettings.witness("https://forged.example/", key.verifierKey(), null), disk,
                        TestLogSettings.witness("file:/mnt/checkpoints", null, null))));
        ClaimHeading claim = new ClaimHeading(newsroom.published(newsroom.reviewer(), newsroom.editor()).value(), "",
                "ar", null, "PUBLISHED", 1, null);
        atHand.bringUpToDate();
        SignedNote note = atHand.checkpoint();
        long size = Checkpoint.parse(note.text()).size();
        try (Connection connection = database.getConnection()) {
            LogWitnessed witnessed = new LogWitnessed(connection);
            witnessed.add(size, press, key.signature(note.text()).line().strip(), clock.instant());
            witnessed.add(size, forged, other.signature(note.text()).line().strip(), clock.instant());
            witnessed.add(size, disk, "file:/mnt/checkpoints", clock.instant());
        }

        SignedCheckpoints checkpoints = new SignedCheckpoints(session, cosignatures);
        var auditor = newsroom.person("auditor", Role.AUDITOR);
        SignedCheckpoints.Signed signed = QuarkusTransaction.requiringNew()
                .call(() -> checkpoints.newest(1, null, auditor).items().get(0));
        assertThat(signed.size()).isEqualTo(size);
        assertThat(signed.witnesses()).containsExactly(press);
        assertThat(signed.copies()).containsExactlyInAnyOrder(forged, disk);
        SignedNote downloaded = SignedNote.parse(QuarkusTransaction.requiringNew()
                .call(() -> checkpoints.note(size, signed.keyId(), auditor)));
        assertThat(downloaded.signatures()).hasSize(2);
        assertThat(downloaded.verifiedBy(key.verifier())).hasSize(1);

        ClaimProof.State state = QuarkusTransaction.requiringNew().call(
                () -> new ClaimProof(session, database, log, cosignatures, clock).state(claim).orElseThrow());
        assertThat(state.witnesses()).isEqualTo(1);
        assertThat(state.copies()).isEqualTo(2);
    }
}
