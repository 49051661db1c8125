package org.isnad.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.CosignatureSigner;
import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.Hash;
import org.isnad.tlog.MemoryLog;
import org.isnad.tlog.SignedNote;

/** What is sent to a witness that speaks C2SP tlog-witness, and what its answers mean. */
class TlogWitnessTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T10:00:00Z"), ZoneOffset.UTC);
    private static final MemoryLog LOG = MemoryLog.ofSize(100);
    private static final Ed25519Signer KEY = Ed25519Signer.generate(LOG.origin());
    private static final CosignatureSigner SIGNER = CosignatureSigner.generate("witness.example", CLOCK);
    private static final CosignatureSigner STRANGER = CosignatureSigner.generate("stranger.example", CLOCK);

    private final SignedNote note = SignedNote
            .of(new Checkpoint(LOG.origin(), 100, LOG.tree(100).root()).text(), KEY);
    private final List<String> asked = new ArrayList<>();
    private final Deque<TlogWitness.Answer> answers = new ArrayDeque<>();
    private final TlogWitness witness = new TlogWitness(SIGNER.verifier(), body -> {
        asked.add(body);
        return answers.remove();
    });

    @Test
    void theRequestIsOldSizeProofEmptyLineAndCheckpoint() throws Exception {
        answer(200, cosignature(SIGNER));
        assertThat(push(40)).isEqualTo(cosignature(SIGNER).strip());
        List<Hash> proof = LOG.tree(100).consistency(40);
        assertThat(asked).containsExactly("old 40\n"
                + String.join("", proof.stream().map(hash -> hash.base64() + "\n").toList()) + "\n" + note.encoded());
    }

    @Test
    void theFirstRequestHasNoProof() throws Exception {
        answer(200, cosignature(SIGNER));
        push(0);
        assertThat(asked).containsExactly("old 0\n\n" + note.encoded());
    }

    @Test
    void aWitnessThatKnowsLessOrMoreThanThoughtIsAskedOnceMore() throws Exception {
        for (long theirs : List.of(0L, 70L, 100L)) {
            asked.clear();
            answer(409, theirs + "\n");
            answer(200, cosignature(SIGNER));
            assertThat(push(40)).isEqualTo(cosignature(SIGNER).strip());
            assertThat(asked.get(1)).startsWith("old " + theirs + "\n");
        }
    }

    @Test
    void aWitnessThatKnowsALargerOrAnotherTreeIsAnAlarm() {
        answer(409, "101\n");
        assertRefused("it has cosigned a tree of 101 events, and the desk's newest has 100");
        answer(409, "100\n");
        answer(409, "100\n");
        assertRefused("it has cosigned another tree of 100 events");
        answer(422, "The consistency proof leads elsewhere\n");
        assertRefused("the tree of 40 events that it has cosigned is not the beginning of the desk's");
        answer(409, "70\n");
        answer(422, "");
        assertRefused("the tree of 70 events");
    }

    @Test
    void whatMayPassIsExplainedAndNoAlarm() {
        answer(403, "");
        assertFails("Give its operator what log key prints");
        answer(404, "");
        assertFails("it does not know the log " + LOG.origin());
        answers.add(new TlogWitness.Answer(302, new byte[0], "https://elsewhere.example/"));
        assertFails("it redirects (302), which is not followed. Is it now at \"https://elsewhere.example/\"?");
        answer(500, "Out of disk\u0007\n\u202esecond line " + "x".repeat(5_000));
        assertThatThrownBy(() -> push(40)).isInstanceOf(IOException.class)
                .hasMessageStartingWith("it answered 500: \"Out of disk second line xx")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
        answer(409, "many\n");
        assertFails("without the size");
        answer(409, "007\n");
        assertFails("without the size");
        answer(409, "70\n");
        answer(409, "80\n");
        assertFails("409 twice");
    }

    @Test
    void onlyWhatItsKeySignedOfThisCheckpointIsBelieved() throws Exception {
        answer(200, cosignature(STRANGER));
        assertFails("not signed by " + SIGNER.verifierKey());
        answer(200, "");
        assertFails("not signed by");
        answer(200, "thank you\n");
        assertFails("its answer is not kept");
        answer(200, SIGNER.signature(note.text() + "more\n").line());
        assertFails("does not fit the text");
        answer(200, cosignature(STRANGER) + cosignature(SIGNER));
        assertThat(push(40)).isEqualTo(cosignature(SIGNER).strip());
    }

    private String cosignature(CosignatureSigner signer) {
        return signer.signature(note.text()).line();
    }

    private void answer(int status, String body) {
        answers.add(new TlogWitness.Answer(status, body.getBytes(StandardCharsets.UTF_8), ""));
    }

    private String push(long known) throws IOException, WitnessTarget.Refused {
        return witness.push(new WitnessTarget.Handover(note, known, LOG));
    }

    private void assertRefused(String message) {
        ThrowingCallable pushing = () -> push(40);
        assertThatThrownBy(pushing).isInstanceOf(WitnessTarget.Refused.class).hasMessageContaining(message);
        assertThat(answers).isEmpty();
    }

    private void assertFails(String message) {
        assertThatThrownBy(() -> push(40)).isInstanceOf(IOException.class).hasMessageContaining(message);
        assertThat(answers).isEmpty();
    }
}
