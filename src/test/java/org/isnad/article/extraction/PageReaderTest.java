package org.isnad.article.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {
    private static final String PROSE = "أُغلق طريق الوادي ليل الثلاثاء بعدما ارتفع منسوب النهر مترين، وقالت البلدية إنها ستفتحه الخميس.";

    private static final String ENGLISH = "The valley road was closed on Tuesday night after the river rose by two metres, the council said, and it stays closed.";

    @Test
    void readsWhatThePageDeclares() {
        Extraction page = Extractor
                .html("""
                        <!doctype html><html lang="ar-SY"><head><title>سيول تقطع الطريق | صدى الساحل</title>
                        <meta property="og:site_name" content="صدى الساحل"><meta name="author" content="بقلم سمير حداد">
                        <meta property="article:published_time" content="2026-11-18T23:30:00+02:00">
                        <link rel="canonical" href="https://sada.example/n/1"><script>var x = "<p>لا</p>";</script></head>
                        <body><nav><p>الرئيسية أخبار سياسة اقتصاد رياضة ثقافة منوعات تواصل معنا من نحن</p></nav>
                        <main><article><h1>سيول تقطع الطريق</h1><div class="body"><p>%1$s</p><p>%1$s<br>سطر آخر</p>
                        <aside><p>اقرأ أيضًا: خبر آخر طويل بما يكفي ليبدو كأنه فقرة من المقال نفسه</p></aside></div></article></main>
                        <footer><p>جميع الحقوق محفوظة لصدى الساحل، لا يجوز النقل من غير إذن مكتوب من الإدارة</p></footer></body></html>
                        """
                        .formatted(PROSE), null, null);

        assertThat(page.title()).isEqualTo("سيول تقطع الطريق");
        assertThat(page.byline()).isEqualTo("سمير حداد");
        assertThat(page.outlet()).isEqualTo("صدى الساحل");
        assertThat(page.publishedOn()).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(page.address()).isEqualTo("https://sada.example/n/1");
        assertThat(page.language()).isEqualTo("ar");
        assertThat(page.text()).isEqualTo(PROSE + "\n\n" + PROSE + "\nسطر آخر");
        assertThat(page.found()).isEqualTo(new Found(new Mention(Where.HEADING, "سيول تقطع الطريق"),
                new Mention(Where.META, "بقلم سمير حداد"), new Mention(Where.OPEN_GRAPH, "صدى الساحل"),
                new Mention(Where.OPEN_GRAPH, "2026-11-18T23:30:00+02:00"),
                new Mention(Where.LANGUAGE_ATTRIBUTE, "ar-SY")));
    }

    @Test
    void takesTheOutletOffATitle() {
        assertThat(html("<title>Road closed – Coast Echo</title>"
                + "<meta property=og:site_name content='Coast Echo'><p>" + "The road was closed on Tuesday. ".repeat(3))
                .title())
                .isEqualTo("Road closed");
    }

    @Test
    void aPageThatDeclaresNothingGivesItsTextAlone() {
        Extraction page = html("<p>Only this.</p>");

        assertThat(page).isEqualTo(new Extraction(null, null, null, null, null, "und",
                List.of(new Line("Only this.", Kind.BODY, false)), new Found(null, null, null, null, null)));
    }

    @Test
    void aPageWhoseLanguageIsBeliedByItsScriptIsNotBelieved() {
        assertThat(html("<html lang=en><p>" + PROSE).language()).isEqualTo("ar");
    }

    @Test
    void markupNeverSurvives() {
        Extraction page = html("<p onclick=alert(1)>a <b>b</b> <img src=x onerror=alert(2)>&lt;i&gt; c</p>");
        assertThat(page.text()).isEqualTo("a b <i> c");
    }

    @Test
    void jsonLdComesFirst() {
        Extraction page = html("""
                <title>Floods close the valley road - Coast Echo</title>
                <meta name="author" content="webmaster"><meta property="article:published_time" content="2026-01-01">
                <script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#p","name":"Lina O\u2019Connor"},
                {"@type":["NewsArticle"],"headline":"Floods close the valley road &amp; nine villages",
                "author":[{"@id":"#p"},{"@type":"Person","name":"Samir Haddad"}],"datePublished":"2026-11-18T09:15:00Z",
                "publisher":{"@type":"Organization","name":"Coast Echo"}}]}</script>
                <p>%s</p>""".formatted("The road was closed on Tuesday night. ".repeat(9)));

        assertThat(page.title()).isEqualTo("Floods close the valley road & nine villages");
        assertThat(page.byline()).isEqualTo("Lina O’Connor, Samir Haddad");
        assertThat(page.outlet()).isEqualTo("Coast Echo");
        assertThat(page.publishedOn()).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(page.found())
                .isEqualTo(new Found(
                        new Mention(Where.JSON_LD, "Floods close the valley road & nine villages"),
                        new Mention(Where.JSON_LD, "Lina O’Connor, Samir Haddad"),
                        new Mention(Where.JSON_LD, "Coast Echo"),
                        new Mention(Where.JSON_LD, "2026-11-18T09:15:00Z"), new Mention(Where.TEXT, "")));
    }

    @Test
    void brokenJsonLdIsPassedOver() {
        assertThat(html("<script type='application/ld+json'>{\"@type\":\"NewsArticle\", headline</script>"
                + "<script type='application/ld+json'>" + "[".repeat(2000) + "</script><h1>River rises again</h1><p>"
                + PROSE).title()).isEqualTo("River rises again");
    }

    @Test
    void aPageWithoutTextGivesWhatItDeclares() {
        String body = "The river rose by two metres on Tuesday night.".repeat(12);
        assertThat(html("<div id=app>Loading</div><script type='application/ld+json'>{\"@type\":\"Article\","
                + "\"articleBody\":\"" + body + "\"}</script>").text()).isEqualTo(body);
    }

    @Test
    void piecesThatCameLateAreReadInTheirPlace() {
        String text = html("<main><p>" + ENGLISH + "</p><!--$?--><template id=B:0></template><p>Loading</p><!--/$--><p>"
                + ENGLISH + " Third.</p></main><div hidden id=S:0><p>" + ENGLISH + " Second.</p></div>").text();
        assertThat(text).isEqualTo(ENGLISH + "\n\n" + ENGLISH + " Second.\n\n" + ENGLISH + " Third.");
    }

    @Test
    void whatStandsAroundIsPutAsideWithItsReason() {
        Extraction page = html(
                """
                        <nav><a href=/>Home</a> <a href=/n>News</a></nav>
                        <article><h1>Floods close the valley road</h1><p class=byline>By Samir Haddad</p>
                        <figure><img src=x><figcaption>The bridge on Tuesday.</figcaption></figure>
                        <p>%1$s One.</p><p>%1$s Two.</p><div class="share-buttons">Facebook Twitter</div>
                        <div class="related-posts"><h3>More to read</h3><p>%1$s Other.</p></div><p>%1$s Three.</p>
                        <h2>Related articles</h2><ul><li><a href=1>Bridge will open on Friday</a></li><li><a href=2>Nine villages</a></li></ul>
                        </article><section id=comments><p>%1$s I saw it.</p></section><footer>© 2026 Coast Echo</footer>"""
                        .formatted(ENGLISH));

        assertThat(page.text()).isEqualTo(ENGLISH + " One.\n\n" + ENGLISH + " Two.\n\n" + ENGLISH + " Three.");
        assertThat(page.byline()).isEqualTo("Samir Haddad");
        assertThat(page.lines()).extracting(Line::kind).contains(Kind.NAVIGATION, Kind.TITLE, Kind.HEAD, Kind.CAPTION,
                Kind.SHARE, Kind.RELATED, Kind.COMMENTS, Kind.FOOTER);
        assertThat(page.lines()).extracting(Line::text).contains(ENGLISH + " Other.", ENGLISH + " I saw it.");
    }

    @Test
    void aBoxInsideTheTextIsTheArticles() {
        String box = "Whoever lives below the dam is asked to keep to the upper floors until Friday, and to call 112 "
                + "when water enters the house, says the council in its advice to all nine villages.";
        assertThat(html("<main><p>" + ENGLISH + "</p><aside><p>" + box + "</p></aside><p>" + ENGLISH.repeat(3)
                + "</p></main>").text()).contains(box);
    }

    @Test
    void readsTheRulesOfTheSiteAsNoArticle() {
        String rule = "الآراء الواردة في التعليقات لا تعبر عن رأي الموقع بل عن آراء أصحابها، ويحتفظ الموقع بحق حذف ما يسيء.";
        assertThat(html("<div><p>" + PROSE + "</p><p>" + PROSE + " مرة ثانية.</p><p>" + rule + "</p></div>").text())
                .isEqualTo(PROSE + "\n\n" + PROSE + " مرة ثانية.");
    }

    @Test
    void whatWasSaidToBeSoLongAgoIsCountedFromTheCapture() {
        String html = "<h1>سيول تقطع طريق الوادي</h1><p class=date>أمس</p><p>" + PROSE + "</p>";
        Extraction page = Extractor.html(html, null, Instant.parse("2026-11-18T09:00:00Z"));

        assertThat(page.publishedOn()).isEqualTo(LocalDate.of(2026, 11, 17));
        assertThat(page.found().publishedOn()).isEqualTo(new Mention(Where.TEXT, "أمس"));
        assertThat(html(html).publishedOn()).isNull();
        assertThat(html(html).text()).isEqualTo(PROSE);
    }

    @Test
    void theWordsOfAMentionAreCut() {
        assertThat(html("<h1>" + "سيل ".repeat(90) + "</h1><p>" + PROSE).found().title())
                .isEqualTo(new Mention(Where.HEADING, "سيل ".repeat(50)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p class=byline>By Lina Haddad ¦ Nov 18, 2026</p>                                | Lina Haddad
            <p class=byline>Lina Haddad, Coast TODAY 8:42 a.m. EDT November 18, 2026</p>     | Lina Haddad, Coast TODAY
            <p class=byline>Lina Haddad Wednesday, Nov. 18, 2026</p>                         | Lina Haddad
            <p class=byline>9:39AM BST 18 Nov 2026</p>                                       |
            <meta name=author content=coast-echo.example>                                    |
            <p class=author><a href=/a>More from this author</a></p>                         |
            <p class=td-post-author-name><a href=/author/lina/>Lina Haddad</a></p>           | Lina Haddad
            <p>By <span itemprop=author>Lina Haddad</span>, <span itemprop=author>Samir Naccache</span></p> | Lina Haddad, Samir Naccache
            """)
    void aNameIsTakenWithoutWhatStandsBesideIt(String mark, @Nullable String name) {
        assertThat(html("<h1>Floods close the road</h1>" + mark.replace('¦', '|') + "<p>" + ENGLISH + "</p>").byline())
                .isEqualTo(name);
    }

    @Test
    void aDayThatReadersAreToldIsBelievedBeforeWhatMachinesAreTold() {
        String declared = "<meta property=article:published_time content=2026-11-20T10:00:00Z>";
        assertThat(html(declared + "<h1>Floods</h1><p>Published 18 November 2026</p><p>" + ENGLISH).publishedOn())
                .isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(html(declared + "<h1>Floods</h1><p>18 November 2026</p><p>" + ENGLISH).publishedOn())
                .isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(html("<h1>Floods</h1><p>Updated 18 November 2026</p><p>" + ENGLISH).publishedOn()).isNull();
    }

    @Test
    void aParagraphIsKeptThoughItIsAlsoOfferedToShare() {
        assertThat(html("<h1>Floods</h1><div class=share><p>" + ENGLISH + "</p></div><main><p>" + ENGLISH + "</p><p>"
                + ENGLISH + " Two.</p><p>" + ENGLISH + " Three.</p></main>").text())
                .isEqualTo(ENGLISH + "\n\n" + ENGLISH + " Two.\n\n" + ENGLISH + " Three.");
    }

    private static Extraction html(String html) {
        return Extractor.html(html, null, null);
    }
}
