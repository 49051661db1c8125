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
    void keepsAbbreviationsTogether() {
        assertThat(sentences("Dr. Renn lives in the U.S. The plan No. 5 of Acme Inc. in Paris began on Jan. 5 at noon.",
                "en"))
                .containsExactly("Dr. Renn lives in the U.S.",
                        "The plan No. 5 of Acme Inc. in Paris began on Jan. 5 at noon.");
        assertThat(sentences("قالت شبكة بي. بي. سي. إن السد انهار. وصل أ. د. سامر عام 2015 م. ثم غادر.", "ar"))
                .containsExactly(
                        "قالت شبكة بي. بي. سي. إن السد انهار.", "وصل أ. د. سامر عام 2015 م.", "ثم غادر.");
        assertThat(sentences("1. The first thing. 2nd things follow.", "en")).containsExactly("1. The first thing.",
                "2nd things follow.");
    }

    @Test
    void cutsWhereTheBlankWasLost() {
        assertThat(sentences("حاولوا استعادته.وقتل رجلان؟نعم! نشرته أ.ف.ب أمس.", "ar")).containsExactly(
                "حاولوا استعادته.",
                "وقتل رجلان؟", "نعم!", "نشرته أ.ف.ب أمس.");
        assertThat(sentences("He went home.The dam held. See example.org for more.", "en")).containsExactly(
                "He went home.",
                "The dam held.", "See example.org for more.");
    }

    @Test
    void keepsQuotationsWhole() {
        assertThat(sentences("قال: «لم ينهر. سنعود غدا.» ثم مضى.", "ar")).containsExactly("قال: «لم ينهر. سنعود غدا.»",
                "ثم مضى.");
        assertThat(sentences("He said: \"It held. We left.\" Then he slept.", "en"))
                .containsExactly("He said: \"It held. We left.\"", "Then he slept.");
        assertThat(sentences("فتح “القوس ولم يغلقه. ثم مضى.", "ar")).containsExactly("فتح “القوس ولم يغلقه.",
                "ثم مضى.");
    }

    @Test
    void endsAtDotsThatTrailOffButNotInsideHeadlines() {
        assertThat(sentences("بقرار مفاجئ.. إغلاق السد", "ar")).containsExactly("بقرار مفاجئ.. إغلاق السد");
        assertThat(sentences("كان الناس يمشون كل يوم إلى السد.. ثم توقفوا.", "ar"))
                .containsExactly("كان الناس يمشون كل يوم إلى السد..", "ثم توقفوا.");
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
