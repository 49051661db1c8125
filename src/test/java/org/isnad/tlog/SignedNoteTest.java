package org.isnad.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_679_315_147), ZoneOffset.UTC);
    private static final Ed25519Signer LOG = Ed25519Signer.generate("desk.example/log");
    private static final CosignatureSigner WITNESS = CosignatureSigner.generate("witness.example/w1", CLOCK);

    @Test
    void thePublishedNoteIsVerifiedBitByBit() throws IOException {
        JsonNode vector = new ObjectMapper().readTree(Path.of("../shared/data/merkle/signed-note.json").toFile());
        NoteVerifier verifier = NoteVerifier.of(vector.get("verifier_key").asText());
        SignedNote note = SignedNote.parse(vector.get("signed_note").asText());

        assertThat(verifier.verifierKey()).isEqualTo(vector.get("verifier_key").asText());
        assertThat(note.encoded()).isEqualTo(vector.get("signed_note").asText());
        assertThat(note.verifiedBy(verifier)).containsExactly("PeterNeumann");
        for (NoteSignature signature : note.signatures()) {
            byte[] bytes = signature.bytes();
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                byte[] other = bytes.clone();
                other[bit / 8] ^= (byte) (1 << bit % 8);
                SignedNote changed = new SignedNote(note.text(),
                        List.of(new NoteSignature("PeterNeumann", signature.keyId(), other)));
                assertThatExceptionOfType(VerificationException.class).isThrownBy(() -> changed.verifiedBy(verifier));
            }
        }
        SignedNote otherText = new SignedNote(note.text() + "\n", note.signatures());
        assertThatExceptionOfType(VerificationException.class).isThrownBy(() -> otherText.verifiedBy(verifier))
                .withMessage("The signature by PeterNeumann+c74f20a3 does not fit the text");
    }

    @Test
    void signsAndVerifiesWithSeveralKeys() {
        SignedNote note = SignedNote.of("desk.example/log\n0\n" + Hash.EMPTY + "\n", LOG);
        note = note.with(WITNESS.signature(note.text()));
        SignedNote read = SignedNote.parse(note.encoded());

        assertThat(read).isEqualTo(note);
        assertThat(read.verifiedBy(LOG.verifier())).containsExactly("desk.example/log");
        assertThat(read.verifiedBy(NoteVerifier.of(WITNESS.verifierKey()), LOG.verifier()))
                .containsExactly("witness.example/w1", "desk.example/log");
        assertThat(CosignatureVerifier.time(read.signatures().get(1))).isEqualTo(CLOCK.instant());
        // Same name, another key: not asked, whatever it signed.
        assertThat(read.verifiedBy(Ed25519Signer.generate("desk.example/log").verifier())).isEmpty();
    }

    @Test
    void aCosignatureCommitsToItsTime() {
        SignedNote note = SignedNote.of("desk.example/log\n0\n" + Hash.EMPTY + "\n", WITNESS);
        byte[] earlier = note.signatures().get(0).bytes();
        earlier[7]--;
        SignedNote changed = new SignedNote(note.text(),
                List.of(new NoteSignature(WITNESS.name(), WITNESS.keyId(), earlier)));
        assertThatExceptionOfType(VerificationException.class).isThrownBy(() -> changed.verifiedBy(WITNESS.verifier()));

        // A log's signature of the same text and key would be another one.
        SignedNote short8 = new SignedNote(note.text(),
                List.of(new NoteSignature(WITNESS.name(), WITNESS.keyId(), new byte[8])));
        assertThatExceptionOfType(VerificationException.class).isThrownBy(() -> short8.verifiedBy(WITNESS.verifier()));
    }

    @Test
    void keysAreWrittenAndReadAgain() {
        Ed25519Signer read = Ed25519Signer.parse(LOG.encoded());
        assertThat(read.verifierKey()).isEqualTo(LOG.verifierKey());
        assertThat(SignedNote.of("x\n", read)).isEqualTo(SignedNote.of("x\n", LOG));
        assertThat(CosignatureSigner.parse(WITNESS.encoded(), CLOCK).verifierKey()).isEqualTo(WITNESS.verifierKey());
        assertThat(NoteVerifier.of(LOG.verifierKey())).isInstanceOf(Ed25519Verifier.class);
        assertThat(LOG.encoded()).startsWith("PRIVATE+KEY+desk.example/log+");
    }

    @Test
    void damagedKeysAreRefusedWithoutShowingThem() {
        String other = Ed25519Signer.generate("desk.example/log").encoded();
        // The id of one key with the secret of another.
        String mixed = LOG.encoded().substring(0, "PRIVATE+KEY+desk.example/log+00000000".length())
                + other.substring("PRIVATE+KEY+desk.example/log+00000000".length());
        assertThatIllegalArgumentException().isThrownBy(() -> Ed25519Signer.parse(mixed))
                .withMessage("The private key of desk.example/log is damaged: its id does not fit");
        assertThatIllegalArgumentException().isThrownBy(() -> Ed25519Signer.parse(WITNESS.encoded()));
        assertThatIllegalArgumentException().isThrownBy(() -> CosignatureSigner.parse(LOG.encoded(), CLOCK));
        assertThatIllegalArgumentException().isThrownBy(() -> Ed25519Signer.parse(LOG.verifierKey()));
        assertThatIllegalArgumentException().isThrownBy(() -> Ed25519Signer.parse(LOG.encoded() + "A"))
                .withMessage("The private key of desk.example/log is not base64").withNoCause();
        assertThatIllegalArgumentException().isThrownBy(() -> NoteVerifier.of(LOG.verifierKey() + "A"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoteVerifier.of(LOG.verifierKey().replace("desk", "disk")))
                .withMessage("The verifier key of disk.example/log is damaged: its id does not fit");
        assertThatIllegalArgumentException().isThrownBy(() -> Ed25519Signer.generate("two words"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "text\n", "text\n\n", "text\n\n\u2014 name\n", "text\n\n\u2014 name AAAAAA==",
            "text\n\n\u2014 name AAAAAA==\n", "text\n\n\u2014 name AAAAAAE\n", "text\n\n\u2014 name AAAAAAF=\n",
            "text\n\n- name AAAAAAE=\n", "text\n\n\u2014 two words AAAAAAE=\n", "text\n\n\u2014 a+b AAAAAAE=\n",
            "te\rxt\n\n\u2014 name AAAAAAE=\n", "text\n\n\u2014 name AAAAAAE=\r\n",
            "te\ud800xt\n\n\u2014 name AAAAAAE=\n",
            "text\n\n\u2014  AAAAAAE=\n", "text\n\n\u2014 name AAAAAAE=\n\u2014 name AAAAAAE=\nmore\n"})
    void isNoSignedNote(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(text));
    }

    @Test
    void aTextMayHaveEmptyLines() {
        SignedNote note = SignedNote.of("one\n\ntwo\n\n", LOG);
        assertThat(SignedNote.parse(note.encoded())).isEqualTo(note);
        assertThat(note.verifiedBy(LOG.verifier())).hasSize(1);
    }

    @Test
    void hasALimitOfSignatures() {
        StringBuilder note = new StringBuilder("text\n\n");
        note.append("\u2014 name AAAAAAE=\n".repeat(100));
        assertThat(SignedNote.parse(note.toString()).signatures()).hasSize(100);
        note.append("\u2014 name AAAAAAE=\n");
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(note.toString()))
                .withMessageContaining("100 at most");
    }
}
