package org.isnad.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import jakarta.inject.Inject;

import io.restassured.response.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.audit.check.Comparison;
import org.isnad.audit.log.LogAtHand;
import org.isnad.claim.ClaimId;
import org.isnad.kernel.Ids;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;

/** "Verify now": begun, watched, stopped, and what it finds. */
@IsnadTest
class LogChecksIT {
    @Inject
    Newsroom newsroom;
    @Inject
    LogAtHand log;
    @Inject
    Comparison comparisons;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private ClaimId claim;

    @BeforeEach
    void somethingHappens() {
        claim = newsroom.published(newsroom.reviewer(), newsroom.editor());
        log.bringUpToDate();
        comparisons.atRest();
    }

    @Test
    void anAuditorBeginsAComparisonAndSeesWhatItFound() throws InterruptedException {
        Response begun = Login.session("lina").form("/audit/checks").post("/audit/checks");
        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(begun.header("Location")).endsWith("/audit/checks");
        Document done = whenDone();
        assertThat(done.select("#run h2").text()).isEqualTo("State, history and log agree");
        assertThat(done.select("#run").attr("hx-trigger")).isEmpty();
        assertThat(done.select("#run .kv").text()).contains("asked for by Lina Sabbagh").containsPattern("\\d+ steps");
        assertThat(done.select("#list > li").first().text()).contains("agree", "Lina Sabbagh");
        String one = done.select("#list > li").first().select("a").attr("href");
        assertThat(Jsoup.parse(Login.as("lina").get(one + "?lang=ar").asString()).select("#run h2").text())
                .isEqualTo("الحالة والسجل والتوقيع متطابقة");
    }

    @Test
    void aChangedRowIsFoundAndSaysWhatToDo() throws Exception {
        try (Connection connection = asOwner(); Statement behind = connection.createStatement()) {
            behind(behind, "update verdict set summary = summary || ' x' where claim_id = '" + claim + "'");
            try {
                Login.session("lina").form("/audit/checks").post("/audit/checks").then().statusCode(303);
                Document found = whenDone();
                assertThat(found.select("#run .proofbar.is-bad h2").text()).isEqualTo("1 difference found");
                assertThat(found.select("#run .notice-bad").text()).contains("What to do now", "Export",
                        "The log differs");
                assertThat(found.select("#findings li").eachText()).singleElement().asString().startsWith("verdict ")
                        .contains("of CLAIM " + claim, "not as its last event left it");
                assertThat(found.select("#list > li").first().text()).contains("1 difference found");
                Response json = Login.bearer("lina").get("/api/v1/log/checks?limit=1");
                assertThat(json.jsonPath().getString("items[0].state")).isEqualTo("DONE");
                assertThat(json.jsonPath().getList("items[0].findings")).hasSize(1);
            } finally {
                behind(behind, "update verdict set summary = left(summary, -2) where claim_id = '" + claim + "'");
            }
        }
        Login.session("lina").form("/audit/checks").post("/audit/checks").then().statusCode(303);
        assertThat(whenDone().select("#run h2").text()).isEqualTo("State, history and log agree");
    }

    @Test
    void overTheApiTheSame() throws InterruptedException {
        Response begun = Login.bearer("lina").post("/api/v1/log/checks");
        assertThat(begun.statusCode()).isEqualTo(202);
        String address = begun.header("Location").replaceAll("^https?://[^/]+", "");
        assertThat(address).isEqualTo("/api/v1/log/checks/" + begun.jsonPath().getString("id"));
        assertThat(begun.jsonPath().getString("state")).isIn("RUNNING", "DONE");
        whenDone();
        Response done = Login.bearer("lina").get(address);
        assertThat(done.jsonPath().getString("state")).isEqualTo("DONE");
        assertThat(done.jsonPath().getLong("leaves.done")).isPositive()
                .isEqualTo(done.jsonPath().getLong("leaves.total"));
        assertThat(done.jsonPath().getLong("events.done")).isEqualTo(done.jsonPath().getLong("events.total"));
        assertThat(done.jsonPath().getList("findings")).isEmpty();
        assertThat(done.jsonPath().getString("endedAt")).isNotBlank();
    }

    /** Another node is at it: what it holds is a lock, and what it writes is a row. */
    @Test
    void oneAtATimeOverAllNodesAndABrokenOneIsShownAsBroken() throws Exception {
        String id = Ids.next().toString();
        try (Connection other = asOwner()) {
            other.setAutoCommit(false);
            try (Statement lock = other.createStatement()) {
                lock.execute("select pg_advisory_xact_lock(" + 0x69736e616463686bL + ")");
                try (Connection progress = asOwner(); Statement row = progress.createStatement()) {
                    row.execute(
                            "insert into log_check_run (id, asked_by, started_at, leaves, leaves_total, events_total) "
                                    + "values ('" + id
                                    + "', '00000000-0000-0000-0000-000000000001', now(), 2500, 10000, 10000)");
                }
                Document page = page("/audit/checks?lang=en");
                assertThat(page.select("#run").attr("hx-trigger")).isEqualTo("every 1s");
                assertThat(page.select("#run progress").first().attr("value")).isEqualTo("2500");
                assertThat(page.select("#run progress").first().attr("max")).isEqualTo("10000");
                assertThat(page.select("#run dd").first().text()).isEqualTo("2,500 of 10,000");
                assertThat(page.select("#run h1, #run h2, #run h3")).isEmpty();
                assertThat(page.select("#refresh").attr("href")).isEqualTo("/audit/checks");

                assertThat(Login.bearer("lina").post("/api/v1/log/checks").statusCode()).isEqualTo(409);
                Login.session("lina").form("/audit/checks").post("/audit/checks").then().statusCode(303);
                assertThat(Login.bearer("lina").get("/api/v1/log/checks/" + id).jsonPath().getString("state"))
                        .isEqualTo("RUNNING");
                assertThat(Login.bearer("lina").get("/api/v1/log/checks/" + id).jsonPath().getString("stoppedBy"))
                        .isNull();

                Login.session("lina").form("/audit/checks").post("/audit/checks/" + id + "/stop").then()
                        .statusCode(303);
                assertThat(page("/audit/checks?lang=en").select("#run .strong").text()).isEqualTo("Stopping");
                assertThat(page("/audit/checks?lang=en").select("#run .small.muted").last().text())
                        .contains("stopped by Lina Sabbagh");
                try (Connection progress = asOwner();
                        Statement row = progress.createStatement();
                        var stop = row.executeQuery("select stop from log_check_run where id = '" + id + "'")) {
                    stop.next();
                    assertThat(stop.getBoolean(1)).isTrue();
                }
            }
            other.rollback();
            Document broken = page("/audit/checks?lang=en");
            assertThat(broken.select("#run h2").text()).isEqualTo("Broken off");
            assertThat(broken.select("#run").attr("hx-trigger")).isEmpty();
            assertThat(broken.select("#run .kv").text()).contains("stopped by Lina Sabbagh");
            assertThat(broken.select("#list > li").first().text()).contains("stopped by Lina Sabbagh");
            assertThat(page("/audit/checks?lang=ar").select("#run .kv").text()).contains("أوقفها Lina Sabbagh");
            assertThat(Login.bearer("lina").get("/api/v1/log/checks/" + id).jsonPath().getString("stoppedBy"))
                    .isNotBlank();
        } finally {
            try (Connection connection = asOwner(); Statement clean = connection.createStatement()) {
                clean.execute("delete from log_check_run where id = '" + id + "'");
            }
        }
    }

    private Document whenDone() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            Document page = page("/audit/checks?lang=en");
            if (page.select("#run").attr("hx-trigger").isEmpty()) {
                return page;
            }
            Thread.sleep(Duration.ofMillis(100).toMillis());
        }
        throw new AssertionError("The comparison did not end within half a minute");
    }

    /** As somebody does who owns the tables. */
    private static void behind(Statement statement, String sql) throws SQLException {
        statement.execute("alter table verdict disable trigger user");
        statement.execute(sql);
        statement.execute("alter table verdict enable trigger user");
        for (String trigger : new String[]{"audit_guard", "audit_guard_truncate"}) {
            statement.execute("alter table verdict enable always trigger " + trigger);
        }
    }

    private Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }

    private static Document page(String address) {
        Response answer = Login.as("lina").get(address);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }
}
