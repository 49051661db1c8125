package org.isnad.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.article.Passage;
import org.isnad.kernel.Problem;

class QuoteTest {
    private static final String TEXT = "قال 😀 الوزير: الخبز بخمسة. قال الشاهد: الخبز بسبعة.";

    @Test
    void findsWordsByThemselvesInCodePoints() {
        Passage found = new Quote("الخبز بخمسة", null, null).in(TEXT);
        assertThat(found.exact()).isEqualTo("الخبز بخمسة");
        assertThat(found.start()).isEqualTo(TEXT.codePointCount(0, TEXT.indexOf("الخبز بخمسة")));
        assertThat(found.end() - found.start()).isEqualTo(11);
    }

    @Test
    void tellsTwoPlacesApartByWhatStandsAround() {
        assertThat(new Quote("الخبز", "الشاهد: ", null).in(TEXT).suffix()).startsWith(" بسبعة");
        assertThat(new Quote("الخبز", null, " بخمسة").in(TEXT).prefix()).endsWith("الوزير: ");
    }

    @Test
    void refusesWordsInTwoPlaces() {
        assertThatExceptionOfType(Problem.Invalid.class).isThrownBy(() -> new Quote("الخبز", null, null).in(TEXT))
                .satisfies(problem -> assertThat(problem.errors().get(0).code()).isEqualTo("in-several-places"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"الحليب", "", " "})
    void refusesWordsThatAreNotThere(String words) {
        assertThatExceptionOfType(Problem.Invalid.class).isThrownBy(() -> new Quote(words, null, null).in(TEXT))
                .satisfies(problem -> assertThat(problem.errors().get(0).code()).isEqualTo("not-in-the-text"));
    }

    @Test
    void refusesPositionsThatCountUtf16Units() {
        Quote quote = new Quote("الوزير", null, null);
        int units = TEXT.indexOf("الوزير");
        assertThatExceptionOfType(Problem.Invalid.class)
                .isThrownBy(() -> quote.at(Passage.of(TEXT, units, units + 6)))
                .satisfies(problem -> assertThat(problem.errors().get(0).code()).isEqualTo("other-words-there"));
        assertThat(quote.at(Passage.of(TEXT, units - 1, units + 5)).exact()).isEqualTo("الوزير");
    }
}
