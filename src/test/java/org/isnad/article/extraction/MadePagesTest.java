package org.isnad.article.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as the common systems of Arabic news sites make them. */
class MadePagesTest {
    private static final double LEAST = 0.97;

    @ParameterizedTest
    @ValueSource(strings = {"wordpress-jannah.html", "tagdiv-newspaper.html", "drupal-fields.html", "joomla-table.html",
            "blogger.html", "own-template.html", "amp.html", "live-blog.html", "short-news.html", "interview.html",
            "embeds.html", "infinite-scroll.html", "bare-text.html", "lead-and-sections.html"})
    void areReadAsAPersonReadsThem(String name) {
        MadePage page = MadePage.of(name);
        Extraction found = Extractor.html(page.document(), null, null);

        assertThatItIsAsExpected(page, found);
    }

    /** What one gets who marks all of a page and copies it. */
    @ParameterizedTest
    @ValueSource(strings = {"copied-jannah.txt", "copied-channel.txt", "copied-agency.txt", "copied-opinion.txt",
            "copied-forum-no-blank-lines.txt", "copied-english-wire.txt", "copied-english-site.txt",
            "copied-ticker-first.txt", "copied-weather-and-rates.txt", "copied-comments-with-days.txt",
            "copied-photo-and-desk.txt", "copied-consent-and-app.txt", "copied-analysis-with-lists.txt",
            "copied-cards-before.txt", "copied-english-local-paper.txt", "copied-screen-reader.txt",
            "copied-broadcaster.txt", "copied-wire-three-parts.txt", "copied-column.txt",
            "copied-numbered-comments.txt",
            "copied-english-daily.txt"})
    void areReadWhenCopiedAsText(String name) {
        MadePage page = MadePage.of(name);
        Extraction found = Extractor.savedText(page.document(), null);

        assertThatItIsAsExpected(page, found);
    }

    private static void assertThatItIsAsExpected(MadePage page, Extraction found) {
        assertThat(Score.of(page.text(), found.text()).f1()).as(found.text()).isGreaterThanOrEqualTo(LEAST);
        assertThat(found.title()).isEqualTo(page.expected("title"));
        assertThat(found.byline()).isEqualTo(page.expected("byline"));
        assertThat(found.outlet()).isEqualTo(page.expected("outlet"));
        assertThat(Objects.toString(found.publishedOn(), null)).isEqualTo(page.expected("day"));
    }
}
