package org.isnad.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleId;
import org.isnad.article.ArticleIntake;
import org.isnad.article.NewArticle;
import org.isnad.audit.erasure.ErasurePart;
import org.isnad.identity.Actor;
import org.isnad.intake.feed.FeedLooks.Due;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Words;

/** What the desk remembers of what a feed told, and for how long. */
@IsnadTest
class FeedMemoryIT {
    @Inject
    FeedAdministration feeds;
    @Inject
    FeedLooks looks;
    @Inject
    FeedNews news;
    @Inject
    ArticleIntake intake;
    @Inject
    Imports imports;
    @Inject
    Newsroom newsroom;
    @Inject
    Database database;

    @Test
    void whatWasErasedDoesNotComeBackThroughAFeed() {
        Actor admin = newsroom.admin();
        UUID feed = imports.feed(admin);
        String site = "https://" + UUID.randomUUID() + ".example/";
        ArticleId article = intake.receive(new NewArticle(null, site + "1", "عنوان", null, null, null, "ar",
                Words.some(60)), newsroom.editor()).id();
        look(feed, site + "1");
        assertThat(addresses(feed)).isEqualTo(site + "1");

        newsroom.erase(article, Set.of(ErasurePart.TEXT, ErasurePart.SOURCE));
        assertThat(addresses(feed)).isNull();
        look(feed, site + "1?utm_source=feed", site + "2");

        assertThat(addresses(feed)).isEqualTo(site + "2");
        assertThat(database.count("select count(*) from intake_item where input ->> 'url' like ? || '%'", site + "1"))
                .isZero();
        assertThat(database.count("select count(*) from intake_item where input ->> 'url' like ? || '%'", site + "2"))
                .isEqualTo(1);
    }

    @Test
    void whatAFeedHasNotToldOfForAQuarterIsForgotten() {
        UUID feed = imports.feed(newsroom.admin());
        UUID quiet = imports.feed(newsroom.admin());
        look(feed, "https://" + feed + ".example/new", "https://" + feed + ".example/old");
        look(quiet, "https://" + quiet + ".example/a", "https://" + quiet + ".example/b");
        age(feed, "old");
        age(quiet, "");

        looks.forget();

        assertThat(addresses(feed)).isEqualTo("https://" + feed + ".example/new");
        assertThat(addresses(quiet)).as("counted from when it was last read").contains("/a ").endsWith("/b");
    }

    private void age(UUID feed, String end) {
        database.change(
                "update feed_entry set seen_at = seen_at - interval '91 days' where feed_id = ? and address like '%/"
                        + end + "%'",
                feed);
    }

    private void look(UUID feed, String... links) {
        new FeedFollower(looks, news, feeds, FeedServer.answering(FeedServer.rss(links)))
                .look(new Due(feed, "Feed", "https://a.example/"));
    }

    private String addresses(UUID feed) {
        return database.one("select string_agg(address, ' ' order by address) from feed_entry where feed_id = ?", feed);
    }
}
