package org.isnad.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.isnad.testsupport.Browsers;
import org.isnad.testsupport.IsnadTest;

/**
 * The desk's whole main job on real articles: from the intake to a published verdict and its history, each act by the person whose
 * job it is, over every document of {@code ../shared/seeds} (or {@code -Disnad.seeds}), in Arabic and in English in turn.
 */
@IsnadTest
class JourneyIT {
    private static final Path SEEDS = Path.of(System.getProperty("isnad.seeds", "../shared/seeds"));
    private static final String RETURNED = "شاهد واحد لا يكفي؛ أضف مصدرًا ثانيًا [2].";
    private static final String RATIONALE = "تذكر النشرة خلاف ذلك [1]، ويؤيدها شاهدان [2].";
    private static final String PUBLISHED = "اكتملت الأدلة من مصدرين مستقلين.";
    private final Map<String, BrowserContext> people = new HashMap<>();
    /** Tells this journey's claims from those of another test that took in the same document. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    static Stream<Arguments> documents() throws IOException {
        try (Stream<Path> files = Files.list(SEEDS)) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
            assertThat(documents).as("documents in " + SEEDS.toAbsolutePath()).hasSizeGreaterThanOrEqualTo(5);
            List<Arguments> all = new ArrayList<>();
            for (int i = 0; i < documents.size(); i++) {
                all.add(Arguments.of(documents.get(i), i % 2 == 0 ? "ar" : "en", i % 3 == 0));
            }
            return all.stream();
        }
    }

    @AfterEach
    void everybodyLeaves() {
        people.values().forEach(BrowserContext::close);
    }

    @ParameterizedTest(name = "{0} in {1}, pasted: {2}")
    @MethodSource("documents")
    void anArticleBecomesAPublishedVerdictWithItsHistory(Path document, String language, boolean pasted) {
        String article = takeIn(document, pasted, signedIn("salma", language, "/articles/new"));
        markBySentences(article, "ادعاء عن نقل المسلحين، أول " + mark, page("salma"));
        markByHand(article, "ادعاء عن نقل المسلحين، ثان " + mark, page("salma"));

        String claim = triage(article, signedIn("huda", language, "/triage?article=" + article));
        gatherAndSubmit(claim, page("salma"));
        giveBack(claim, page("huda"));
        correctAndSubmit(claim, page("salma"));
        approve(claim, 2, signedIn("nabil", language, "/approvals"));
        String slug = publish(claim, page("huda"));

        readAsThePublic(slug, language);
        auditEveryStep(claim, signedIn("lina", language, "/claims/" + claim + "/history"), language);
    }

    private String takeIn(Path document, boolean pasted, Page page) {
        if (pasted) {
            page.locator("main textarea[name=text]").fill(read(document));
        } else {
            page.locator("#files").setInputFiles(document);
        }
        page.locator("main form button[type=submit]").first().click();
        assertThat(page.locator("input[name=title]")).not().hasValue("");
        assertThat(page.locator("textarea[name=text]")).not().hasValue("");
        page.locator("form[action='/articles'] button.btn-primary[type=submit]").click();
        page.waitForURL(address -> address.matches(".*/articles/[0-9a-f-]{36}.*"));
        return page.url().replaceFirst(".*/articles/([0-9a-f-]{36}).*", "$1");
    }

    /** As without JavaScript: by choosing a sentence. */
    private void markBySentences(String article, String wording, Page page) {
        page.navigate("/articles/" + article + "/claims/new");
        page.locator("#sentences summary").click();
        page.locator("#sentences input[name=first]").nth(1).check();
        page.locator("#sentences button[type=submit]").click();
        propose(wording, page);
    }

    /** As most people do: by selecting words of the article and pinning them. */
    private void markByHand(String article, String wording, Page page) {
        page.navigate("/articles/" + article + "/claims/new");
        page.locator("[data-marks] p").last().click(new Locator.ClickOptions().setClickCount(3));
        page.locator("#mark-bar [data-pin]").click();
        propose(wording, page);
    }

    private void propose(String wording, Page page) {
        assertThat(page.locator("#chosen")).not().isEmpty();
        page.locator("#w-text").fill(wording);
        page.locator("#w-claimant").fill("مصادر محلية");
        page.locator("#mark-form button[type=submit]").click();
        assertThat(page.locator(".notice-ok")).isVisible();
    }

    /** Accepts both claims and gives the first to Salma; returns its id. */
    private String triage(String article, Page page) {
        Locator mine = page.locator("li.sug", new Page.LocatorOptions().setHasText(mark));
        assertThat(mine).hasCount(2);
        String claim = mine.first().getAttribute("id").substring("claim-".length());
        page.locator("#claim-" + claim + " button[value=ACCEPT]").click();
        assertThat(page.locator("#claim-" + claim + " button[value=ACCEPT]")).hasCount(0);
        mine.locator("button[value=ACCEPT]").first().click();
        assertThat(mine.locator("button[value=ACCEPT]")).hasCount(0);

        // On the page of its own: the panel beside the list offers the least busy only, and other tests made many people.
        page.navigate("/claims/" + claim + "/assign?next=/triage%3Farticle=" + article);
        page.locator("#a-who").selectOption(new SelectOption().setLabel("Salma Haddad"));
        page.locator("#a-due").fill("2099-01-01T12:00");
        page.locator("#assign-form button[type=submit]").click();
        assertThat(page.locator("#claim-" + claim + " .chip-ok")).containsText("Salma");
        return claim;
    }

    private void gatherAndSubmit(String claim, Page page) {
        open("/queue", "/claims/" + claim, page);
        page.waitForURL("**/claims/" + claim + "**");
        addEvidence(1, "REFUTES", "https://wadi-crossing.example/bulletins/318", "نشرة حركة المعبر رقم 318", page);
        addEvidence(2, "SUPPORTS", "https://relief-line.example/statement", "Relief Line: a statement (بيان)", page);
        page.locator("label.step", new Page.LocatorOptions().setHas(page.locator("input[value=mostly-false]"))).click();
        page.locator("#v-sum").fill("لم يحدث ذلك كما رُوي.");
        page.locator("#v-why").fill("تذكر النشرة خلاف ذلك [1].");
        submit(claim, page);
    }

    /** Follows a list's link to the claim; the work that other tests gave the same people may stand before it. */
    private static void open(String list, String path, Page page) {
        page.navigate(list);
        Locator mine = page.locator("a[href^='" + path + "']");
        while (mine.count() == 0) {
            Locator more = page.locator("#more a");
            String next = more.getAttribute("href");
            more.click();
            assertThat(page.locator("#more a[href='" + next + "']")).hasCount(0);
        }
        mine.first().click();
    }

    private void addEvidence(int number, String stance, String url, String title, Page page) {
        Locator form = page.locator("#add-evidence");
        form.locator("[name=url]").fill(url);
        form.locator("[name=title]").fill(title);
        form.locator("[name=quote]").fill("«عدد الشاحنات الداخلة: ١٢»");
        form.locator("label", new Locator.LocatorOptions().setHas(page.locator("input[value=" + stance + "]"))).click();
        form.locator("label", new Locator.LocatorOptions().setHas(page.locator("input[value=PRIMARY]"))).click();
        form.locator("button[type=submit]").click();
        assertThat(page.locator("#e" + number)).containsText(title);
        assertThat(form.locator("[name=url]")).hasValue("");
    }

    private void submit(String claim, Page page) {
        page.locator("#dock button[formaction$='/submit']").click();
        assertThat(page.locator("#dock")).hasCount(0);
        assertThat(page.locator(".subbar .state-submitted")).isVisible();
    }

    private void giveBack(String claim, Page page) {
        open("/approvals", "/approvals/" + claim, page);
        page.locator("#return-reason").fill(RETURNED);
        page.locator("#return-form button[type=submit]").click();
        assertThat(page.locator("#return-form")).hasCount(0);
    }

    private void correctAndSubmit(String claim, Page page) {
        page.navigate("/claims/" + claim);
        assertThat(page.locator("#came-back")).containsText(RETURNED);
        page.locator("#v-why").fill(RATIONALE);
        submit(claim, page);
    }

    private void approve(String claim, int revision, Page page) {
        page.navigate("/approvals/" + claim);
        assertThat(page.locator("ins").first()).isVisible();
        assertThat(page.locator("#approve-form input[name=revision]")).hasValue(Integer.toString(revision));
        for (Locator check : page.locator("#approve-form input[name=check]").all()) {
            check.check();
        }
        page.locator("#approve-form button[type=submit]").click();
        assertThat(page.locator("#approve-form")).hasCount(0);
    }

    private String publish(String claim, Page page) {
        page.navigate("/approvals/" + claim);
        Locator form = page.locator("form[action$='/publish']");
        form.locator("[name=reason]").fill(PUBLISHED);
        form.locator("button[type=submit]").click();
        Locator link = page.locator("main a[href^='/facts/']").first();
        assertThat(link).isVisible();
        return link.getAttribute("href").substring("/facts/".length());
    }

    private void readAsThePublic(String slug, String language) {
        try (BrowserContext reader = Browsers.context(language, "light")) {
            Page page = reader.newPage();
            page.navigate("/facts/" + slug);
            assertThat(page.locator("html")).hasAttribute("dir", language.equals("ar") ? "rtl" : "ltr");
            assertThat(page.locator("main")).containsText("ادعاء عن نقل المسلحين");
            assertThat(page.locator("main")).containsText(mark);
            assertThat(page.locator("main")).containsText("لم يحدث ذلك كما رُوي.");
            assertThat(page.locator("main")).containsText(language.equals("ar") ? "كاذب في معظمه" : "Mostly false");
            assertThat(page.locator("main")).containsText("نشرة حركة المعبر رقم 318");
        }
    }

    private void auditEveryStep(String claim, Page page, String language) {
        Locator events = page.locator("#events");
        for (String who : List.of("Salma Haddad", "Huda Mansour", "Nabil Farah")) {
            assertThat(events).containsText(who);
        }
        for (String why : List.of(RETURNED, PUBLISHED)) {
            assertThat(events).containsText(why);
        }
        List<String> steps = language.equals("ar")
                ? List.of("نشر", "اعتماد", "إعادة", "إرسال", "إسناد الادعاء", "قبول الادعاء", "اقتراح الادعاء")
                : List.of("published", "approved", "returned", "submitted", "assigned", "accepted", "proposed");
        for (String step : steps) {
            assertThat(events).containsText(step);
        }
        assertThat(events.locator("time").first()).hasAttribute("title", java.util.regex.Pattern.compile(".*UTC.*"));
        assertThat(events.locator("ins").first()).isVisible();
    }

    private Page signedIn(String user, String language, String path) {
        BrowserContext context = Browsers.context(language, "light");
        people.put(user, context);
        Page page = context.newPage();
        Browsers.signIn(page, user, path);
        return page;
    }

    private Page page(String user) {
        return people.get(user).pages().get(0);
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
