package org.isnad.article.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The mill closed in 1990.          | the mill «closed» in 1990
            It cost 1,200.50 dollars          | it cost 1,200.50 dollars!
            «أُغلقت المدرسةُ في ٢٠١٩»          | أغلقت المدرسه في 2019
            قال الوزير إن النسبة ١٢٫٥٪        | قال الوزير: إنّ النسبة 12.5%
            كتــاب إلى الإدارة                 | كتاب إلي الادارة
            """)
    void writtenOtherwiseIsTheSame(String before, String after) {
        assertThat(SameWords.in(before, after)).isTrue();
        assertThat(SameWords.in(after, before)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Three schools closed in March     | Three schools did not close in March
            Unemployment fell to 11.4 percent | Unemployment rose to 11.4 percent
            It fell to 11.4 percent           | It fell to 14.1 percent
            It fell to 11.4 percent           | It fell to 114 percent
            a growth of 3 percent             | a growth of -3 percent
            the tax was legal                 | the tax was illegal
            the minister said so              | the minister never said so
            أصيب في الحادث قتيلًا             | أصيب في الحادث قتيلان
            ارتفعت البطالة في المدينة         | انخفضت البطالة في المدينة
            أُغلقت المدرسة                     | لم تُغلق المدرسة
            """)
    void otherWordsAreNot(String before, String after) {
        assertThat(SameWords.in(before, after)).isFalse();
        assertThat(SameWords.in(after, before)).isFalse();
    }

    @Property
    void aPassageHasItsOwnWords(@ForAll String passage) {
        assertThat(SameWords.in(passage, passage)).isTrue();
    }
}
