package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class PlainTextReaderTest {

    @Test
    void readsAnEnglishHead() {
        Reading reading = PlainTextReader.read("""
                Skip to main content
                News
                Floods cut the valley road and isolate nine villages
                By Samir Haddad and Lina O'Connor
                Published on 18 November 2026 at 9:15 GMT
                Source: Coast Echo
                https://coast-echo.example/n/48213

                The valley road was closed on Tuesday night after the river rose by two metres, the council said.
                """);

        assertThat(reading).isEqualTo(new Reading("Floods cut the valley road and isolate nine villages",
                "Samir Haddad and Lina O'Connor", "Coast Echo", LocalDate.of(2026, 11, 18),
                "https://coast-echo.example/n/48213", "en", reading.text()));
    }

    @Test
    void readsAnArabicHead() {
        Reading reading = PlainTextReader.read("""
                العنوان: سيول تقطع طريق الوادي
                بقلم سمير حداد
                المصدر : صدى الساحل | التاريخ: ١٨ تشرين الثاني ٢٠٢٦
                الرابط: https://sada.example/n/1

                أُغلق طريق الوادي ليل الثلاثاء.
                """);

        assertThat(reading).isEqualTo(new Reading("سيول تقطع طريق الوادي", "سمير حداد", "صدى الساحل",
                LocalDate.of(2026, 11, 18), "https://sada.example/n/1", "ar", reading.text()));
    }

    @Test
    void inventsNothing() {
        String prose = """
                زلزال في الميناء

                وقال المصدر: إن الهزة وقعت في 14 أكتوبر 2017 وشعر بها السكان في ثلاث بلدات، وأضاف أن أضرارًا لحقت بالميناء القديم.
                """;
        assertThat(PlainTextReader.read(prose))
                .isEqualTo(new Reading("زلزال في الميناء", null, null, null, null, "ar", prose));
    }

    @Test
    void aTitleOfOneWordStaysWhenOnlyProseFollows() {
        assertThat(PlainTextReader.read("Earthquake\n\n" + "The ground shook for a minute and people ran. ".repeat(9))
                .title())
                .isEqualTo("Earthquake");
    }

    @Test
    void aParagraphWithoutTitleGivesItsFirstSentence() {
        assertThat(PlainTextReader.read("The bridge was closed. " + "It had been damaged by the flood. ".repeat(12))
                .title())
                .isEqualTo("The bridge was closed.");
        assertThat(PlainTextReader.read("and then ".repeat(60)).title()).endsWith("…").hasSizeLessThan(122);
    }

    @Test
    void nothingToCallATitleGivesNone() {
        assertThat(PlainTextReader.read("14/10/2017\n*** 123 ***\n").title()).isNull();
    }

    @Test
    void marksThatSteerDirectionAreNoPartOfATitle() {
        assertThat(PlainTextReader.read("\u202Bسيول تقطع \u200Fالطريق\u202C\nنص").title())
                .isEqualTo("سيول تقطع الطريق");
    }
}
