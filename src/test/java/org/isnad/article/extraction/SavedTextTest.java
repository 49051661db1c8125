package org.isnad.article.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedTextTest {

    @Test
    void readsAnEnglishHead() {
        Extraction reading = read("""
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
        assertThat(reading.found()).isEqualTo(new Found(
                new Mention(Where.TEXT, "Floods cut the valley road and isolate nine villages"),
                new Mention(Where.LABEL, "By Samir Haddad and Lina O'Connor"),
                new Mention(Where.LABEL, "Source: Coast Echo"),
                new Mention(Where.TEXT, "Published on 18 November 2026 at 9:15 GMT"), new Mention(Where.TEXT, "")));
        assertThat(reading.text()).isEqualTo(
                "The valley road was closed on Tuesday night after the river rose by two metres, the council said.");
    }

    @Test
    void readsAnArabicHead() {
        Extraction reading = read("""
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
        Extraction reading = read(prose);

        assertThat(reading.title()).isEqualTo("زلزال في الميناء");
        assertThat(reading.found()).isEqualTo(
                new Found(new Mention(Where.TEXT, "زلزال في الميناء"), null, null, null, new Mention(Where.TEXT, "")));
        assertThat(reading.text()).isEqualTo(prose.lines().skip(2).findFirst().orElseThrow());
    }

    @Test
    void aTitleOfOneWordStaysWhenOnlyProseFollows() {
        assertThat(read("Earthquake\n\n" + "The ground shook for a minute and people ran. ".repeat(9))
                .title())
                .isEqualTo("Earthquake");
    }

    @Test
    void aParagraphWithoutTitleGivesItsFirstSentence() {
        assertThat(read("The bridge was closed. " + "It had been damaged by the flood. ".repeat(12))
                .title())
                .isEqualTo("The bridge was closed.");
        assertThat(read("and then ".repeat(60)).title()).endsWith("…").hasSizeLessThan(122);
    }

    @Test
    void nothingToCallATitleGivesNone() {
        assertThat(read("14/10/2017\n*** 123 ***\n").title()).isNull();
    }

    @Test
    void marksThatSteerDirectionAreNoPartOfATitle() {
        assertThat(read("\u202Bسيول تقطع \u200Fالطريق\u202C\nنص").title())
                .isEqualTo("سيول تقطع الطريق");
    }

    @Test
    void whatWasSaidToBeSoLongAgoIsCountedFromTheCapture() {
        String text = "سيول تقطع طريق الوادي\nنُشر منذ ساعتين\n\nأُغلق طريق الوادي ليل الثلاثاء بعدما ارتفع منسوب النهر مترين.";
        Extraction reading = Extractor.savedText(text, Instant.parse("2026-11-18T09:00:00Z"));

        assertThat(reading.publishedOn()).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(reading.found().publishedOn()).isEqualTo(new Mention(Where.TEXT, "نُشر منذ ساعتين"));
        assertThat(read(text).publishedOn()).isNull();
        assertThat(read(text).text()).startsWith("أُغلق");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            المصدر : صدى الساحل              | صدى الساحل
            مصدر الخبر: صدى الساحل + وكالات.  | صدى الساحل
            المصدر: وكالات                   |
            المصدر: مواقع التواصل الاجتماعي    |
            مصدر الخبر: صدى الساحل + قناة الضفة |
            Source: Coast Agency            | Coast Agency
            Source: agencies                |
            """)
    void oneSourceThatIsNamedUnderTheTextIsTheOutlet(String line, @Nullable String outlet) {
        String paragraph = "أُغلق طريق الوادي ليل الثلاثاء بعدما ارتفع منسوب النهر مترين، وقالت البلدية إنها ستفتحه الخميس.";
        Extraction reading = read("سيول تقطع طريق الوادي\n\n" + paragraph + "\n\n" + line);

        assertThat(reading.outlet()).isEqualTo(outlet);
        assertThat(reading.text()).isEqualTo(paragraph);
    }

    @ParameterizedTest
    @ValueSource(strings = {"تقرير: تسع قرى بلا كهرباء منذ ليل الثلاثاء", "حوار: رئيس البلدية لن ينتظر شتاء آخر"})
    void theKindOfTextBeforeATitleIsNoLabelOfItsAuthor(String title) {
        Extraction reading = read(title
                + "\n\nأُغلق طريق الوادي ليل الثلاثاء بعدما ارتفع منسوب النهر مترين، وقالت البلدية إنها ستفتحه الخميس.");

        assertThat(reading.title()).isEqualTo(title);
        assertThat(reading.byline()).isNull();
    }

    private static Extraction read(String text) {
        return Extractor.savedText(text, null);
    }
}
