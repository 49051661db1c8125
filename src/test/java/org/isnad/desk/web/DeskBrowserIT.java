package org.isnad.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleVersionId;
import org.isnad.article.Articles;
import org.isnad.identity.Actor;
import org.isnad.testsupport.Browsers;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;

/** The way around the desk: on a phone, by keyboard, from the public pages, on the first page of all. */
@IsnadTest
class DeskBrowserIT {
    @Inject
    Newsroom newsroom;
    @Inject
    Articles articles;

    @Test
    void onAPhoneAChosenArticleComesFirstAndTheBarShowsAllItsEntries() {
        String article = article();
        for (String language : List.of("en", "ar")) {
            try (BrowserContext context = Browsers.context(language, "dark", 400, 800)) {
                Page page = context.newPage();
                Browsers.signIn(page, "huda", "/triage?article=" + article);
                assertThat(page.locator("#t-list")).isHidden();
                Assertions.assertThat(page.locator(".t-article h1").boundingBox().y).isLessThan(300);
                for (Locator entry : page.locator(".topnav a").all()) {
                    Assertions.assertThat(entry.boundingBox().x).isGreaterThanOrEqualTo(0);
                    Assertions.assertThat(entry.boundingBox().x + entry.boundingBox().width).isLessThanOrEqualTo(400);
                }
                Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isEqualTo(true);
                page.locator("[id^='suggestion-'] button[value='DISMISS']").first().click();
                assertThat(page.locator(".t-mid [role=status]").first()).isVisible();
                assertThat(page.locator("#t-list")).isHidden();
                page.locator(".t-back a").click();
                assertThat(page.locator("#t-list")).isVisible();
            }
        }
    }

    @Test
    void keysAreShownWhereTheyAnswerAndTheSuggestionsAreTwoStepsAway() {
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = context.newPage();
            Browsers.signIn(page, "huda", "/triage?article=" + article());
            assertThat(page.locator(".sug kbd:visible")).hasCount(0);
            page.locator("a.skip[href='#h-suggestions']").focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            Locator row = page.locator("[id^='suggestion-']").first();
            assertThat(row).hasClass(Pattern.compile("is-cursor"));
            assertThat(row.locator("kbd").first()).isVisible();
            assertThat(page.locator(".sug:not(.is-cursor) kbd:visible")).hasCount(0);
            String id = row.getAttribute("id");
            page.keyboard().press("d");
            assertThat(page.locator("#" + id)).hasCount(0);
        }
    }

    @Test
    void theFirstPageHasTheTimesOfTheBrowsersZone() {
        article();
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = context.newPage();
            // Before anything is known of the browser, and without the switch of a language.
            page.navigate("/triage");
            page.locator("#username").fill("huda");
            page.locator("#password").fill(Login.PASSWORD);
            page.locator("#kc-login").click();
            Locator time = page.locator(".t-article time.num[title$=UTC]").last();
            assertThat(time).isVisible();
            assertThat(page.locator("html")).hasAttribute("data-zone", "Asia/Beirut");
            String shown = time.innerText();
            page.reload();
            assertThat(page.locator(".t-article time.num[title$=UTC]").last()).hasText(shown);
            Assertions.assertThat(shown).doesNotContain("UTC");
        }
    }

    @Test
    void theWayBackFromThePublicPages() {
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = context.newPage();
            page.navigate("/facts");
            assertThat(page.locator(".pub-top a[href='/']")).hasCount(0);
            Browsers.signIn(page, "adam", "/");
            Assertions.assertThat(page.url()).endsWith("/sources");
            page.navigate("/facts");
            page.locator(".pub-top a[href='/']").click();
            page.waitForURL("**/sources");
            assertThat(page.locator(".topnav a[href='/erasures']")).isVisible();
        }
    }

    private String article() {
        Actor editor = newsroom.editor();
        ArticleVersionId version = newsroom.article(
                """
                        The ministry says that 41,200 pupils were enrolled in 2024 and 52,900 in 2026, a rise of 28 percent.

                        “The district has 96 schools, of which 14 were damaged in the floods of 2023,” said Rashid Awad, the minister.

                        The governor said that 3,000 families had returned to the valley since January.
                        """
                        + UUID.randomUUID(),
                "Enrolment in the district", editor);
        return QuarkusTransaction.requiringNew()
                .call(() -> articles.version(version).orElseThrow().articleId().toString());
    }
}
