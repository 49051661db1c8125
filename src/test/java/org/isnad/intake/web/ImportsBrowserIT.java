package org.isnad.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

import org.isnad.testsupport.Browsers;
import org.isnad.testsupport.ForeignSite;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Words;

/** An import in a real browser: its figures move by themselves, and it can be cancelled, taken up again, and tried again. */
@IsnadTest
class ImportsBrowserIT {
    /** So many that they are not through before somebody can cancel them. */
    private static final int ROWS = 1500;

    @Inject
    DataSource database;

    @Test
    void theFiguresMoveAndTheImportObeys() {
        String path = "/later/" + UUID.randomUUID();
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = context.newPage();
            begin(page, path, ROWS);
            String address = page.url();
            page.evaluate("window.loadedOnce = true");

            // One after the other, without anybody asking for the page again.
            assertThat(page.locator("#rows .chip-ok").first()).isVisible();
            String figures = page.locator("#run progress").getAttribute("value");
            assertThat(page.locator("#run progress")).not().hasAttribute("value", figures);
            org.assertj.core.api.Assertions.assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);

            page.locator("#cancel").click();
            assertThat(page.locator("#resume")).isVisible();
            assertThat(page.locator("#run")).containsText("left out");
            page.locator("#resume").click();
            assertThat(page.locator("#refresh")).isVisible();
            page.evaluate("window.loadedOnce = true");

            // The end shows by itself too, with what failed on the way.
            assertThat(page.locator("#retry")).isVisible();
            assertThat(page.locator("#refresh")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(120_000));
            org.assertj.core.api.Assertions.assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
            org.assertj.core.api.Assertions.assertThat(page.url()).isEqualTo(address);
            ForeignSite.page(path, "text/html; charset=utf-8", html());
            page.locator("#retry").click();
            assertThat(page.locator("#retry")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
            assertThat(page.locator("#rows .a-row").first().locator(".chip")).hasText("New",
                    new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        }
    }

    @Test
    void withoutJavaScriptALinkLooksAgain() throws SQLException {
        try (BrowserContext known = Browsers.context("en", "light");
                BrowserContext context = known.browser().newContext(new Browser.NewContextOptions().setLocale("en")
                        .setJavaScriptEnabled(false).setBaseURL(Browsers.application()))) {
            context.setDefaultTimeout(60_000);
            Page page = context.newPage();
            Browsers.signIn(page, "salma", "/imports/new");
            upload(page, "https://wadi.example/" + UUID.randomUUID(), 1);
            String address = page.url();
            // Nobody may work on the rows as long as this looks.
            change("update intake_item set state = 'RUNNING', lease_until = now() + interval '1 day' where job_id = '"
                    + address.replaceFirst(".*/", "") + "'");
            change("update intake_job set state = 'RUNNING' where id = '" + address.replaceFirst(".*/", "") + "'");
            page.reload();
            assertThat(page.locator("#run progress")).hasAttribute("value", "0");

            change("update intake_item set state = 'CANCELLED', lease_until = null where job_id = '"
                    + address.replaceFirst(".*/", "") + "'");
            page.locator("#refresh").click();

            assertThat(page).hasURL(address);
            assertThat(page.locator("#run")).containsText("2 left out");
        }
    }

    private static void begin(Page page, String failing, int rows) {
        Browsers.signIn(page, "salma", "/imports/new");
        upload(page, ForeignSite.address(failing), rows);
        page.locator("#run form[action$='/start'] button").click();
        assertThat(page.locator("#run progress")).isVisible();
    }

    /** A table whose first row names an address, and each other has its own text. */
    private static void upload(Page page, String address, int rows) {
        StringBuilder table = new StringBuilder("title,url,text\n").append("Elsewhere,").append(address).append(",\n");
        for (int i = 0; i < rows; i++) {
            table.append("Title ").append(i).append(",,").append(Words.some(20)).append('\n');
        }
        page.locator("#file").setInputFiles(
                new FilePayload("rows.csv", "text/csv", table.toString().getBytes(StandardCharsets.UTF_8)));
        page.locator("form[action='/imports/new'] button[type=submit]").click();
        page.waitForURL("**/intake/*");
    }

    private static byte[] html() {
        return ("<!doctype html><html lang=\"ar\"><body><article><h1>" + Words.some(4) + "</h1><p>" + Words.some(40)
                + "</p></article></body></html>").getBytes(StandardCharsets.UTF_8);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
