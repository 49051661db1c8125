package org.isnad.article.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages do to their own text and facts: say things twice, set them in boxes, write other headings above the article's. */
class PageShapesTest {
    private static final String FIRST = "The council of the valley opened its third bakery on Tuesday, and forty people stood in the rain for the first loaves.";
    private static final String SECOND = "Flour is brought from the mill at the bridge each night, the mayor said, since no lorry may cross the square by day.";
    private static final String ARABIC = "افتتحت بلدية الوادي مخبزها الثالث صباح الثلاثاء، ووقف أربعون من السكان تحت المطر في انتظار الأرغفة الأولى من الفرن الجديد.";

    @ParameterizedTest
    @ValueSource(strings = {FIRST, ARABIC})
    void aParagraphThatTheArticleHasTwiceIsNotLost(String twice) {
        String text = html(
                "<article><h1>Bread</h1><div><p>" + twice + "</p><p>" + SECOND + "</p></div><h2>Later</h2><div><p>"
                        + twice + "</p></div></article>")
                .text();

        assertThat(text).isEqualTo(twice + "\n\n" + SECOND + "\n\nLater\n\n" + twice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bread for the whole valley, every single morning",
            "Bring the taste of the valley home: order two loaves and we give you a third one for nothing at all!",
            "Order your bread now: <a href=/order>two loaves from the new bakery and a third one for nothing, brought to your door</a>."})
    void fewWordsAndLinksThatComeAgainAreFurniture(String again) {
        String text = html(
                "<article><p>" + FIRST + "</p><p>" + again + "</p><p>" + SECOND + "</p><p>" + again + "</p><p>"
                        + ARABIC + "</p></article>")
                .text();

        assertThat(text).isEqualTo(FIRST + "\n\n" + SECOND + "\n\n" + ARABIC);
    }

    @Test
    void boxesOfTheTextThatEndWithALinkStay() {
        String box = "<li><h2>%s</h2><p>%s</p><a href=/more>%s</a></li>";
        String text = html("<main><h1>What the new bakery has</h1><p>" + FIRST + "</p><ul>"
                + box.formatted("The oven", "It is heated with the shells of almonds, and holds two hundred loaves.",
                        "More about the oven")
                + box.formatted("The mill", SECOND, "More about the mill")
                + box.formatted("The shop", ARABIC, "More about the shop") + "</ul></main>").text();

        assertThat(text).contains("The oven", "holds two hundred loaves.", SECOND, ARABIC);
    }

    @Test
    void boxesUnderALinkedHeadingAreOtherArticles() {
        String box = "<div><h3><a href=/a>%s</a></h3><p>%s</p></div>";
        String text = html("<main><h1>A third bakery in the valley</h1><p>" + FIRST + "</p><p>" + SECOND + "</p><div>"
                + box.formatted("Rain floods the square",
                        "Shops near the bridge stayed shut on Monday, their owners said.")
                + box.formatted("The mill is sold", "A family from the coast bought it, and wants to keep it running.")
                + "</div></main>").text();

        assertThat(text).isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void aShortFirstParagraphThatAnnouncesWhatFollowsStays() {
        String announces = "The latest from the valley, where water still rises:";
        assertThat(html("<article><h1>Floods in the valley</h1><p>" + announces + "</p><p>" + FIRST + "</p><p>" + SECOND
                + "</p></article>").text()).startsWith(announces);
    }

    @Test
    void theNameOfASectionAboveTheArticleIsNotItsTitle() {
        Extraction page = html(
                "<title>A third bakery opens in the valley | Coast Echo</title><h1>Food and Family Center</h1>"
                        + "<div><h2>A third bakery opens in the valley</h2><p>" + FIRST + "</p><p>" + SECOND
                        + "</p></div>");

        assertThat(page.title()).isEqualTo("A third bakery opens in the valley");
        assertThat(page.text()).isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "https://echo.example", "http://echo.example/"})
    void aHeadingThatLeadsHomeIsTheSites(String home) {
        Extraction page = html("<title>A third bakery opens</title><h1><a href='" + home
                + "'>Notes from the <b>valley</b></a></h1><p>" + FIRST + "</p>");

        assertThat(page.title()).isEqualTo("A third bakery opens");
    }

    @Test
    void aShortHeadingBelowIsNoTitleBecauseTheTitleElementHasItToo() {
        Extraction page = html(
                "<title>Local News | Coast Echo</title><h1>A third bakery opens in the valley</h1><p>" + FIRST
                        + "</p><h2>Local News</h2>");

        assertThat(page.title()).isEqualTo("A third bakery opens in the valley");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<div class=byline><a href=/u/1><img alt=x></a><div><a class=byline__author>Mariam Saleh</a><div>Echo News Reporter</div></div></div>",
            "<div class=author>By <span itemprop=name>Mariam Saleh</span><br>Echo News</div>",
            "<span class=article-author><b>Mariam Saleh</b> —</span>",
            "<span class=pb-byline>By <a href=/people/mariam-saleh>Mariam Saleh</a></span>",
            "<span class=author-line><a href=/writers/mariam-saleh>Mariam Saleh</a></span>",
            "<meta property=author content='Mariam Saleh'>"})
    void aNameIsTakenWithoutTheOfficeBehindIt(String marked) {
        assertThat(html(marked + "<h1>A third bakery opens</h1><p>" + FIRST).byline()).isEqualTo("Mariam Saleh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div class=byline>By <a rel=author>Mariam Saleh</a> and Omar Nasser</div>",
            "<div class=byline>By <span class=name>Mariam Saleh</span> and <span class=name>Omar Nasser</span></div>"})
    void namesInOneLineStayTogether(String marked) {
        assertThat(html("<h1>A third bakery opens</h1>" + marked + "<p>" + FIRST).byline())
                .isEqualTo("Mariam Saleh and Omar Nasser");
    }

    @ParameterizedTest
    @ValueSource(strings = {"谷口面包店周二清晨在雨中开业四十名居民在门前排队等候第一批面包市长表示每晚从桥边的磨坊运来面粉因为白天货车不得驶入广场。",
            "ร้านขนมปังแห่งที่สามของหุบเขาเปิดเมื่อเช้าวันอังคารและมีชาวบ้านสี่สิบคนยืนรอขนมปังก้อนแรกท่ามกลางสายฝนที่ตกหนัก"})
    void aTextWithoutBlanksIsAText(String paragraph) {
        String page = "<nav><a href=/1>首页</a><a href=/2>新闻</a></nav><h1>谷口面包店开业</h1><div><p>%1$s</p><p>%1$s</p></div>";

        assertThat(html(page.formatted(paragraph)).text()).startsWith(paragraph);
    }

    private static Extraction html(String html) {
        return Extractor.html(html, null, null);
    }
}
