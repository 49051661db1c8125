package org.isnad.article.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class SavedTextTest {

    @Test
    void readsAnEnglishHead() {
        Extraction reading = Extractor.savedText("""
                Skip to main content
                News
                Floods cut the valley road and isolate nine villages
                By Samir Haddad and Lina O'Connor
                Published on 18 November 2026 at 9:15 GMT
                Source: Coast Echo
                https://coast-echo.example/n/48213

                The valley road was closed on Tuesday night after the river rose by two metres, the council said.
                """);

        assertThat(reading.title()).isEqualTo("Floods cut the valley road and isolate nine villages");
        assertThat(reading.byline()).isEqualTo("Samir Haddad and Lina O'Connor");
        assertThat(reading.outlet()).isEqualTo("Coast Echo");
        assertThat(reading.publishedOn()).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(reading.address()).isEqualTo("https://coast-echo.example/n/48213");
        assertThat(reading.language()).isEqualTo("en");
        assertThat(reading.found()).isEqualTo(new Found(Where.TEXT, Where.LABEL, Where.LABEL, Where.TEXT));
        assertThat(reading.text()).isEqualTo(
                "The valley road was closed on Tuesday night after the river rose by two metres, the council said.");
    }

    @Test
    void readsAnArabicHead() {
        Extraction reading = Extractor.savedText("""
                العنوان: سيول تقطع طريق الوادي
                بقلم سمير حداد
                المصدر : صدى الساحل | التاريخ: ١٨ تشرين الثاني ٢٠٢٦
                الرابط: https://sada.example/n/1

                أُغلق طريق الوادي ليل الثلاثاء.
                """);

        assertThat(reading.title()).isEqualTo("سيول تقطع طريق الوادي");
        assertThat(reading.byline()).isEqualTo("سمير حداد");
        assertThat(reading.outlet()).isEqualTo("صدى الساحل");
        assertThat(reading.publishedOn()).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(reading.address()).isEqualTo("https://sada.example/n/1");
        assertThat(reading.text()).isEqualTo("أُغلق طريق الوادي ليل الثلاثاء.");
    }

    @Test
    void inventsNothing() {
        String prose = """
                زلزال في الميناء

                وقال المصدر: إن الهزة وقعت في 14 أكتوبر 2017 وشعر بها السكان في ثلاث بلدات، وأضاف أن أضرارًا لحقت بالميناء القديم.
                """;
        Extraction reading = Extractor.savedText(prose);

        assertThat(reading.title()).isEqualTo("زلزال في الميناء");
        assertThat(reading.found()).isEqualTo(new Found(Where.TEXT, null, null, null));
        assertThat(reading.text()).isEqualTo(prose.lines().skip(2).findFirst().orElseThrow());
    }

    @Test
    void aTitleOfOneWordStaysWhenOnlyProseFollows() {
        assertThat(Extractor.savedText("Earthquake\n\n" + "The ground shook for a minute and people ran. ".repeat(9))
                .title())
                .isEqualTo("Earthquake");
    }

    @Test
    void aParagraphWithoutTitleGivesItsFirstSentence() {
        assertThat(Extractor.savedText("The bridge was closed. " + "It had been damaged by the flood. ".repeat(12))
                .title())
                .isEqualTo("The bridge was closed.");
        assertThat(Extractor.savedText("and then ".repeat(60)).title()).endsWith("…").hasSizeLessThan(122);
    }

    @Test
    void nothingToCallATitleGivesNone() {
        assertThat(Extractor.savedText("14/10/2017\n*** 123 ***\n").title()).isNull();
    }

    @Test
    void marksThatSteerDirectionAreNoPartOfATitle() {
        assertThat(Extractor.savedText("\u202Bسيول تقطع \u200Fالطريق\u202C\nنص").title())
                .isEqualTo("سيول تقطع الطريق");
    }
}
