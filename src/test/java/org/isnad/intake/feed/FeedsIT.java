package org.isnad.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import org.isnad.identity.Actor;
import org.isnad.intake.IntakeJob;
import org.isnad.intake.IntakeKind;
import org.isnad.intake.IntakeReports;
import org.isnad.intake.feed.FeedLooks.Due;
import org.isnad.kernel.Expected;
import org.isnad.kernel.Problem;
import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.FetchTrace;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.outbound.Outbound;
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
    Newsroom newsroom;
    @Inject
    DataSource database;
    @Inject
    Clock clock;

    @Test
    void eachEntryBecomesARowOnce() throws SQLException {
        Actor admin = newsroom.admin();
        String site = site();
        UUID id = left("Wadi", site + "feed", admin);
        Due due = new Due(id, "Wadi", site + "feed");

        new FeedFollower(looks, news, answering(rss(site + "1", site + "2#top", "mailto:x@y.example"))).look(due);

        IntakeJob job = newest();
        assertThat(job.kind()).isEqualTo(IntakeKind.FEED);
        assertThat(job.counts().total()).isEqualTo(2);
        assertThat(job.askedByName()).isEqualTo("Isnad");
        new FeedFollower(looks, news, answering(rss(site + "2", site + "1"))).look(due);
        assertThat(newest().id()).isEqualTo(job.id());
        new FeedFollower(looks, news, answering(rss(site + "3", site + "1"))).look(due);
        assertThat(newest().id()).isNotEqualTo(job.id());
        assertThat(newest().counts().total()).isEqualTo(1);
        assertThat(looks.find(id, admin).entries()).isEqualTo(2);
    }

    @Test
    void aFeedThatCannotBeReadSaysWhyAndIsLookedAtAgain() throws SQLException {
        Actor admin = newsroom.admin();
        UUID id = left("Broken", site() + "feed", admin);
        Due due = new Due(id, "Broken", "https://broken.example/feed");

        new FeedFollower(looks, news, answering("<html>no feed</html>")).look(due);
        assertThat(looks.find(id, admin).error()).contains("no feed");
        new FeedFollower(looks, news, request -> {
            throw new FetchFailed(FetchFailed.Reason.TIMEOUT, "It took too long.",
                    new FetchTrace("x", clock.instant(), clock.instant(), List.of()));
        }).look(due);
        assertThat(looks.find(id, admin).error()).isEqualTo("It took too long.");
        new FeedFollower(looks, news, answering(rss())).look(due);
        assertThat(looks.find(id, admin).error()).isNull();
    }

    @Test
    void oneNodeTakesAFeedAndAPausedOneIsLeft() throws SQLException {
        Actor admin = newsroom.admin();
        UUID id = left("Paced", site() + "feed", admin);
        change("update feed_look set next_at = now() + interval '1 day' where feed_id <> ?", id);
        change("update feed_look set next_at = now() - interval '1 minute' where feed_id = ?", id);

        // The desk's own schedule may have been quicker.
        Optional<Due> first = looks.due();
        assertThat(first.map(Due::id).orElse(id)).isEqualTo(id);
        assertThat(looks.due()).isEmpty();

        feeds.pause(id, admin);
        change("update feed_look set next_at = now() - interval '1 minute' where feed_id = ?", id);
        assertThat(looks.due()).isEmpty();
        feeds.remove(id, admin);
        assertThatThrownBy(() -> looks.find(id, admin)).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void whatHappensToAFeedIsPartOfTheHistory() throws SQLException {
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

        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select string_agg(action, ' ' order by "
                        + "aggregate_version) from audit_event where aggregate_type = 'SOURCE' and aggregate_id = ?")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("SOURCE_ADDED SOURCE_CHANGED SOURCE_REMOVED");
            }
        }
    }

    /** Followed, but left alone by the desk's own schedule. */
    private UUID left(String name, String url, Actor admin) throws SQLException {
        UUID id = feeds.add(new FeedDetails(name, url, 5), admin);
        change("update feed_look set next_at = now() + interval '1 day' where feed_id = ?", id);
        return id;
    }

    private IntakeJob newest() {
        return reports.page(null, 50, newsroom.editor()).items().stream()
                .filter(job -> job.kind() == IntakeKind.FEED).findFirst().orElseThrow();
    }

    private static String site() {
        return "https://" + UUID.randomUUID() + ".example/";
    }

    private static String rss(String... links) {
        StringBuilder items = new StringBuilder();
        for (String link : links) {
            items.append("<item><title>T</title><link>").append(link).append("</link></item>");
        }
        return "<rss version=\"2.0\"><channel><title>t</title><link>https://a.example/</link><description>d</description>"
                + items + "</channel></rss>";
    }

    private Outbound answering(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return request -> {
            URI address = URI.create(request.address());
            Exchange answer = new Exchange(address, InetAddress.getLoopbackAddress(), clock.instant(), clock.instant(),
                    new byte[0], bytes, 200, List.of(), bytes, null);
            return new Fetched(new FetchTrace(request.address(), clock.instant(), clock.instant(), List.of(answer)),
                    answer, bytes);
        };
    }

    private void change(String sql, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }
}
