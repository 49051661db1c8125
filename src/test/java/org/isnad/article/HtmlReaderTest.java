package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class HtmlReaderTest {
    private static final String PROSE = "أُغلق طريق الوادي ليل الثلاثاء بعدما ارتفع منسوب النهر مترين، وقالت البلدية إنها ستفتحه الخميس.";

    @Test
    void readsWhatThePageDeclares() {
        Reading reading = HtmlReader
                .read("""
                        <!doctype html><html lang="ar-SY"><head><title>سيول تقطع الطريق | صدى الساحل</title>
                        <meta property="og:site_name" content="صدى الساحل"><meta name="author" content="بقلم سمير حداد">
                        <meta property="article:published_time" content="2026-11-18T23:30:00+02:00">
                        <link rel="canonical" href="https://sada.example/n/1"><script>var x = "<p>لا</p>";</script></head>
                        <body><nav><p>الرئيسية أخبار سياسة اقتصاد رياضة ثقافة منوعات تواصل معنا من نحن</p></nav>
                        <main><article><h1>سيول تقطع الطريق</h1><div class="body"><p>%1$s</p><p>%1$s<br>سطر آخر</p>
                        <aside><p>اقرأ أيضًا: خبر آخر طويل بما يكفي ليبدو كأنه فقرة من المقال نفسه</p></aside></div></article></main>
                        <footer><p>جميع الحقوق محفوظة لصدى الساحل، لا يجوز النقل من غير إذن مكتوب من الإدارة</p></footer></body></html>
                        """
                        .formatted(PROSE));

        assertThat(reading).isEqualTo(new Reading("سيول تقطع الطريق", "سمير حداد", "صدى الساحل",
                LocalDate.of(2026, 11, 18), "https://sada.example/n/1", "ar", PROSE + "\n\n" + PROSE + "\nسطر آخر"));
    }

    @Test
    void takesTheOutletOffATitle() {
        assertThat(HtmlReader.read("<title>Road closed – Coast Echo</title>"
                + "<meta property=og:site_name content='Coast Echo'><p>" + "The road was closed on Tuesday. ".repeat(3))
                .title())
                .isEqualTo("Road closed");
    }

    @Test
    void aPageThatDeclaresNothingGivesItsTextAlone() {
        assertThat(HtmlReader.read("<p>Only this.</p>"))
                .isEqualTo(new Reading(null, null, null, null, null, "und", "Only this."));
    }

    @Test
    void aPageWhoseLanguageIsBeliedByItsScriptIsNotBelieved() {
        assertThat(HtmlReader.read("<html lang=en><p>" + PROSE).language()).isEqualTo("ar");
    }

    @Test
    void markupNeverSurvives() {
        Reading reading = HtmlReader.read("<p onclick=alert(1)>a <b>b</b> <img src=x onerror=alert(2)>&lt;i&gt; c</p>");
        assertThat(reading.text()).isEqualTo("a b <i> c");
    }
}
