package org.isnad.testsupport;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * A real Chromium for {@link IsnadTest}s. One browser serves the whole run and ends with it; each person of a test gets a context
 * of their own, which the test closes.
 */
public final class Browsers {
    private static final List<String> QUIET = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");
    /** Generous, because build machines are slow and shared; nothing waits this long when it works. */
    private static final double PATIENCE = 60_000;
    private static @Nullable Browser browser;

    private Browsers() {}

    /** A fresh visitor, {@code en} or {@code ar}, preferring {@code light} or {@code dark}, at a laptop's size. */
    public static BrowserContext context(String language, String colours) {
        return context(language, colours, 1440, 900);
    }

    public static BrowserContext context(String language, String colours, int width, int height) {
        BrowserContext context = browser().newContext(new Browser.NewContextOptions().setLocale(language)
                .setColorScheme(ColorScheme.valueOf(colours.toUpperCase(Locale.ROOT))).setViewportSize(width, height)
                .setTimezoneId("Asia/Beirut").setBaseURL(application()));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    /** The application's address. */
    public static String application() {
        return "http://localhost:"
                + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    /**
     * Signs a demo account in through Keycloak's own page; ends on the page that was asked for, in the language that the context
     * prefers: a person's own choice comes before the browser's, and another test may have made it.
     */
    public static void signIn(Page page, String user, String path) {
        page.navigate(path);
        page.locator("#username").fill(user);
        page.locator("#password").fill(Login.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(address -> address.startsWith(application()));
        String preferred = String.valueOf(page.evaluate("navigator.language"));
        if (!preferred.equals(page.locator("html").getAttribute("lang"))) {
            page.locator("form[action='/language'] button").click();
            assertThat(page.locator("html")).hasAttribute("lang", preferred);
        }
        // Keys answer once the scripts are there.
        page.waitForLoadState();
    }

    private static synchronized Browser browser() {
        Browser running = browser;
        if (running == null) {
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setHeadless(true)
                    .setArgs("root".equals(System.getProperty("user.name"))
                            ? java.util.stream.Stream.concat(QUIET.stream(), java.util.stream.Stream.of("--no-sandbox"))
                                    .toList()
                            : QUIET);
            BrowserFinder.find(System.getenv("BROWSER_PATH"), System.getenv("PATH"))
                    .ifPresent(options::setExecutablePath);
            running = Playwright
                    .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium().launch(options);
            browser = running;
        }
        return running;
    }
}
