package org.isnad.article.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleVersionId;
import org.isnad.article.Articles;
import org.isnad.testsupport.Browsers;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Newsroom;

/** Whoever switches the language while writing goes on writing. */
@IsnadTest
class LanguageSwitchBrowserIT {
    private static final String TEXT = "The harbour bridge was closed on Tuesday, the council said.";

    @Inject
    Newsroom newsroom;
    @Inject
    Articles articles;

    @Test
    void whatIsTypedIntoTheFormOfAnArticleStays() {
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = context.newPage();
            Browsers.signIn(page, "salma", "/articles/new");
            page.locator("#text").fill(TEXT);
            page.locator("#url").fill("https://sada.example/bridge");
            switchLanguage(page, "ar");
            assertThat(page.locator("#text")).hasValue(TEXT);
            assertThat(page.locator("#url")).hasValue("https://sada.example/bridge");
            switchLanguage(page, "en");
            assertThat(page.locator("#text")).hasValue(TEXT);
            page.reload();
            assertThat(page.locator("#text")).hasValue("");
        }
    }

    @Test
    void chosenFilesAreAskedAbout() {
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = context.newPage();
            Browsers.signIn(page, "salma", "/articles/new");
            List<String> asked = new ArrayList<>();
            page.onDialog(dialog -> {
                asked.add(dialog.message());
                dialog.dismiss();
            });
            page.locator("#files").setInputFiles(new FilePayload("a.txt", "text/plain", TEXT.getBytes()));
            page.locator("form[data-language] button").click();
            Assertions.assertThat(asked).hasSize(1);
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            Assertions.assertThat(page.locator("#files").evaluate("field => field.files.length")).isEqualTo(1);
        }
    }

    @Test
    void thePreviewAndWhatCouldNotBeSavedAreShownAgain() {
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = context.newPage();
            Browsers.signIn(page, "salma", "/articles/new");
            page.locator("#text").fill(TEXT + " " + UUID.randomUUID());
            page.locator("form[data-wait] .btn-primary").click();
            page.locator("#title-0").fill("The bridge is closed");
            switchLanguage(page, "ar");
            assertThat(page.locator("#title-0")).hasValue("The bridge is closed");
            assertThat(page.locator("#text-0")).hasValue(Pattern.compile("^The harbour bridge.*"));

            page.locator("#title-0").fill("");
            page.locator("#byline-0").fill("سلمى");
            page.locator("#documents > .row-flex .btn-primary").click();
            assertThat(page.locator("#e-title-0")).isVisible();
            switchLanguage(page, "en");
            assertThat(page.locator("#byline-0")).hasValue("سلمى");
            // The person's own choice since then.
            page.navigate("/articles");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void aRefusedFormLeadsBackToItsPageWithWhatItHolds() {
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = context.newPage();
            Browsers.signIn(page, "salma", "/articles/new");
            page.locator("#url").fill("http://10.0.0.1/");
            page.locator("form[data-wait] .btn-primary").click();
            assertThat(page.locator("#e-url")).isVisible();
            page.locator("#url").fill("http://10.0.0.2/");
            switchLanguage(page, "ar");
            assertThat(page.locator("#url")).hasValue("http://10.0.0.2/");
        }
    }

    @Test
    void markedWordsAndTheirWordingStay() {
        ArticleVersionId version = newsroom.article(newsroom.reviewer());
        String article = QuarkusTransaction.requiringNew()
                .call(() -> articles.version(version).orElseThrow().articleId().toString());
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = context.newPage();
            Browsers.signIn(page, "salma", "/articles/" + article + "/claims/new");
            page.locator("[data-reader]").focus();
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("Shift+ArrowLeft");
            page.keyboard().press("Enter");
            String words = page.locator("#chosen").innerText();
            page.locator("#mark-form [name=text]").fill("دخلت القافلة");
            switchLanguage(page, "ar");
            assertThat(page.locator("#chosen")).hasText(words);
            assertThat(page.locator("#mark-form [name=text]")).hasValue("دخلت القافلة");
            Assertions.assertThat(page.locator("#mark-form [name=exact]").inputValue()).isEqualTo(words);

            // Refused for its wording: the page that answers has no address of its own.
            page.locator("#mark-form [name=text]").fill(" ");
            page.locator("#mark-form .btn-primary").click();
            assertThat(page.locator(".field-error")).isVisible();
            page.locator("#mark-form [name=text]").fill("دخلت القافلة مساءً");
            switchLanguage(page, "en");
            assertThat(page.locator("#chosen")).hasText(words);
            assertThat(page.locator("#mark-form [name=text]")).hasValue("دخلت القافلة مساءً");
        }
    }

    private static void switchLanguage(Page page, String to) {
        page.locator(".topside button[lang='" + to + "']").click();
        assertThat(page.locator("html")).hasAttribute("lang", to);
        page.waitForLoadState();
    }
}
