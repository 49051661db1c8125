package org.isnad.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.kernel.Problem;

class PagingTest {

    @Test
    void startsWithTwentyFiveFromTheBeginning() {
        assertThat(Paging.of(null, null)).isEqualTo(new Paging(25, null));
        assertThat(Paging.of("", " ")).isEqualTo(new Paging(25, null));
    }

    @Test
    void takesUpToAHundred() {
        assertThat(Paging.of("1", "abc")).isEqualTo(new Paging(1, "abc"));
        assertThat(Paging.of("100", null)).isEqualTo(new Paging(100, null));
        assertThat(Paging.of("101", null)).isEqualTo(new Paging(100, null));
        assertThat(Paging.of("999999999", null)).isEqualTo(new Paging(100, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "01", "1.5", "ten", "١٠", "1000000000"})
    void refusesWhatIsNoLimit(String limit) {
        assertThatExceptionOfType(Problem.Invalid.class).isThrownBy(() -> Paging.of(limit, null)).satisfies(
                problem -> assertThat(problem.errors().get(0).field()).isEqualTo("limit"));
    }
}
