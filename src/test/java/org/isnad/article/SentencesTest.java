package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void cutsArabicAtItsOwnMarks() {
        assertThat(sentences("هل انهار السد؟ نعم؛ قال الوزير: «لم ينهر!» ثم مضى. وفي المساء عاد.", "ar"))
                .containsExactly(
                        "هل انهار السد؟", "نعم؛", "قال الوزير: «لم ينهر!»", "ثم مضى.", "وفي المساء عاد.");
    }

    @Test
    void endsAtLinesAndLeavesTheirBlanksOut() {
        assertThat(sentences("العنوان بلا نقطة\r\n\n  الفقرة الأولى\u00A0\nالثانية  ", "ar")).containsExactly(
                "العنوان بلا نقطة",
                "الفقرة الأولى", "الثانية");
    }

    @Test
    void keepsNumbersInitialsAndTitlesTogether() {
        assertThat(sentences("كلّف السد 4.8 مليون. وقالت د. سلمى حداد إنه متين.", "ar")).containsExactly(
                "كلّف السد 4.8 مليون.",
                "وقالت د. سلمى حداد إنه متين.");
        assertThat(sentences("It cost $4.8 million. J. Smith said so.", "en"))
                .containsExactly("It cost $4.8 million.", "J. Smith said so.");
    }

    @Test
    void takesClosingQuotesAlong() {
        assertThat(sentences("“Will it hold?” he asked. “It will.” They left.", "en")).containsExactly(
                "“Will it hold?”",
                "he asked.", "“It will.”", "They left.");
    }

    @Test
    void countsCodePoints() {
        assertThat(Sentences.of("😀 نعم.\n😀 لا.", "ar")).containsExactly(new Span(0, 6), new Span(7, 12));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(Sentences.of(" \n\t\u00A0", "ar")).isEmpty();
    }

    @Property
    void coversEveryCharacterOnceInOrder(@ForAll String text) {
        List<Span> spans = Sentences.of(text, "und");
        int[] codePoints = text.codePoints().toArray();
        int at = 0;
        for (Span span : spans) {
            for (; at < span.start(); at++) {
                assertThat(Passage.isBlank(codePoints[at])).isTrue();
            }
            assertThat(span.start()).isEqualTo(at);
            assertThat(span.end()).isGreaterThan(span.start());
            assertThat(Passage.isBlank(codePoints[span.start()])).isFalse();
            assertThat(Passage.isBlank(codePoints[span.end() - 1])).isFalse();
            at = span.end();
        }
        for (; at < codePoints.length; at++) {
            assertThat(Passage.isBlank(codePoints[at])).isTrue();
        }
    }

    private static List<String> sentences(String text, String language) {
        return Sentences.of(text, language).stream().map(span -> span.of(text)).toList();
    }
}
