package org.isnad.api;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.isnad.testsupport.Browsers;
import org.isnad.testsupport.IsnadTest;

/** Whoever writes a client can look around in a browser, under the policy that the pages' headers set. */
@IsnadTest
class SwaggerUiIT {

    @Test
    void showsEveryOperationWithoutBreakingThePolicy() {
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = context.newPage();
            List<String> broken = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    broken.add(message.text());
                }
            });
            page.navigate("/q/swagger-ui/");
            assertThat(page.locator("h2.title, h1.title").first()).containsText("Isnad");
            assertThat(page.locator("#operations-Verdicts-approveVerdict")).isVisible();
            assertThat(page.locator("button.authorize").first()).isVisible();
            assertThat(broken).isEmpty();
        }
    }
}
