package org.isnad.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import org.isnad.testsupport.Database;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Session;

/** The feeds as an administrator sees them: why a look failed, and when the desk looks again. */
@IsnadTest
class SourcePagesIT {
    @Inject
    Imports imports;
    @Inject
    Newsroom newsroom;
    @Inject
    Database database;

    @Test
    void whyALookFailedIsSaidInTheReadersLanguage() {
        UUID feed = imports.feed(newsroom.admin());
        database.change("update feed_look set looked_at = now(), reason = 'fetch-http-status', status = 503, "
                + "error = 'It answered with status 503.', failures = 4 where feed_id = ?", feed);

        Element english = row(feed, "en");
        assertThat(english.text())
                .contains("Last look failed", "next look", "The server did not give it out (status 503).",
                        "4 times in a row")
                .doesNotContain("It answered");
        assertThat(row(feed, "ar").text()).contains("503", "4").doesNotContain("answered", "server");
        assertThat(Login.bearer("adam").get("/api/v1/sources/" + feed).<String>path("reason"))
                .isEqualTo("fetch-http-status");

        Login.session("adam").form("/sources").post("/sources/" + feed + "/pause");
        assertThat(row(feed, "en").text()).contains("Paused", "status 503").doesNotContain("next look");
    }

    @Test
    void anAdministratorNeedNotWaitForTheNextLook() {
        UUID feed = imports.feed(newsroom.admin());
        database.change("update feed_look set next_at = now() + interval '3 hours', failures = 4 where feed_id = ?",
                feed);
        Element now = row(feed, "en").selectFirst("button:contains(Look now)");
        assertThat(now).isNotNull();

        Login.session("adam").form("/sources").post(now.closest("form").attr("action"));

        assertThat(
                database.count("select count(*) from feed_look where next_at <= now() and failures = 0 and feed_id = ?",
                        feed))
                .isEqualTo(1);
        assertThat(row(feed, "en").text()).doesNotContain("Paused");
    }

    private static Element row(UUID feed, String language) {
        Session adam = Login.session("adam");
        adam.form("/sources").formParam("to", language).formParam("back", "/facts").post("/language");
        Element name = Jsoup.parse(adam.get("/sources").asString()).selectFirst("#feed-" + feed);
        assertThat(name).isNotNull();
        return name.closest("li");
    }
}
