package org.isnad.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;

class ParametersTest {
    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/x", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "",
            "/a\\b", "/a b", "/a\nb", "queue"})
    void nobodyIsSentAwayFromThisSite(String wish) {
        assertThat(Parameters.next(wish, "/queue")).hasToString("/queue");
    }

    @Test
    void aPathOfThisSiteIsFollowed() {
        assertThat(Parameters.next("/triage?article=1#claims", "/queue")).hasToString("/triage?article=1#claims");
    }

    @Test
    void wordsAreNeverSavedWithoutTheVersionTheyWereWrittenAgainst() {
        assertThat(Parameters.required(" 7 ")).isEqualTo(Expected.version(7));
        assertThat(Parameters.expected("")).isEqualTo(Expected.any());
        assertThatExceptionOfType(Problem.PreconditionMissing.class).isThrownBy(() -> Parameters.required(""));
        assertThatExceptionOfType(Problem.Invalid.class).isThrownBy(() -> Parameters.required("seven"));
    }

    @Test
    void whatIsNoIdNamesNothing() {
        assertThatExceptionOfType(Problem.NotFound.class).isThrownBy(() -> Parameters.id("../x"));
    }
}
