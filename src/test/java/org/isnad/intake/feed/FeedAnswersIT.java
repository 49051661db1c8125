package org.isnad.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.identity.Actor;
import org.isnad.intake.Trouble;
import org.isnad.intake.feed.FeedLooks.Due;
import org.isnad.kernel.Stamp;
import org.isnad.kernel.outbound.HttpField;
import org.isnad.kernel.outbound.Outbound;
import org.isnad.kernel.outbound.OutboundRequest;
import org.isnad.kernel.outbound.Validators;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

/** What a feed's server says besides a feed: that nothing changed, that it is gone, or that it wants to be left alone. */
@IsnadTest
class FeedAnswersIT {
    private static final Validators FIRST = new Validators("\"v1\"", "Fri, 20 Nov 2026 08:00:00 GMT");

    @Inject
    FeedAdministration feeds;
    @Inject
    FeedLooks looks;
    @Inject
    FeedNews news;
    @Inject
    Imports imports;
    @Inject
    Newsroom newsroom;
    @Inject
    Database database;

    private Actor admin;
    private UUID feed;

    @BeforeEach
    void aFeedIsFollowed() {
        admin = newsroom.admin();
        feed = imports.feed(admin);
    }

    @Test
    void aFeedIsAskedWhetherItChanged() {
        String entry = "https://" + UUID.randomUUID() + ".example/1";
        List<Validators> asked = new ArrayList<>();
        Outbound server = request -> {
            asked.add(request.known());
            if (FIRST.equals(request.known())) {
                throw FeedServer.status(304);
            }
            return FeedServer.answer(request, FeedServer.rss(entry), new HttpField("ETag", "\"v1\""),
                    new HttpField("Last-Modified", "Fri, 20 Nov 2026 08:00:00 GMT"));
        };
        look(server);
        database.change("update feed_look set looked_at = looked_at - interval '1 hour' where feed_id = ?", feed);
        Instant before = looks.find(feed, admin).lookedAt();

        look(server);

        assertThat(asked).containsExactly(Validators.NONE, FIRST);
        FeedRow now = looks.find(feed, admin);
        assertThat(now.trouble()).isNull();
        assertThat(now.entries()).isEqualTo(1);
        assertThat(now.lookedAt()).isAfter(before);
        assertThat(database.count("select count(*) from feed_entry where feed_id = ?", feed)).isEqualTo(1);
        // A feed that answers so without having been asked is no feed that was read.
        database.change("update feed_look set etag = null, last_modified = null where feed_id = ?", feed);
        look(FeedServer.refusing(304));
        assertThat(looks.find(feed, admin).trouble()).isNotNull();
    }

    @Test
    void aMalformedTagIsNotSentBack() {
        OutboundRequest request = new OutboundRequest("https://a.example/", "*/*", true);
        assertThat(Validators.of(FeedServer.answer(request, "x", new HttpField("ETag", "\"a\"b\""),
                new HttpField("Last-Modified", "\u0001")).answer())).isEqualTo(Validators.NONE);
    }

    @Test
    void aFeedThatIsGoneIsPausedWithTheReason() {
        look(FeedServer.refusing(410));

        FeedRow gone = looks.find(feed, admin);
        assertThat(gone.isPaused()).isTrue();
        Trouble why = gone.trouble();
        assertThat(why).isNotNull();
        assertThat(why.reason()).isEqualTo("fetch-http-status");
        assertThat(why.number("status")).isEqualTo(410);
        assertThat(database.one("select actor::text from audit_event where aggregate_id = ? "
                + "and action = 'SOURCE_CHANGED'", feed)).isEqualTo(Stamp.SYSTEM.toString());

        feeds.resume(feed, admin);

        FeedRow resumed = looks.find(feed, admin);
        assertThat(resumed.isPaused()).isFalse();
        assertThat(resumed.failures()).isZero();
        assertThat(database.one("select next_at <= now() from feed_look where feed_id = ?", feed)).isEqualTo("t");
    }

    @Test
    void aFeedThatIsRemovedWhileItIsLookedAtEndsNoRound() {
        Due due = new Due(feed, "Feed", "https://feeds.example/");
        feeds.remove(feed, admin);

        new FeedFollower(looks, news, feeds, FeedServer.refusing(410)).look(due);

        assertThat(database.one("select state from feed where id = ?", feed)).isEqualTo("REMOVED");
    }

    @Test
    void theDeskWaitsLongerAfterEachFailure() {
        List<Long> minutes = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            look(FeedServer.refusing(500));
            minutes.add(minutesToTheNext());
        }

        assertThat(minutes).containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1440L, 1440L, 1440L);
        assertThat(looks.find(feed, admin).failures()).isEqualTo(9);
        look(FeedServer.answering(FeedServer.rss()));
        assertThat(looks.find(feed, admin).failures()).isZero();
    }

    @Test
    void theDeskWaitsAsLongAsTheServerAsks() {
        look(FeedServer.refusing(429, new HttpField("Retry-After", "7200")));
        assertThat(minutesToTheNext()).isEqualTo(120);
        look(FeedServer.refusing(503, until(Duration.ofHours(5))));
        assertThat(minutesToTheNext()).isEqualTo(300);
        look(FeedServer.refusing(503, until(Duration.ofDays(300))));
        assertThat(minutesToTheNext()).as("at most a week").isEqualTo(7 * 24 * 60);
        look(FeedServer.refusing(503, new HttpField("Retry-After", "soon")));
        assertThat(minutesToTheNext()).as("after the fourth failure").isEqualTo(240);
    }

    private static HttpField until(Duration time) {
        return new HttpField("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME
                .format(FeedServer.NOW.plus(time).atOffset(ZoneOffset.UTC)));
    }

    /** As when it is the feed's turn. */
    private void look(Outbound server) {
        FeedRow row = looks.find(feed, admin);
        Validators known = new Validators(database.one("select etag from feed_look where feed_id = ?", feed),
                database.one("select last_modified from feed_look where feed_id = ?", feed));
        new FeedFollower(looks, news, feeds, server).look(new Due(feed, row.name(), row.url(), known));
    }

    private long minutesToTheNext() {
        FeedRow row = looks.find(feed, admin);
        return Math.round(Duration.between(row.lookedAt(), row.nextAt()).toSeconds() / 60.0);
    }
}
