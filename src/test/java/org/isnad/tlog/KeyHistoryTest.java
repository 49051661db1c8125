package org.isnad.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyHistoryTest {
    private static final MemoryLog LOG = MemoryLog.ofSize(40);
    private static final Ed25519Signer ONE = Ed25519Signer.generate(LOG.origin());
    private static final Ed25519Signer TWO = Ed25519Signer.generate(LOG.origin());
    private static final Ed25519Signer THREE = Ed25519Signer.generate(LOG.origin());
    private static final KeyHistory KEYS = KeyHistory.startingWith(ONE.verifierKey())
            .succeededBy(LOG.origin(), TWO.verifierKey(), 10, ONE)
            .succeededBy(LOG.origin(), THREE.verifierKey(), 20, TWO);

    @Test
    void isWrittenAndReadAgain() {
        assertThat(KEYS.keys()).containsExactly(ONE.verifierKey(), TWO.verifierKey(), THREE.verifierKey());
        assertThat(KEYS.latest()).isEqualTo(THREE.verifierKey());
        assertThat(KEYS.encoded())
                .startsWith(ONE.verifierKey() + "\n\nisnad key succession/1\norigin desk.example/log\nnext "
                        + TWO.verifierKey() + "\nfrom-size 10\n\n\u2014 desk.example/log ");
        assertThat(KeyHistory.parse(KEYS.encoded()).encoded()).isEqualTo(KEYS.encoded());
        KeyHistory single = KeyHistory.startingWith(ONE.verifierKey());
        assertThat(KeyHistory.parse(single.encoded()).keys()).containsExactly(ONE.verifierKey());
        KeyHistory pair = single.succeededBy(LOG.origin(), TWO.verifierKey(), 10, ONE);
        assertThat(KeyHistory.parse(pair.encoded()).latest()).isEqualTo(TWO.verifierKey());
    }

    @Test
    void whoTrustsAKeyTrustsThoseAfterIt() {
        assertThat(KEYS.verifiersTrusting(ONE.verifierKey())).hasSize(3);
        assertThat(KEYS.verifiersTrusting(TWO.verifierKey())).extracting(NoteVerifier::verifierKey)
                .containsExactly(TWO.verifierKey(), THREE.verifierKey());
        String unknown = Ed25519Signer.generate(LOG.origin()).verifierKey();
        assertThatExceptionOfType(VerificationException.class).isThrownBy(() -> KEYS.verifiersTrusting(unknown))
                .withMessageContaining("is not among the log's keys");
    }

    @Test
    void aKeyIsGoodForItsOwnSizes() {
        assertThat(KEYS.verify(LOG.signed(5, ONE), ONE.verifierKey()).size()).isEqualTo(5);
        assertThat(KEYS.verify(LOG.signed(10, ONE), ONE.verifierKey()).size()).isEqualTo(10);
        assertThat(KEYS.verify(LOG.signed(10, TWO), ONE.verifierKey()).size()).isEqualTo(10);
        assertThat(KEYS.verify(LOG.signed(30, THREE), TWO.verifierKey()).size()).isEqualTo(30);
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> KEYS.verify(LOG.signed(11, ONE), ONE.verifierKey()))
                .withMessage("The checkpoint of size 11 is signed by a key that was not in use at that size");
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> KEYS.verify(LOG.signed(9, TWO), ONE.verifierKey()));
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> KEYS.verify(LOG.signed(5, ONE), TWO.verifierKey()))
                .withMessage("No key that can be trusted has signed the checkpoint");
    }

    @Test
    void isOneLogsOnly() {
        MemoryLog other = new MemoryLog("other.example/log");
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> KEYS.verify(other.signed(0, ONE), ONE.verifierKey()))
                .withMessage("The keys are those of the log desk.example/log, not of other.example/log");
        assertThatExceptionOfType(VerificationException.class).isThrownBy(() -> KEYS.succeededBy("other.example/log",
                Ed25519Signer.generate(LOG.origin()).verifierKey(), 30, THREE));
    }

    @Test
    void onlyTheLatestKeyHandsOver() {
        String next = Ed25519Signer.generate(LOG.origin()).verifierKey();
        assertThatIllegalArgumentException().isThrownBy(() -> KEYS.succeededBy(LOG.origin(), next, 30, TWO));
        assertThatIllegalArgumentException().isThrownBy(() -> KEYS.succeededBy(LOG.origin(), next, 19, THREE))
                .withMessage("The sizes from which keys are in use do not fall: 19 after 20");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KEYS.succeededBy(LOG.origin(), ONE.verifierKey(), 30, THREE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from-size 10>from-size 11", "origin desk>origin disk"})
    void aChangedSuccessionIsNotVouchedFor(String change) {
        String changed = KEYS.encoded().replace(change.split(">")[0], change.split(">")[1]);
        assertThat(changed).isNotEqualTo(KEYS.encoded());
        assertThatExceptionOfType(VerificationException.class).isThrownBy(() -> KeyHistory.parse(changed));
    }

    @Test
    void aStrangerCannotVouch() {
        String signed = KeyHistory.startingWith(THREE.verifierKey())
                .succeededBy(LOG.origin(), TWO.verifierKey(), 10, THREE).encoded();
        String changed = signed.replaceFirst(java.util.regex.Pattern.quote(THREE.verifierKey()),
                java.util.regex.Matcher.quoteReplacement(ONE.verifierKey()));
        assertThatExceptionOfType(VerificationException.class).isThrownBy(() -> KeyHistory.parse(changed))
                .withMessageContaining("is not vouched for by the key before it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"succession/1>succession/2", "from-size 10>from-size 010", "next >nxt ", "\n\n>\n\n\n",
            "from-size 20\n>from-size 20\nmore\n"})
    void isNoKeyHistory(String change) {
        String changed = KEYS.encoded().replace(change.split(">")[0], change.split(">")[1]);
        assertThat(changed).isNotEqualTo(KEYS.encoded());
        assertThatIllegalArgumentException().isThrownBy(() -> KeyHistory.parse(changed));
    }

    @Test
    void isNotEmptyAndEndsWithANewline() {
        assertThatIllegalArgumentException().isThrownBy(() -> KeyHistory.parse(""));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyHistory.parse("\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyHistory.parse(ONE.verifierKey()));
        String cut = KEYS.encoded().substring(0, KEYS.encoded().length() - 1);
        assertThatIllegalArgumentException().isThrownBy(() -> KeyHistory.parse(cut));
    }
}
