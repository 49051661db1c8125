package org.isnad.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleIntake;
import org.isnad.article.NewArticle;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Statements;

/** The pages of outlets and authors. */
@IsnadTest
class OriginPagesIT {
    @Inject
    Newsroom newsroom;
    @Inject
    ArticleIntake intake;

    @Test
    void anOutletHasItsArticlesHoweverTheyWriteItsName() {
        String mark = UUID.randomUUID().toString();
        for (String name : new String[]{"صدى الأحرار " + mark, "صَدى  الاحرار " + mark,
                "صدي الأحــرار " + mark.toUpperCase()}) {
            article(name, "كاتب " + mark);
        }
        article("صدى آخر " + mark, "كاتبة " + mark);
        Document outlet = page("/outlets", "صدى الأحرار " + mark);
        assertThat(outlet.select("[data-list] li")).hasSize(3);
        assertThat(page("/authors", "كاتب " + mark).select("[data-list] li")).hasSize(3);
        assertThat(status("/authors", "nobody " + mark)).isEqualTo(404);
        assertThat(status("/outlets", "")).isEqualTo(404);
        assertThat(status("/outlets", "\u0000")).isIn(400, 404);
    }

    @Test
    void whatWasPublishedAboutItsClaimsIsThere() {
        newsroom.published(newsroom.reviewer(), newsroom.editor());
        Document page = page("/outlets", "صدى الساحل");
        assertThat(page.select("a[href^=/facts/]")).isNotEmpty();
        assertThat(page.select(".rating")).isNotEmpty();
    }

    @Test
    void aPageOfManyCostsWhatOneOfFewDoes() {
        String mark = UUID.randomUUID().toString();
        article("قليل " + mark, null);
        for (int i = 0; i < 30; i++) {
            article("كثير " + mark, null);
        }
        page("/outlets", "قليل " + mark);
        long few = Statements.during(() -> page("/outlets", "قليل " + mark));
        assertThat(Statements.during(() -> page("/outlets", "كثير " + mark))).isEqualTo(few).isLessThanOrEqualTo(8);
        Document first = page("/outlets", "كثير " + mark);
        assertThat(first.select("[data-list] li")).hasSize(25);
        Document second = Jsoup.parse(Login.session("huda").request().urlEncodingEnabled(false)
                .get(first.select("a[rel=next]").attr("href")).asString());
        assertThat(second.select("[data-list] li")).hasSize(5);
    }

    private void article(String outlet, @Nullable String byline) {
        intake.receive(new NewArticle(null, null, "Title", byline, outlet, null, "ar", "نص " + UUID.randomUUID(), true),
                newsroom.editor());
    }

    private static Document page(String path, String name) {
        return Jsoup.parse(Login.session("huda").request().queryParam("name", name).get(path).asString());
    }

    private static int status(String path, String name) {
        return Login.session("huda").request().queryParam("name", name).get(path).statusCode();
    }
}
