package org.isnad.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.intake.feed.FeedFile.NotAFeed;

class FeedFileTest {
    private static final String HERE = "https://wadi.example/feed";

    @Test
    void rssTellsOfItsItems() throws NotAFeed {
        assertThat(read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0"><channel><title>وادي</title><link>https://wadi.example/</link><description/>
                <item><title>أُغلق الطريق</title><link>https://wadi.example/1</link></item>
                <item><title> </title><link>/relative?x=1</link></item>
                <item><title>Nothing to read</title></item>
                <item><guid isPermaLink="true">https://wadi.example/3</guid></item>
                </channel></rss>
                """)).containsExactly(new FeedEntry("https://wadi.example/1", "أُغلق الطريق"),
                new FeedEntry("https://wadi.example/relative?x=1", null),
                new FeedEntry("https://wadi.example/3", null));
    }

    @Test
    void atomTellsOfItsEntries() throws NotAFeed {
        assertThat(
                read("""
                        <feed xmlns="http://www.w3.org/2005/Atom"><title>W</title><id>urn:w</id><updated>2026-11-19T00:00:00Z</updated>
                        <entry><title>The road is closed</title><id>urn:1</id><updated>2026-11-19T00:00:00Z</updated>
                        <link rel="self" href="https://wadi.example/1.atom"/><link rel="alternate" href="https://wadi.example/1"/></entry>
                        </feed>
                        """))
                .containsExactly(new FeedEntry("https://wadi.example/1", "The road is closed"));
    }

    @Test
    void aSitemapTellsOfItsPagesAndWhatNewsCallsThem() throws NotAFeed {
        assertThat(read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                        xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
                <url><loc> https://wadi.example/1 </loc><n:news><n:publication><n:name>Wadi</n:name></n:publication>
                     <n:title>The road &amp; the dam</n:title></n:news></url>
                <url><loc>https://wadi.example/2</loc></url><url/>
                </urlset>
                """)).containsExactly(new FeedEntry("https://wadi.example/1", "The road & the dam"),
                new FeedEntry("https://wadi.example/2", null));
    }

    @Test
    void aFeedInAnEncodingOfOldIsRead() throws NotAFeed {
        byte[] bytes = ("<?xml version=\"1.0\" encoding=\"windows-1256\"?><rss version=\"2.0\"><channel><title>t</title>"
                + "<link>https://wadi.example/</link><description>d</description><item><title>خبر</title>"
                + "<link>https://wadi.example/1</link></item></channel></rss>")
                .getBytes(java.nio.charset.Charset.forName("windows-1256"));

        assertThat(FeedFile.read(bytes, HERE)).containsExactly(new FeedEntry("https://wadi.example/1", "خبر"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no xml", "<html><body>A page</body></html>", "<rss version=\"2.0\"><channel>",
            "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><title>&f;</title></channel></rss>",
            "<!DOCTYPE urlset [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>&b;</loc></url></urlset>"})
    void whatIsNoFeedOrHasADocumentTypeIsRefused(String content) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(NotAFeed.class);
    }

    private static List<FeedEntry> read(String feed) throws NotAFeed {
        return FeedFile.read(feed.getBytes(StandardCharsets.UTF_8), HERE);
    }
}
