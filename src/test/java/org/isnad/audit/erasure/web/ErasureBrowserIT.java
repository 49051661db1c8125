package org.isnad.audit.erasure.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.Set;

import jakarta.inject.Inject;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.isnad.audit.erasure.Erasing;
import org.isnad.audit.erasure.ErasurePart;
import org.isnad.audit.erasure.ErasureRequest;
import org.isnad.audit.erasure.ErasureTarget;
import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.testsupport.Browsers;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;

/** An auditor's decision in a real browser: one tick taken away, what repeats it accepted, and then for good. */
@IsnadTest
class ErasureBrowserIT {
    private static final @Nullable String PICTURES = System.getProperty("isnad.pictures");

    @Inject
    Newsroom newsroom;
    @Inject
    Erasing erasing;

    @Test
    void whatStaysBehindHasToBeAccepted() {
        Actor reviewer = newsroom.reviewer();
        ClaimId claim = newsroom.submitted(reviewer);
        Actor admin = newsroom.admin();
        String request = "/erasures/" + erasing.ask(new ErasureRequest(ErasureTarget.CLAIM, claim.value(),
                Set.of(ErasurePart.VERDICT), "the summary", "asked for by the person"), admin);
        Login.session("lina");
        try (BrowserContext context = Browsers.context("en", "light"); Page page = context.newPage()) {
            Browsers.signIn(page, "lina", request);
            Locator ticks = page.locator("input[name=value]:checked");
            int ticked = ticks.count();
            ticks.first().uncheck();
            button(page, "Look at what will go").click();
            assertThat(page.getByText("Erase " + (ticked - 1) + " values?")).isVisible();
            assertThat(page.getByText("One value that stays repeats a text that goes.")).isVisible();
            picture(page, "erasure-review");
            button(page, "Erase " + (ticked - 1) + " values for good").click();
            assertThat(page.getByText("Tick the line above if the same text may stay")).isVisible();
            picture(page, "erasure-review-refused");
            button(page, "Back to the ticks").click();
            assertThat(page.locator("input[name=value]:checked")).hasCount(ticked - 1);
            button(page, "Look at what will go").click();
            page.getByLabel("I know that the same text stays in these places.").check();
            button(page, "Erase " + (ticked - 1) + " values for good").click();
            assertThat(page.getByText((ticked - 1) + " values were erased.")).isVisible();
            page.navigate("/claims/" + claim + "/history?lang=en");
            assertThat(page.getByText("erased values of step").first()).isVisible();
            picture(page, "erasure-history");
            page.navigate("/claims/" + claim + "/history?lang=ar");
            assertThat(page.locator(".erased").first()).hasText("مُحي");
            picture(page, "erasure-history-ar");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void picture(Page page, String name) {
        if (PICTURES != null) {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of(PICTURES, name + ".png")).setFullPage(true));
        }
    }
}
