package org.isnad.article.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import org.isnad.testsupport.Browsers;
import org.isnad.testsupport.IsnadTest;

/** What takes long says so, and is not done twice. */
@IsnadTest
class WaitingBrowserIT {

    @Test
    void aSlowAnswerIsWaitedForOnce() {
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = context.newPage();
            Browsers.signIn(page, "salma", "/articles/new");
            List<Route> held = new CopyOnWriteArrayList<>();
            page.route("**/articles/new", route -> {
                if (route.request().method().equals("POST")) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
            page.locator("#text").fill("The bridge was closed on Tuesday, the council said.");
            // The page itself takes notes: while it waits for the next one, nobody outside is told what it shows.
            page.evaluate("""
                    () => {
                      const form = document.querySelector("form[data-wait]");
                      const button = form.querySelector("button.btn-primary");
                      new MutationObserver(() => {
                        const line = form.querySelector(".is-waiting");
                        if (line) sessionStorage.setItem("shown", line.textContent);
                      }).observe(form, { childList: true, subtree: true, characterData: true });
                      button.click();
                      setTimeout(() => button.click(), 1000);
                    }""");
            page.waitForTimeout(3000);
            Assertions.assertThat(held).as("sent once").hasSize(1);
            held.get(0).resume();
            assertThat(page.locator("form[action='/articles'] button.btn-primary")).isVisible();
            Assertions.assertThat(String.valueOf(page.evaluate("() => sessionStorage.getItem('shown')")))
                    .contains("Working on it").contains("sec");
        }
    }
}
