package org.isnad.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.isnad.identity.Actor;
import org.isnad.intake.IntakeItem;
import org.isnad.intake.IntakeJob;
import org.isnad.intake.IntakeKind;
import org.isnad.intake.IntakeReports;
import org.isnad.intake.ItemState;
import org.isnad.intake.Trouble;
import org.isnad.intake.feed.FeedLooks.Due;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.FetchTrace;
import org.isnad.testsupport.Database;
import org.isnad.testsupport.ForeignSite;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

@IsnadTest
class FeedsIT {
    @Inject
    FeedAdministration feeds;
    @Inject
    FeedLooks looks;
    @Inject
    FeedNews news;
    @Inject
    IntakeReports reports;
    @Inject
    Imports imports;
    @Inject
    Newsroom newsroom;
    @Inject
    Database database;

    @Test
    void eachEntryBecomesARowOnce() {
        Actor admin = newsroom.admin();
        String site = site();
        UUID id = left("Wadi", site + "feed", admin);
        Due due = new Due(id, "Wadi", site + "feed");

        new FeedFollower(looks, news, feeds,
                FeedServer.answering(FeedServer.rss(site + "1", site + "2#top", "mailto:x@y.example")))
                .look(due);

        IntakeJob job = newest();
        assertThat(job.kind()).isEqualTo(IntakeKind.FEED);
        assertThat(job.counts().total()).isEqualTo(2);
        assertThat(job.askedByName()).isEqualTo("Isnad");
        new FeedFollower(looks, news, feeds, FeedServer.answering(FeedServer.rss(site + "2", site + "1"))).look(due);
        assertThat(newest().id()).isEqualTo(job.id());
        new FeedFollower(looks, news, feeds, FeedServer.answering(FeedServer.rss(site + "3", site + "1"))).look(due);
        assertThat(newest().id()).isNotEqualTo(job.id());
        assertThat(newest().counts().total()).isEqualTo(1);
        assertThat(looks.find(id, admin).entries()).isEqualTo(2);
    }

    @Test
    void aFeedThatCannotBeReadSaysWhyAndIsLookedAtAgain() {
        Actor admin = newsroom.admin();
        UUID id = left("Broken", site() + "feed", admin);
        Due due = new Due(id, "Broken", "https://broken.example/feed");

        new FeedFollower(looks, news, feeds, FeedServer.answering("<html>no feed</html>")).look(due);
        assertThat(looks.find(id, admin).trouble()).isNotNull().extracting(Trouble::reason).isEqualTo("not-a-feed");
        new FeedFollower(looks, news, feeds, request -> {
            throw new FetchFailed(FetchFailed.Reason.TIMEOUT, "It took too long.",
                    new FetchTrace("x", FeedServer.NOW, FeedServer.NOW, List.of()));
        }).look(due);
        assertThat(looks.find(id, admin).trouble())
                .isEqualTo(new Trouble("fetch-timeout", "It took too long."));
        assertThat(looks.find(id, admin).failures()).isEqualTo(2);
        new FeedFollower(looks, news, feeds, FeedServer.answering(FeedServer.rss())).look(due);
        assertThat(looks.find(id, admin).trouble()).isNull();
        assertThat(looks.find(id, admin).failures()).isZero();
    }

    @Test
    void aRowIsCalledWhatTheFeedCallsItUntilItIsAnArticle() {
        Actor admin = newsroom.admin();
        String gone = ForeignSite.address("/no-such-page/" + UUID.randomUUID());
        UUID id = left("Titles", site() + "feed", admin);

        new FeedFollower(looks, news, feeds, FeedServer.answering("<rss version=\"2.0\"><channel><title>t</title>"
                + "<link>https://a.example/</link><description>d</description><item>"
                + "<title>Wheat &amp;amp; &lt;b&gt;water&lt;/b&gt;</title><link>" + gone
                + "</link></item></channel></rss>")).look(new Due(id, "Titles", "https://titles.example/feed"));

        UUID job = newest().id();
        imports.done(job, newsroom.editor());
        IntakeItem row = imports.report(job, newsroom.editor()).get(0);
        assertThat(row.state()).isEqualTo(ItemState.FAILED);
        assertThat(row.title()).isEqualTo("Wheat & water");
    }

    @Test
    void oneNodeTakesAFeedAndAPausedOneIsLeft() {
        Actor admin = newsroom.admin();
        UUID id = left("Paced", site() + "feed", admin);
        database.change("update feed_look set next_at = now() + interval '1 day' where feed_id <> ?", id);
        database.change("update feed_look set next_at = now() - interval '1 minute' where feed_id = ?", id);

        // The desk's own schedule may have been quicker.
        Optional<Due> first = looks.due();
        assertThat(first.map(Due::id).orElse(id)).isEqualTo(id);
        assertThat(looks.due()).isEmpty();

        feeds.pause(id, admin);
        database.change("update feed_look set next_at = now() - interval '1 minute' where feed_id = ?", id);
        assertThat(looks.due()).isEmpty();
        feeds.remove(id, admin);
        assertThatThrownBy(() -> looks.find(id, admin)).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void whatHappensToAFeedIsPartOfTheHistory() {
        Actor admin = newsroom.admin();
        String url = site() + "feed";
        UUID id = feeds.add(new FeedDetails("A", url, null), admin);
        assertThatThrownBy(() -> feeds.add(new FeedDetails("B", url, null), admin)).isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("followed");
        assertThatThrownBy(() -> feeds.add(new FeedDetails(" ", "ftp://x", 4), admin))
                .hasMessageContaining("name").hasMessageContaining("url").hasMessageContaining("everyMinutes");
        assertThatThrownBy(() -> feeds.pause(id, newsroom.editor())).isInstanceOf(Problem.NotAllowed.class);
        feeds.change(id, Expected.version(looks.find(id, admin).version()), new FeedDetails("C", null, 60), true,
                admin);
        assertThatThrownBy(() -> feeds.change(id, Expected.version(0), new FeedDetails("D", null, 60), true, admin))
                .isInstanceOf(Problem.Stale.class);
        feeds.remove(id, admin);
        feeds.add(new FeedDetails("Again", url, null), admin);

        assertThat(database.one("select string_agg(action, ' ' order by aggregate_version) from audit_event "
                + "where aggregate_type = 'SOURCE' and aggregate_id = ?", id))
                .isEqualTo("SOURCE_ADDED SOURCE_CHANGED SOURCE_REMOVED");
    }

    /** Followed, but left alone by the desk's own schedule. */
    private UUID left(String name, String url, Actor admin) {
        UUID id = feeds.add(new FeedDetails(name, url, 5), admin);
        database.change("update feed_look set next_at = now() + interval '1 day' where feed_id = ?", id);
        return id;
    }

    private IntakeJob newest() {
        return reports.page(null, 50, newsroom.editor()).items().stream()
                .filter(job -> job.kind() == IntakeKind.FEED).findFirst().orElseThrow();
    }

    private static String site() {
        return "https://" + UUID.randomUUID() + ".example/";
    }
}
