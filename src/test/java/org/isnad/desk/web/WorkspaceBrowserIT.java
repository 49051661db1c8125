package org.isnad.desk.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleVersionId;
import org.isnad.claim.ClaimId;
import org.isnad.evidence.Stance;
import org.isnad.identity.Actor;
import org.isnad.identity.Role;
import org.isnad.testsupport.Browsers;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;

/** What the workspace does in a real browser: marking words, saving by itself, and never losing any. */
@IsnadTest
class WorkspaceBrowserIT {
    private static final String TEXT = """
            قال 😀 المتحدث إن أربعين شاحنة عبرت المعبر يوم الخميس من دون عوائق.

            وبلغ سعر كيس الطحين 31 ألفًا، أي بزيادة 62٪ على سعره في آب.
            """;

    @Inject
    Newsroom newsroom;
    @Inject
    EntityManager database;
    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    private Actor salma;

    @BeforeEach
    void theNewsroomKnowsItsPeople() {
        Login.session("salma");
        String name = (String) database.createNativeQuery(
                "select coalesce(max(name), 'salma') from person where subject = '5eed0000-0000-4000-8000-000000000001'")
                .getSingleResult();
        salma = newsroom.actor(issuer, "5eed0000-0000-4000-8000-000000000001", name, Role.REVIEWER);
    }

    @Test
    void wordsAreMarkedWithTheMouseExactlyAsTheyAreSeen() {
        try (BrowserContext context = Browsers.context("ar", "light")) {
            Page page = marking(context);
            double[] from = edge(page, "أربعين", true);
            double[] to = edge(page, "الخميس", false);
            page.mouse().move(from[0], from[1]);
            page.mouse().down();
            page.mouse().move(to[0], to[1]);
            page.mouse().up();
            page.locator("[data-pin]").click();

            assertThat(page.locator("#chosen")).hasText("أربعين شاحنة عبرت المعبر يوم الخميس");
            assertThat(page.locator("#w-text")).hasValue("أربعين شاحنة عبرت المعبر يوم الخميس");
            page.locator("#mark-form button[type=submit]").click();
            assertThat(page.locator(".notice-ok")).isVisible();
            assertThat(highlighted(page, "claim-other")).containsExactly("أربعين شاحنة عبرت المعبر يوم الخميس");
            assertThat(page.locator("mark.m")).hasCount(0);
        }
    }

    @Test
    void wordsAreMarkedWithTheKeyboardAlone() {
        try (BrowserContext context = Browsers.context("en", "dark")) {
            Page page = marking(context);
            page.locator("[data-reader]").focus();
            for (int i = 0; i < 5; i++) {
                page.keyboard().press("ArrowLeft");
            }
            page.keyboard().press("Shift+ArrowLeft");
            page.keyboard().press("Shift+ArrowLeft");
            page.keyboard().press("Enter");
            String chosen = page.locator("#chosen").textContent();
            assertThat(chosen.split(" ")).hasSize(3);
            assertThat(TEXT).contains(chosen);
            assertThat(page.locator("#w-text")).isFocused();
            page.locator("#mark-form button[type=submit]").click();
            assertThat(page.locator(".notice-ok")).isVisible();
            assertThat(highlighted(page, "claim-other")).containsExactly(chosen);
        }
    }

    @Test
    void sentencesAreChosenFromAList() {
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = marking(context);
            page.locator("#sentences summary").click();
            page.locator("#sentences input[name=first][value='0']").check();
            page.locator("#sentences input[name=last][value='1']").check();
            page.locator("#sentences button[type=submit]").click();
            assertThat(page.locator("#chosen")).containsText("62٪");
            page.locator("#mark-form button[type=submit]").click();
            assertThat(page.locator(".notice-ok")).isVisible();
            assertThat(highlighted(page, "claim-other")).hasSize(2);
        }
    }

    @Test
    void aDraftSavesItselfAndTwoBrowsersLoseNothing() {
        ClaimId claim = newsroom.assigned(salma);
        try (BrowserContext one = Browsers.context("en", "light");
                BrowserContext two = Browsers.context("en", "light")) {
            Page first = work(one, claim);
            Page second = work(two, claim);
            first.locator("#v-why").fill("What the first browser wrote");
            assertThat(first.locator("[data-save-state][data-now=saved]")).isVisible();
            assertThat(first.locator("#verdict-form input[name=version]")).hasValue("1");
            first.locator("#v-sum").fill("And a summary");
            first.locator("#v-sum").blur();
            assertThat(first.locator("#verdict-form input[name=version]")).hasValue("2");

            second.locator("#v-why").fill("What the second browser wrote");
            assertThat(second.locator("[data-save-state][data-now=elsewhere]")).isVisible();
            second.locator("[data-compare]").click();
            assertThat(second.locator("#stored-why")).hasValue("What the first browser wrote");
            assertThat(second.locator("#v-why")).hasValue("What the second browser wrote");
            assertThat(second.locator(".diff-text ins").first()).isVisible();
            second.locator("#v-why").fill("What both browsers wrote");
            second.locator("#verdict-form button[type=submit]").click();
            assertThat(second.locator(".notice-ok")).isVisible();
            assertThat(second.locator("#v-why")).hasValue("What both browsers wrote");
            assertThat(second.locator("#kept")).isHidden();
        }
    }

    @Test
    void whatTheServerNeverGotIsOfferedAgain() {
        ClaimId claim = newsroom.assigned(salma);
        try (BrowserContext context = Browsers.context("ar", "dark")) {
            Page page = work(context, claim);
            context.setOffline(true);
            page.locator("#v-why").fill("كُتب بلا اتصال");
            page.locator("#v-why").blur();
            assertThat(page.locator("[data-save-state][data-now=kept]")).isVisible();
            page.close();
            context.setOffline(false);

            Page again = context.newPage();
            again.navigate("/claims/" + claim);
            assertThat(again.locator("#kept")).isVisible();
            assertThat(again.locator("#v-why")).hasValue("");
            again.locator("[data-restore]").click();
            assertThat(again.locator("#v-why")).hasValue("كُتب بلا اتصال");
            assertThat(again.locator("[data-save-state][data-now=saved]")).isVisible();
            again.reload();
            assertThat(again.locator("#v-why")).hasValue("كُتب بلا اتصال");
            assertThat(again.locator("#kept")).isHidden();
        }
    }

    @Test
    void evidenceIsAddedCorrectedMovedAndRemovedWithoutLosingTheDraft() {
        ClaimId claim = newsroom.assigned(salma);
        newsroom.evidence(claim, Stance.CONTEXT, salma);
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = work(context, claim);
            page.locator("#v-why").fill("See [2]");
            Locator form = page.locator("#add-evidence");
            form.locator("[name=url]").fill("https://wadi.example/new");
            form.locator("[name=title]").fill(" ");
            form.locator("label", new Locator.LocatorOptions().setHasText("Refutes")).click();
            form.locator("label", new Locator.LocatorOptions().setHasText("Primary")).click();
            form.locator("button[type=submit]").click();
            assertThat(page.locator("#add-evidence #e-title")).isVisible();
            assertThat(page.locator("#add-evidence [name=url]")).hasValue("https://wadi.example/new");
            page.locator("#add-evidence [name=title]").fill("A bulletin");
            page.locator("#add-evidence button[type=submit]").click();
            assertThat(page.locator("#evidence-list li")).hasCount(2);
            assertThat(page.locator("#add-evidence [name=url]")).hasValue("");
            assertThat(page.locator("#sections .n").first()).hasText("2");
            assertThat(page.locator("[data-check=cited]")).hasAttribute("data-met", "true");
            assertThat(page.locator("#v-why")).hasValue("See [2]");

            page.locator("#e2 details summary").click();
            page.locator("#e2").getByText("Move up").click();
            assertThat(page.locator("#evidence-list li").first()).hasId("e2");
            page.locator("#e1 details summary").click();
            page.locator("#e1").getByText("Remove").click();
            assertThat(page.locator("#evidence-list li")).hasCount(1);
            page.getByText("Put it back").click();
            assertThat(page.locator("#evidence-list li")).hasCount(2);
        }
    }

    @Test
    void aVerdictIsWrittenAndSubmittedByKeys() {
        ClaimId claim = newsroom.assigned(salma);
        newsroom.evidence(claim, Stance.REFUTES, salma);
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = work(context, claim);
            page.keyboard().press("2");
            assertThat(page.locator("input[name=rating]:checked")).hasValue("mostly-false");
            page.keyboard().press("e");
            assertThat(page.locator("#add-evidence [name=url]")).isFocused();
            page.keyboard().press("Tab");
            page.locator("h1").first().evaluate("() => document.activeElement.blur()");
            page.keyboard().press("r");
            assertThat(page.locator("#v-why")).isFocused();
            page.keyboard().type("It follows from [1].");
            page.keyboard().press("Control+Enter");
            page.waitForURL(Pattern.compile(".*submitted=1.*"));
            assertThat(page.locator(".notice-ok")).isVisible();
            assertThat(page.locator("#verdict .rating")).hasText("Mostly false");
        }
    }

    @Test
    void anExpiredSignInLosesNothing() {
        ClaimId claim = newsroom.assigned(salma);
        try (BrowserContext context = Browsers.context("en", "light")) {
            Page page = work(context, claim);
            context.clearCookies();
            page.locator("#v-why").fill("Written after the sign-in expired");
            page.locator("#v-why").blur();
            assertThat(page.locator("[data-save-state][data-now=signedOut]")).isVisible();
            assertThat(page.locator("[data-sign-in]")).isVisible();

            Page again = context.newPage();
            Browsers.signIn(again, "salma", "/claims/" + claim);
            again.locator("[data-restore]").click();
            assertThat(again.locator("[data-save-state][data-now=saved]")).isVisible();
            again.reload();
            assertThat(again.locator("#v-why")).hasValue("Written after the sign-in expired");
        }
    }

    @Test
    void aClaimIsMarkedAndItsVerdictWrittenWithoutJavaScript() {
        try (BrowserContext known = Browsers.context("ar", "light");
                BrowserContext context = known.browser().newContext(new Browser.NewContextOptions().setLocale("ar")
                        .setJavaScriptEnabled(false).setBaseURL(Browsers.application()))) {
            context.setDefaultTimeout(60_000);
            String article = article();
            Page page = context.newPage();
            Browsers.signIn(page, "salma", "/articles/" + article + "/claims/new");
            page.locator("#sentences summary").click();
            page.locator("#sentences input[name=first][value='1']").check();
            page.locator("#sentences button[type=submit]").click();
            assertThat(page.locator("#chosen")).containsText("62٪");
            page.locator("#mark-form button[type=submit]").click();
            assertThat(page.locator("mark.m")).containsText("62٪");

            ClaimId claim = newsroom.assigned(salma);
            page.navigate("/claims/" + claim);
            assertThat(page.locator("mark.m-now")).isVisible();
            page.locator("#v-why").fill("لا شيء يُفقد");
            page.locator("[data-save]").click();
            assertThat(page.locator(".notice-ok")).isVisible();
            assertThat(page.locator("#v-why")).hasValue("لا شيء يُفقد");
            assertThat(page.locator("[data-check=rationale]")).hasAttribute("data-met", "true");
            page.locator("[data-waiver=evidence] summary").press("Enter");
            page.locator("#waiver-evidence").fill("لا مصادر متاحة");
            page.locator("[data-waiver=rating] summary").press("Enter");
            page.locator("#waiver-rating").fill("لا تقييم يناسب");
            page.locator("#dock button[formaction$='/submit']").press("Enter");
            assertThat(page.locator(".subbar .state-submitted")).isVisible();
        }
    }

    private String article() {
        ArticleVersionId version = newsroom.article(TEXT + UUID.randomUUID(), "قافلة", salma);
        List<?> article = database
                .createNativeQuery("select article_id from article_version where id = ?1", Object.class)
                .setParameter(1, version.value()).getResultList();
        return article.get(0).toString();
    }

    private Page marking(BrowserContext context) {
        Page page = context.newPage();
        Browsers.signIn(page, "salma", "/articles/" + article() + "/claims/new");
        assertThat(page.locator("[data-marking]")).isVisible();
        return page;
    }

    private static Page work(BrowserContext context, ClaimId claim) {
        Page page = context.newPage();
        Browsers.signIn(page, "salma", "/claims/" + claim);
        assertThat(page.locator("#verdict-form")).isVisible();
        return page;
    }

    /** Where a word begins or ends on the screen; Arabic runs to the left. */
    private static double[] edge(Page page, String word, boolean start) {
        List<?> box = (List<?>) page.evaluate(
                """
                        word => { for (const p of document.querySelectorAll("p[data-start]")) {
                          const at = p.textContent.indexOf(word); if (at < 0) continue;
                          const range = document.createRange(); range.setStart(p.firstChild, at); range.setEnd(p.firstChild, at + word.length);
                          const r = range.getBoundingClientRect(); return [r.left, r.right, r.top + r.height / 2]; } }
                        """,
                word);
        double x = ((Number) box.get(start ? 1 : 0)).doubleValue();
        return new double[]{start ? x - 0.5 : x + 0.5, ((Number) box.get(2)).doubleValue()};
    }

    private static List<String> highlighted(Page page, String name) {
        page.waitForFunction("name => CSS.highlights.has(name)", name);
        return ((List<?>) page.evaluate("name => [...CSS.highlights.get(name)].map(range => range.toString())", name))
                .stream().map(String::valueOf).toList();
    }
}
