package org.isnad.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;

class IfMatchTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"'\"0\"',0", "'\"7\"',7", "' \"7\" ',7", "'\"abc\", \"7\"',7",
            "'W/\"9\",\"7\"',7",
            "'\"999999999999999999\"',999999999999999999"})
    void readsTheVersionThatAStrongTagNames(String header, long version) {
        assertThat(IfMatch.version(header)).isEqualTo(Expected.version(version));
        assertThat(IfMatch.expected(header)).isEqualTo(Expected.version(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7\"", "\"abc\"", "\"\"", "\"07\"", "\"-1\"", "\"1000000000000000000\"",
            "W/\"7\", \"x\""})
    void aTagThatNoVersionHasMatchesNothing(String header) {
        Expected expected = IfMatch.version(header);
        assertThatExceptionOfType(Problem.Stale.class).isThrownBy(() -> expected.check("claim", 0));
        assertThatExceptionOfType(Problem.Stale.class).isThrownBy(() -> expected.check("claim", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "7\"", "\"7\" \"8\"", "\"7\"x", "w/\"7\"", "\"a b\"", "*, \"7\"", ","})
    void refusesWhatIsNoListOfTags(String header) {
        assertThatExceptionOfType(Problem.Invalid.class).isThrownBy(() -> IfMatch.version(header))
                .satisfies(problem -> assertThat(problem.errors()).singleElement()
                        .isEqualTo(new Problem.FieldError("If-Match", "not-an-etag", java.util.Map.of())));
    }

    @Test
    void refusesTwoVersionsBecauseAChangeIsBasedOnOne() {
        assertThatExceptionOfType(Problem.Invalid.class).isThrownBy(() -> IfMatch.version("\"7\", \"8\""))
                .satisfies(problem -> assertThat(problem.errors().get(0).code()).isEqualTo("several-etags"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void asksForTheHeader(String header) {
        assertThatExceptionOfType(Problem.PreconditionMissing.class).isThrownBy(() -> IfMatch.version(header));
        assertThatExceptionOfType(Problem.PreconditionMissing.class).isThrownBy(() -> IfMatch.expected(header));
    }

    @Test
    void aStarIsEnoughForAMoveButNamesNoVersion() {
        assertThat(IfMatch.expected(" * ")).isEqualTo(Expected.any());
        assertThatExceptionOfType(Problem.PreconditionMissing.class).isThrownBy(() -> IfMatch.version("*"));
    }
}
