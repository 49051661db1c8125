package org.isnad.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.isnad.article.ArticleVersionId;
import org.isnad.article.Articles;
import org.isnad.audit.check.Comparison;
import org.isnad.audit.erasure.Erasing;
import org.isnad.audit.erasure.ErasurePart;
import org.isnad.audit.erasure.ErasureRequest;
import org.isnad.audit.erasure.ErasureTarget;
import org.isnad.audit.erasure.Erasures;
import org.isnad.audit.log.LogAtHand;
import org.isnad.claim.ClaimId;
import org.isnad.identity.Actor;
import org.isnad.identity.People;
import org.isnad.identity.Role;
import org.isnad.kernel.Expected;
import org.isnad.origin.OriginKind;
import org.isnad.publication.Publications;
import org.isnad.publication.Publishing;
import org.isnad.testsupport.Browsers;
import org.isnad.testsupport.Imports;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Newsroom;
import org.isnad.testsupport.Outlets;
import org.isnad.verdict.VerdictReview;

/**
 * axe-core finds nothing on any page, in both languages, both colour schemes, on a laptop and on a phone. With
 * {@code -Disnad.pictures=DIR} it also leaves a picture of each.
 */
@IsnadTest
class AxeIT {
    private static final @Nullable String PICTURES = System.getProperty("isnad.pictures");
    private static final String RUN = """
            () => axe.run({resultTypes: ["violations"]}).then(found => found.violations.flatMap(rule =>
                rule.nodes.map(node => rule.id + " at " + node.target.join(" ") + ": " + node.failureSummary)))
            """;
    /** One of each size and scheme, in both languages; the phone only once, since layout is all that differs. */
    private static final List<Look> LOOKS = List.of(new Look(ColorScheme.LIGHT, 1440, 900),
            new Look(ColorScheme.DARK, 1440, 900), new Look(ColorScheme.LIGHT, 390, 844));

    @Inject
    Newsroom newsroom;
    @Inject
    Articles articles;
    @Inject
    People people;
    @Inject
    Publications publications;
    @Inject
    Publishing publishing;
    @Inject
    VerdictReview review;
    @Inject
    Erasing erasing;
    @Inject
    Erasures erasures;
    @Inject
    Imports imports;
    @Inject
    Outlets outlets;
    @Inject
    Clock clock;
    @Inject
    LogAtHand log;
    @Inject
    Comparison comparisons;

    private record Look(ColorScheme colours, int width, int height) {}

    @Test
    void noPageHasAViolation() {
        List<String> found = new ArrayList<>();
        try (BrowserContext salma = signedIn("salma", "/queue");
                BrowserContext huda = signedIn("huda", "/approvals");
                BrowserContext lina = signedIn("lina", "/history");
                BrowserContext adam = signedIn("adam", "/erasures");
                BrowserContext reader = Browsers.context("en", "light")) {
            Map<BrowserContext, Map<String, String>> pages = pages(salma, huda, lina, adam, reader);
            pages.forEach((context, paths) -> paths.forEach((name, path) -> look(context, name, path, found)));
        }
        assertThat(found).isEmpty();
    }

    private Map<BrowserContext, Map<String, String>> pages(BrowserContext salma, BrowserContext huda,
            BrowserContext lina, BrowserContext adam, BrowserContext reader) {
        Actor reviewer = actor("Salma", Role.REVIEWER);
        Actor editor = actor("Huda", Role.SENIOR_EDITOR);
        Actor other = newsroom.editor();
        ClaimId assigned = newsroom.assigned(reviewer);
        ClaimId returned = newsroom.submitted(reviewer);
        review.sendBack(returned, 1, "أرجو إيجاد نشرة السدرة نفسها [2].", other);
        ClaimId submitted = newsroom.submitted(reviewer);
        review.sendBack(submitted, 1, "صحّح الرقم.", other);
        newsroom.draft(submitted, "false", "تقول المنظمة غير ذلك [1]، وتؤيده النشرة [2].", reviewer);
        newsroom.submit(submitted, reviewer);
        ClaimId mine = newsroom.submitted(editor);
        ClaimId approved = newsroom.approved(reviewer, other);
        ClaimId published = newsroom.published(reviewer, other);
        ClaimId retracted = newsroom.published(reviewer, other);
        publishing.retract(retracted, Expected.any(), "تبيّن أن المصدر مزوّر", "سحبنا هذا الحكم لأن مصدره مزوّر.",
                other);
        ArticleVersionId version = newsroom.article(editor);
        newsroom.proposed(version, editor);
        newsroom.queued(editor);
        String looked = "/intake/" + imports.of(reviewer, "DRAFT");
        String running = "/intake/" + imports.of(reviewer, "RUNNING");
        String cancelled = "/intake/" + imports.of(reviewer, "CANCELLED");
        String ready = "/intake/" + imports.of(reviewer, "READY");
        String article = QuarkusTransaction.requiringNew()
                .call(() -> articles.version(version).orElseThrow().articleId().toString());

        Map<BrowserContext, Map<String, String>> pages = new LinkedHashMap<>();
        pages.put(salma, ordered("queue", "/queue", "queue-open", "/queue?list=open", "queue-none",
                "/queue?text=zzzz", "intake", "/articles/new", "import", "/imports/new",
                "imports", "/intake", "import-draft", looked, "import-running", running, "import-cancelled", cancelled,
                "import-ready", ready,
                "article", "/articles/" + article, "marking",
                "/articles/" + article + "/claims/new", "claim", "/claims/" + assigned, "claim-returned",
                "/claims/" + returned, "claim-submitted", "/claims/" + submitted, "release",
                "/claims/" + assigned + "/release", "missing", "/claims/" + article));
        Outlets.Made outlet = outlets.make(OriginKind.OUTLET, editor);
        String ours = OriginKind.OUTLET.address() + "/" + outlets.named(OriginKind.OUTLET, "صدى الساحل");
        pages.get(salma).putAll(ordered("authors", "/authors", "outlets-none", "/outlets?q=zzzz", "outlet", ours));
        pages.put(huda, ordered("outlets", "/outlets", "outlet-editor", ours, "outlet-same",
                "/outlets/" + outlet.id() + "?same=" + "%D8%B5%D8%AF%D9%89", "triage", "/triage?article=" + article,
                "approvals", "/approvals", "approval",
                "/approvals/" + submitted, "approval-four-eyes", "/approvals/" + mine, "approval-publish",
                "/approvals/" + approved, "approval-published", "/approvals/" + published, "history",
                "/claims/" + submitted + "/history"));
        UUID asked = erasure(ErasureTarget.CLAIM, submitted.value(), ErasurePart.VERDICT);
        UUID erased = erasure(ErasureTarget.PERSON, newsroom.reviewer().person().value(), ErasurePart.NAME);
        Actor auditor = newsroom.auditor();
        erasing.confirm(erased, Expected.any(), new Erasing.Confirmation(Set.of(0, 1),
                erasures.values(erasures.one(erased, auditor), auditor).fingerprint(), true), auditor);
        imports.feed(actor("Adam", Role.ADMIN));
        pages.put(adam,
                ordered("sources", "/sources", "erasures", "/erasures", "erasure-new", "/erasures/new?name=a",
                        "erasure-new-address",
                        "/erasures/new?address=nowhere", "erasure-ask", "/erasures/new?address=/claims/" + published,
                        "erasure-asked", "/erasures/" + asked, "erasure-done", "/erasures/" + erased));
        log.bringUpToDate();
        String comparison = comparisons.ended().toString();
        pages.put(lina, ordered("erasures-auditor", "/erasures", "erasure-auditor", "/erasures/" + asked,
                "history-auditor", "/claims/" + published + "/history", "history-verified",
                "/claims/" + published + "/history?verify=now", "audit", "/audit", "audit-none", "/audit?action=NONE",
                "audit-wrong", "/audit?about=x&from=y", "checkpoints", "/audit/checkpoints", "checks", "/audit/checks",
                "check", "/audit/checks/" + comparison));
        pages.put(reader, ordered("facts", "/facts", "fact", "/facts/" + slug(published), "fact-retracted",
                "/facts/" + slug(retracted)));
        return pages;
    }

    private UUID erasure(ErasureTarget target, UUID id, ErasurePart part) {
        Actor admin = actor("Adam", Role.ADMIN);
        return erasing.ask(new ErasureRequest(target, id, Set.of(part), "الملخص الذي يذكر عنوان بيت الشاهد",
                "asked for by the person named there, under the newsroom's own rules"), admin);
    }

    private void look(BrowserContext context, String name, String path, List<String> found) {
        try (Page page = context.newPage()) {
            for (String language : List.of("en", "ar")) {
                for (Look look : LOOKS) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.colours()));
                    page.setViewportSize(look.width(), look.height());
                    page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                    String what = name + "." + language + "." + look.colours().name().toLowerCase(java.util.Locale.ROOT)
                            + "." + look.width();
                    page.evaluate(AXE);
                    assertThat(page.locator("html").getAttribute("lang")).as(what).isEqualTo(language);
                    violations(page).forEach(violation -> found.add(what + ": " + violation));
                    if ((boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")) {
                        found.add(what + ": wider than the window");
                    }
                    if (PICTURES != null) {
                        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(PICTURES, what + ".png"))
                                .setFullPage(look.width() < 500));
                    }
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page) {
        return (List<String>) page.evaluate(RUN);
    }

    private static BrowserContext signedIn(String user, String path) {
        // Keycloak's first page of a run takes long; this asks for it without a browser's patience.
        Login.session(user);
        BrowserContext context = Browsers.context("en", "light");
        try (Page page = context.newPage()) {
            Browsers.signIn(page, user, path);
        }
        return context;
    }

    /** The demo account, signed in above, as the one who acts. */
    private Actor actor(String name, Role role) {
        return QuarkusTransaction.requiringNew()
                .call(() -> people.find("name like ?1 order by id", name + "%").list().stream().findFirst()
                        .map(person -> new Actor(person.id(), person.name(), Set.of(role), Set.of(), "session",
                                clock.instant(), false))
                        .orElseThrow());
    }

    private String slug(ClaimId claim) {
        return QuarkusTransaction.requiringNew().call(() -> publications.of(claim).orElseThrow().slug());
    }

    private static Map<String, String> ordered(String... namesAndPaths) {
        Map<String, String> pages = new LinkedHashMap<>();
        for (int i = 0; i < namesAndPaths.length; i += 2) {
            pages.put(namesAndPaths[i], namesAndPaths[i + 1]);
        }
        return pages;
    }

    private static final String AXE = axe();

    private static String axe() {
        try (InputStream script = AxeIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
