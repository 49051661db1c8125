package org.isnad.testsupport;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Jsoup;

/**
 * Signs demo accounts in at the real Keycloak, as a browser or a tool would, and remembers the outcome for some minutes.
 *
 * <pre>
 * given().spec(Login.as("salma")).get("/queue")                                  // a page, with the session's cookies
 * Login.session("salma").form("/articles/new").formParam("title", "…").post("/articles")  // a form, with its CSRF token
 * given().spec(Login.bearer("huda")).get("/api/v1/claims")                       // the API, as a person
 * given().spec(Login.client("articles:write")).post("/api/v1/articles")          // the API, as newsroom-bot with these scopes
 * </pre>
 *
 * Redirects are not followed by any of these, so that a test sees them. Only for {@link IsnadTest}.
 */
public final class Login {
    /** Of every demo account, see {@code config/realm-demo-users.json}. */
    public static final String PASSWORD = "read-the-source";
    /** The redirect address of the realm's client {@code isnad-cli}; nobody listens there, the test reads the redirect. */
    private static final String CLI_CALLBACK = "http://127.0.0.1:8765/callback";
    /** Less than an access token lives: a remembered login never has to be renewed, which would make the cookies change. */
    private static final Duration REMEMBERED = Duration.ofMinutes(3);
    private static final Map<String, Remembered> REMEMBERED_LOGINS = new ConcurrentHashMap<>();

    private Login() {}

    private record Remembered(Object login, long since) {
        boolean fresh() {
            return System.nanoTime() - since < REMEMBERED.toNanos();
        }
    }

    /** The cookies of a signed-in session, for pages. */
    public static RequestSpecification as(String user) {
        return session(user).request();
    }

    /** A session that other tests may share. */
    public static Session session(String user) {
        return (Session) remembered("session " + user, key -> freshSession(user));
    }

    /** A session that belongs to the caller alone, such as for a test that ends it. */
    public static Session freshSession(String user) {
        var browser = new Cookies();
        var start = browser.get(application() + WhoAmI.PATH);
        var page = browser.get(location(start));
        var callback = submit(browser, page, user);
        var back = browser.get(callback);
        if (back.statusCode() != 302) {
            throw new AssertionError(
                    "Sign-in of " + user + " ended with " + back.statusCode() + ": " + back.asString());
        }
        return new Session(browser);
    }

    /** A person's own token for the API, through the client {@code isnad-cli}. */
    public static RequestSpecification bearer(String user) {
        return quiet().auth().oauth2(token(user));
    }

    /** As {@link #bearer}, the token itself. */
    public static String token(String user) {
        return (String) remembered("token " + user, key -> freshToken(user));
    }

    /** A token that belongs to the caller alone. */
    public static String freshToken(String user) {
        var browser = new Cookies();
        var verifier = UUID.randomUUID() + "." + UUID.randomUUID();
        var page = browser.get(endpoint("auth"),
                Map.of("client_id", "isnad-cli", "response_type", "code", "scope", "openid",
                        "redirect_uri", CLI_CALLBACK, "state", "test", "code_challenge", challenge(verifier),
                        "code_challenge_method", "S256"));
        var callback = submit(browser, page, user);
        return given().formParams(Map.of("grant_type", "authorization_code", "client_id", "isnad-cli", "redirect_uri",
                CLI_CALLBACK, "code", parameter(callback, "code"), "code_verifier", verifier)).post(endpoint("token"))
                .then()
                .statusCode(200).extract().path("access_token");
    }

    /** The token of a program without a person, with these scopes. */
    public static RequestSpecification client(String... scopes) {
        return quiet().auth().oauth2(clientToken(scopes));
    }

    /** As {@link #client}, the token itself. */
    public static String clientToken(String... scopes) {
        var scope = String.join(" ", scopes);
        return (String) remembered("client " + Arrays.asList(scopes),
                key -> given().auth().preemptive().basic("newsroom-bot", setting("newsroom-bot"))
                        .formParams(Map.of("grant_type", "client_credentials", "scope", scope)).post(endpoint("token"))
                        .then()
                        .statusCode(200).extract().path("access_token"));
    }

    /** What a test of the desk must not follow by itself. */
    static RequestSpecification quiet() {
        return given()
                .config(RestAssuredConfig.config().redirect(RedirectConfig.redirectConfig().followRedirects(false)));
    }

    static String application() {
        return "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    static String setting(String name) {
        return ConfigProvider.getConfig().getValue(LocalServers.PREFIX + name, String.class);
    }

    /** Fills in Keycloak's page; the address that it sends the browser back to. */
    private static String submit(Cookies browser, Response page, String user) {
        var form = Jsoup.parse(page.asString()).selectFirst("form#kc-form-login");
        if (form == null) {
            throw new AssertionError("No sign-in form but " + page.statusCode() + ": " + page.asString());
        }
        var answer = browser.post(form.attr("action"), Map.of("username", user, "password", PASSWORD));
        if (answer.statusCode() != 302) {
            throw new AssertionError(
                    "Keycloak refused " + user + ": "
                            + Jsoup.parse(answer.asString()).select("#input-error,.pf-v5-c-alert").text());
        }
        return location(answer);
    }

    private static Object remembered(String key, Function<String, Object> login) {
        return REMEMBERED_LOGINS.compute(key,
                (same, known) -> known != null && known.fresh()
                        ? known
                        : new Remembered(login.apply(key), System.nanoTime()))
                .login();
    }

    private static String location(Response redirect) {
        if (redirect.statusCode() != 302 || redirect.header("Location") == null) {
            throw new AssertionError("No redirect but " + redirect.statusCode() + ": " + redirect.asString());
        }
        return redirect.header("Location");
    }

    private static String parameter(String address, String name) {
        return Arrays.stream(URI.create(address).getQuery().split("&")).filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1)).findFirst().orElseThrow();
    }

    private static String endpoint(String name) {
        return setting("keycloak.url") + "/realms/isnad/protocol/openid-connect/" + name;
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
