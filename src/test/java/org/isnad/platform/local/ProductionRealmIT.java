package org.isnad.platform.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.production.ComposeFile;

/** A real Keycloak in production mode with the compose file's own settings and the realm as it is, before which a proxy ends TLS. */
class ProductionRealmIT {
    private static final String DESK = "https://facts.newsroom.example";
    private static final String LOGIN = "https://login.newsroom.example";
    private static final Map<String, String> NAMES = Map.of("ISNAD_HOST", "facts.newsroom.example", "ISNAD_LOGIN_HOST",
            "login.newsroom.example", "ISNAD_PROXY_ADDRESS", "127.0.0.1");
    private static final int PORT = LocalStack.freePort();
    private static final String INSIDE = "http://127.0.0.1:" + PORT;

    @TempDir
    static Path folder;
    private static Secrets secrets;
    private static PostgresServer postgres;
    private static KeycloakServer keycloak;

    @BeforeAll
    static void start() throws IOException {
        // PostgreSQL may have to run as another account, which must be able to enter.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        var servers = Path.of(".local").toAbsolutePath();
        secrets = new Secrets(folder.resolve("secrets"));
        postgres = new PostgresServer(folder.resolve("postgres"), PostgresProgram.unpacked(servers),
                LocalStack.freePort(), secrets);
        postgres.start();
        postgres.provide("keycloak", "keycloak");
        var settings = new LocalSettings(folder, servers, Path.of("config"), "localhost", PORT, PORT, PORT);
        keycloak = new KeycloakServer(folder.resolve("keycloak"), new KeycloakProgram(settings.keycloakProgram()), PORT,
                LOGIN, new RealmFile(Files.readString(Path.of("config/realm.json"))), environment());
        keycloak.start(line -> System.err.println("[production realm] " + line));
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.stop();
        }
        if (postgres != null) {
            postgres.stop();
        }
    }

    /** As Compose would pass it on; only the database is elsewhere, and the log is for people. */
    private static Map<String, String> environment() {
        var environment = new TreeMap<>(ComposeFile.read().environment("keycloak",
                name -> NAMES.containsKey(name) ? NAMES.get(name) : secrets.get(name)));
        environment.put("KC_DB_URL", postgres.jdbcUrl("keycloak"));
        environment.put("KC_DB_PASSWORD", postgres.password("keycloak"));
        environment.remove("KC_LOG_CONSOLE_OUTPUT");
        return environment;
    }

    private static RequestSpecification throughTheProxy() {
        return given().redirects().follow(false).header("X-Forwarded-Host", "login.newsroom.example")
                .header("X-Forwarded-Proto", "https").header("X-Forwarded-Port", "443");
    }

    @Test
    void browsersSeeThePublicAddressAndTheApplicationTheInnerOne() {
        var outside = throughTheProxy().get(INSIDE + "/realms/isnad/.well-known/openid-configuration").jsonPath();
        var inside = given().get(INSIDE + "/realms/isnad/.well-known/openid-configuration").jsonPath();

        assertThat(outside.getString("issuer")).isEqualTo(LOGIN + "/realms/isnad");
        assertThat(inside.getString("issuer")).isEqualTo(LOGIN + "/realms/isnad");
        assertThat(inside.getString("authorization_endpoint")).startsWith(LOGIN + "/realms/isnad/");
        assertThat(inside.getString("end_session_endpoint")).startsWith(LOGIN + "/realms/isnad/");
        for (var endpoint : new String[]{"token_endpoint", "jwks_uri", "userinfo_endpoint", "introspection_endpoint"}) {
            assertThat(inside.getString(endpoint)).startsWith(INSIDE + "/realms/isnad/");
            assertThat(outside.getString(endpoint)).startsWith(LOGIN + "/realms/isnad/");
        }
    }

    @Test
    void signingInStartsOnlyFromTheDeskAndWithPkce() {
        var page = authorize(DESK + "/sign-in/callback").queryParam("code_challenge", "c".repeat(43))
                .queryParam("code_challenge_method", "S256").get();
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().asString()).contains("action=\"" + LOGIN + "/realms/isnad/login-actions/authenticate");
        assertThat(page.headers().getValues("Set-Cookie")).isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains(";Secure"));

        var withoutPkce = authorize(DESK + "/sign-in/callback").get();
        assertThat(withoutPkce.header("Location")).startsWith(DESK + "/sign-in/callback?")
                .contains("error=invalid_request");

        for (var other : new String[]{DESK + "/sign-in/callback/", DESK + "/",
                "http://facts.newsroom.example/sign-in/callback",
                "https://evil.example/sign-in/callback"}) {
            assertThat(authorize(other).get().statusCode()).as(other).isEqualTo(400);
        }
    }

    private static RequestSpecification authorize(String redirect) {
        return throughTheProxy().baseUri(INSIDE).basePath("/realms/isnad/protocol/openid-connect/auth")
                .queryParam("client_id", "isnad-web").queryParam("response_type", "code").queryParam("scope", "openid")
                .queryParam("state", "s").queryParam("nonce", "n").queryParam("redirect_uri", redirect);
    }

    @Test
    void aProgramGetsATokenForTheApiAndNobodyGetsOneForAPassword() {
        var token = token(Map.of("grant_type", "client_credentials", "client_id", "newsroom-bot", "client_secret",
                secrets.get("NEWSROOM_BOT_SECRET"), "scope", "articles:write"));
        assertThat(token.statusCode()).isEqualTo(200);
        assertThat(token.jsonPath().getString("scope")).contains("articles:write");

        for (var client : new String[]{"admin-cli", "isnad-cli", "isnad-web"}) {
            var refused = token(Map.of("grant_type", "password", "client_id", client, "client_secret",
                    secrets.get("ISNAD_WEB_SECRET"), "username", "salma", "password", "read-the-source"));
            assertThat(refused.statusCode()).as(client).isBetween(400, 401);
            assertThat(refused.jsonPath().getString("error")).as(client).isNotEqualTo("invalid_grant");
        }
    }

    private static Response token(Map<String, String> form) {
        return throughTheProxy().formParams(form).post(INSIDE + "/realms/isnad/protocol/openid-connect/token");
    }

    @Test
    void thereAreNoAccountsAndNobodyCanMakeOne() {
        var admin = throughTheProxy()
                .formParams(Map.of("grant_type", "password", "client_id", "admin-cli", "username", "setup", "password",
                        secrets.get("KEYCLOAK_SETUP_PASSWORD")))
                .post(INSIDE + "/realms/master/protocol/openid-connect/token").jsonPath().getString("access_token");
        var users = given().auth().oauth2(admin).get(INSIDE + "/admin/realms/isnad/users").jsonPath();
        assertThat(users.getList("username")).isEmpty();

        var realm = given().auth().oauth2(admin).get(INSIDE + "/admin/realms/isnad").jsonPath();
        assertThat(realm.getBoolean("registrationAllowed")).isFalse();
        assertThat(realm.getBoolean("bruteForceProtected")).isTrue();
        assertThat(realm.getBoolean("permanentLockout")).isFalse();
        assertThat(realm.getBoolean("adminEventsEnabled")).isTrue();
        assertThat(realm.getString("sslRequired")).isEqualTo("external");
    }
}
