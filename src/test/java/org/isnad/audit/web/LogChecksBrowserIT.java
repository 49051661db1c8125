package org.isnad.audit.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import org.isnad.audit.check.Comparison;
import org.isnad.audit.log.LogAtHand;
import org.isnad.claim.ClaimId;
import org.isnad.kernel.Ids;
import org.isnad.testsupport.Browsers;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;

/** Verify now, as an auditor sees it: progress without reloading, also of another node's work, and the result. */
@IsnadTest
class LogChecksBrowserIT {
    private final String run = Ids.next().toString();

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

    @Test
    void anAuditorWatchesAComparisonAndMakesOne() throws SQLException {
        ClaimId claim = newsroom.published(newsroom.reviewer(), newsroom.editor());
        log.bringUpToDate();
        comparisons.atRest();
        // Keycloak's first page of a run takes long; this asks for it without a browser's patience.
        Login.session("lina");
        try (BrowserContext context = Browsers.context("en", "light"); Connection other = asOwner()) {
            Page page = context.newPage();
            Browsers.signIn(page, "lina", "/history");
            page.locator("body").press("g");
            page.locator("body").press("l");
            assertThat(page.locator("h1")).hasText("Audit log");
            page.locator(".subnav a", new Page.LocatorOptions().setHasText("Checks")).click();
            anothersWork(page, other);
            assertThat(page.locator("#run h2")).hasText("Broken off");

            page.getByText("Verify now").click();
            assertThat(page.locator("#run h2")).hasText("State, history and log agree");
            assertThat(page.locator("#list > li").first()).containsText("agree");

            page.navigate("/claims/" + claim + "/history");
            assertThat(page.locator("#proof h2")).hasText("In the signed log; not checked here yet");
            page.locator("body").press("v");
            // Its own look is a step, which waits for the next checkpoint unless that came at once.
            assertThat(page.locator("#proof h2")).hasText(Pattern.compile("All \\d+ (signed )?steps verified"));
            assertThat(page.locator("#verify")).isFocused();
        } finally {
            try (Connection connection = asOwner(); Statement clean = connection.createStatement()) {
                clean.execute("delete from log_check_run where id = '" + run + "'");
            }
        }
    }

    /** What another node writes and holds while it compares; the page follows by itself. */
    private void anothersWork(Page page, Connection other) throws SQLException {
        other.setAutoCommit(false);
        try (Statement lock = other.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(" + 0x69736e616463686bL + ")");
            progress("insert into log_check_run (id, asked_by, started_at, leaves, leaves_total) values ('" + run
                    + "', '00000000-0000-0000-0000-000000000001', now(), 1000, 4000)");
            page.reload();
            assertThat(page.locator("#run dd").first()).containsText("1,000 of 4,000");
            progress("update log_check_run set leaves = 3000 where id = '" + run + "'");
            assertThat(page.locator("#run dd").first()).containsText("3,000 of 4,000");
            page.locator("#stop").click();
            assertThat(page.locator("#run .strong")).hasText("Stopping");
        }
        other.rollback();
    }

    private void progress(String sql) throws SQLException {
        try (Connection connection = asOwner(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }
}
