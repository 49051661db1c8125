package org.isnad.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Checks checks = new Checks();
        checks.required("title", "  ", 10);
        checks.optional("quote", "a\u0000b", 10);
        checks.optional("note", "x".repeat(11), 10);
        checks.optionalLink("url", "javascript:alert(1)");

        Problem.Invalid invalid = catchThrowableOfType(Problem.Invalid.class, checks::done);

        assertThat(invalid.errors()).extracting(Problem.FieldError::field, Problem.FieldError::code).containsExactly(
                org.assertj.core.api.Assertions.tuple("title", "required"),
                org.assertj.core.api.Assertions.tuple("quote", "not-text"),
                org.assertj.core.api.Assertions.tuple("note", "too-long"),
                org.assertj.core.api.Assertions.tuple("url", "not-a-link"));
    }

    @Test
    void keepsEveryCharacterBetweenTheEnds() {
        String text = "عبرت \u200F\u200C أربعون\t40  \uD83D\uDE00";
        assertThat(new Checks().required("text", " " + text + "\n", 100)).isEqualTo(text);
    }

    @Test
    void countsCodePointsAndNotHalvesOfThem() {
        Checks checks = new Checks();
        checks.required("text", "\uD83D\uDE00".repeat(10), 10);
        checks.done();
    }

    @Test
    void refusesHalfOfASurrogatePair() {
        Checks checks = new Checks();
        checks.required("text", "a\uD83D", 10);
        assertThatThrownBy(checks::done).isInstanceOf(Problem.Invalid.class).hasMessageContaining("not-text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://wadi.example/n/1", "http://wadi.example", "HTTPS://wadi.example/a b",
            "https://وادي.example/خبر?س=١#ب", "https://wadi.example:8443/x"})
    void takesWebAddresses(String url) {
        Checks checks = new Checks();
        assertThat(checks.optionalLink("url", url)).isEqualTo(url);
        checks.done();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wadi.example", "ftp://wadi.example/x", "data:text/html,x", "https:///x", "https://",
            "//wadi.example",
            "https://user:secret@wadi.example/", "javascript:alert(1)", "https://wadi.example/\u0000"})
    void refusesWhatIsNoWebAddress(String url) {
        Checks checks = new Checks();
        checks.optionalLink("url", url);
        assertThatThrownBy(checks::done).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void aReasonIsNeverBlank() {
        assertThat(Checks.reason(" because ")).isEqualTo("because");
        assertThat(catchThrowableOfType(Problem.Invalid.class, () -> Checks.reason(" ")).errors())
                .isEqualTo(List.of(new Problem.FieldError("reason", "required", java.util.Map.of())));
    }
}
