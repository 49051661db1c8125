package org.isnad.claim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.isnad.claim.web.MarkedText.Mark;
import org.isnad.claim.web.MarkedText.Paragraph;
import org.isnad.claim.web.MarkedText.Run;

class MarkedTextTest {
    @Test
    void paragraphsKnowWhereTheyBeginInCodePoints() {
        MarkedText text = MarkedText.of("قال 😀.\n\n  \nثانيًا", List.of());
        assertThat(text.paragraphs()).extracting(Paragraph::start).containsExactly(0, 11);
        assertThat(text.paragraphs()).extracting(MarkedTextTest::whole).containsExactly("قال 😀.", "ثانيًا");
    }

    @Test
    void aMarkNeverBeginsOrEndsInsideAWord() {
        // The marked words leave out the attached "and"; its letter joins the next one.
        MarkedText text = MarkedText.of("ثم وعبرت الشاحنات المعبر", List.of(mark(4, 16, true)));
        assertThat(text.paragraphs().get(0).runs()).containsExactly(new Run("ثم ", false, false),
                new Run("وعبرت الشاحنات", true, true), new Run(" المعبر", false, false));
    }

    @Test
    void thisClaimsMarkWinsWhereMarksOverlap() {
        MarkedText text = MarkedText.of("one two three four", List.of(mark(0, 13, false), mark(4, 18, true)));
        assertThat(text.paragraphs().get(0).runs()).containsExactly(new Run("one ", true, false),
                new Run("two three four", true, true));
    }

    @Test
    void pinsAreNumberedInReadingOrderBesideWhereTheirWordsBegin() {
        MarkedText text = MarkedText.of("first line\nsecond line",
                List.of(mark(0, 5, false), mark(6, 17, false), mark(11, 17, true)));
        assertThat(text.paragraphs().get(0).pins()).extracting(MarkedText.Pin::number).containsExactly(1, 2);
        assertThat(text.paragraphs().get(1).pins()).extracting(MarkedText.Pin::number).containsExactly(3);
        assertThat(text.paragraphs().get(1).runs().get(0)).isEqualTo(new Run("second", true, true));
    }

    @Test
    void aMarkBehindCharactersOfTwoUnitsIsAtItsCodePoints() {
        MarkedText text = MarkedText.of("😀😀 word", List.of(mark(3, 7, true)));
        assertThat(text.paragraphs().get(0).runs()).containsExactly(new Run("😀😀 ", false, false),
                new Run("word", true, true));
    }

    private static Mark mark(int start, int end, boolean current) {
        return new Mark(start, end, current, "claim", "en", "#");
    }

    private static String whole(Paragraph paragraph) {
        return paragraph.runs().stream().map(Run::text).collect(Collectors.joining());
    }
}
