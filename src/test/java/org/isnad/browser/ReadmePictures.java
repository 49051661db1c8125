package org.isnad.browser;

import java.nio.file.Path;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.isnad.testsupport.Browsers;

/**
 * Takes the README's pictures of a running {@code ./mvnw quarkus:dev} with the sample newsroom. No part of the test run:
 * {@code ./mvnw test-compile failsafe:integration-test -Dit.test=ReadmePictures -Dquarkus.http.test-port=8080}
 */
class ReadmePictures {
    private static final Path FOLDER = Path.of("docs/img");

    @Test
    void claim() {
        try (var context = Browsers.context("en", "light", 1440, 860)) {
            var page = context.newPage();
            Browsers.signIn(page, "salma", "/queue");
            page.locator("main a[href^='/claims/']").first().click();
            page.waitForURL("**/claims/**");
            picture(page, "claim.png");
        }
    }

    @Test
    void queueInArabic() {
        try (var context = Browsers.context("ar", "light", 1440, 860)) {
            var page = context.newPage();
            Browsers.signIn(page, "salma", "/queue");
            picture(page, "queue-ar.png");
        }
    }

    private static void picture(Page page, String name) {
        page.evaluate("document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)));
    }
}
