package org.isnad.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.KeycloakAdmin;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Session;

/** Who gets in, as whom, for how long; with the real Keycloak. */
@IsnadTest
class SignInIT {
    /** Rights are asked again when older than five seconds; one more for the machine. */
    private static final Duration AT_ONCE = Duration.ofSeconds(6);
    private final KeycloakAdmin keycloak = new KeycloakAdmin();

    @Inject
    DataSource database;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void aSessionIsNothingToTheApiAndATokenNothingToPages() {
        Login.as("salma").get("/queue").then().statusCode(200);
        Login.as("salma").get("/api/v1/claims").then().statusCode(401).contentType("application/problem+json")
                .body("type", equalTo("/problems/sign-in"));
        Login.bearer("salma").get("/api/v1/claims").then().statusCode(200);
        Login.bearer("salma").get("/queue").then().statusCode(302);
    }

    @Test
    void aBadTokenIsNobody() {
        given().auth().oauth2("not.a.token").get("/api/v1/claims").then().statusCode(401)
                .contentType("application/problem+json");
        String token = Login.token("salma");
        given().auth().oauth2(token.substring(0, token.length() - 4) + "AAAA").get("/api/v1/claims").then()
                .statusCode(401);
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() {
        Session reem = Login.freshSession("reem");
        reem.get("/queue").then().statusCode(200);

        assertThat(reem.cookiesAsSet())
                .filteredOn(cookie -> cookie.getName().startsWith("q_") && cookie.getMaxAge() != 0).isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie.isHttpOnly()).as(cookie.toString()).isTrue());
        assertThat(reem.cookiesAsSet()).filteredOn(cookie -> cookie.getName().startsWith("q_session")).isNotEmpty()
                .allSatisfy(
                        cookie -> assertThat(cookie.getSameSite()).as(cookie.toString()).isEqualToIgnoringCase("lax"));
        assertThat(reem.cookiesAsSet()).filteredOn(cookie -> cookie.getName().equals("csrf-token")).singleElement()
                .satisfies(cookie -> assertThat(cookie.isHttpOnly()).isTrue())
                .satisfies(cookie -> assertThat(cookie.getSameSite()).isEqualToIgnoringCase("lax"));
    }

    @Test
    void signingInAsksForPkceAndNonce() {
        String location = given().redirects().follow(false).get("/queue").header("Location");

        assertThat(location).contains("code_challenge=").contains("code_challenge_method=S256").contains("nonce=")
                .contains("state=").contains("response_type=code");
    }

    @Test
    void aFormOfASignedInPersonNeedsItsTokenAndItsOrigin() {
        Session salma = Login.session("salma");
        String token = salma.csrfToken();
        salma.request().header("Origin", "http://localhost:" + port).formParam("next", "/queue").post("/queue/next")
                .then()
                .statusCode(400);
        salma.request().header("Origin", "https://elsewhere.example").formParam("csrf-token", token).post("/queue/next")
                .then().statusCode(403);
        salma.request().formParam("csrf-token", token).post("/queue/next").then().statusCode(403);
        salma.request().header("Origin", "http://localhost:" + port).formParam("csrf-token", token).post("/queue/next")
                .then().statusCode(303);
    }

    @Test
    void signingOutEndsTheSessionAtTheProviderToo() {
        int before = keycloak.sessions("omar");
        Session omar = Login.freshSession("omar");
        assertThat(keycloak.sessions("omar")).isEqualTo(before + 1);

        String provider = omar.get("/logout").then().statusCode(302).extract().header("Location");
        given().redirects().follow(false).urlEncodingEnabled(false).get(provider).then().statusCode(302);

        assertThat(keycloak.sessions("omar")).isEqualTo(before);
        omar.request().get("/queue").then().statusCode(302);
    }

    @Test
    void aStolenCookieEndsWithTheSession() {
        Session omar = Login.freshSession("omar");
        var thief = omar.request();
        String provider = omar.get("/logout").header("Location");
        given().redirects().follow(false).urlEncodingEnabled(false).get(provider).then().statusCode(302);

        assertThat(within(AT_ONCE, () -> thief.get("/queue").statusCode(), 302, 401)).isTrue();
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneAtOnce() {
        Session omar = Login.freshSession("omar");
        String token = Login.freshToken("omar");
        omar.request().get("/queue").then().statusCode(200);
        given().auth().oauth2(token).get("/api/v1/claims").then().statusCode(200);
        keycloak.take("omar", Role.Names.REVIEWER);
        try {
            Instant taken = clock.instant();
            assertThat(within(AT_ONCE, () -> omar.request().get("/queue").statusCode(), 403)).isTrue();
            assertThat(within(AT_ONCE.minus(Duration.between(taken, clock.instant())),
                    () -> given().auth().oauth2(token).get("/api/v1/claims").statusCode(), 403)).isTrue();
        } finally {
            keycloak.give("omar", Role.Names.REVIEWER);
        }
    }

    @Test
    void anAccountWhoseDutiesMustNotMeetIsRefusedAndThatIsRemembered() throws SQLException {
        double refused = meters.counter("isnad.sign.ins.refused").count();
        Session conflicted = Login.freshSession("conflicted");
        conflicted.request().header("Accept-Language", "en").get("/queue").then().statusCode(403)
                .body(containsString("duties that must not meet")).body(containsString("/logout"));
        Login.bearer("conflicted").get("/api/v1/claims").then().statusCode(403)
                .body("type", equalTo("/problems/duties-conflict"));

        assertThat(text("select array_to_string(roles, ',') from person where name = 'Conflicted Account'")).isEmpty();
        assertThat(text("""
                select count(*) > 0 from audit_event e join person p on p.id = e.aggregate_id
                where p.name = 'Conflicted Account' and e.action = 'SIGN_IN_REFUSED'""")).isEqualTo("t");
        assertThat(meters.counter("isnad.sign.ins.refused").count()).isGreaterThanOrEqualTo(Math.max(1, refused));
    }

    @Test
    void ordinaryRequestsWriteNothingAboutThePerson() throws SQLException {
        Login.as("adam").get("/erasures").then().statusCode(200);
        Login.bearer("adam").get("/api/v1/rating-scale").then().statusCode(200);
        String events = text(
                "select count(*) from audit_event e join person p on p.id = e.aggregate_id where p.name = 'Adam Khoury'");
        Login.as("adam").get("/erasures").then().statusCode(200);
        Login.bearer("adam").get("/api/v1/rating-scale").then().statusCode(200);

        assertThat(text(
                "select count(*) from audit_event e join person p on p.id = e.aggregate_id where p.name = 'Adam Khoury'"))
                .isEqualTo(events);
        assertThat(text("""
                select count(*) from audit_event e join person p on p.id = e.aggregate_id
                where p.name = 'Adam Khoury' and e.action = 'PERSON_JOINED'""")).isEqualTo("1");
        assertThat(text("select array_to_string(roles, ',') from person where name = 'Adam Khoury'"))
                .isEqualTo("admin");
    }

    @Test
    void aClientActsInItsOwnNameWithItsScopesOnly() throws SQLException {
        Login.client("desk:read").get("/api/v1/articles").then().statusCode(200);
        Login.client("articles:write").get("/api/v1/articles").then().statusCode(403);
        assertThat(text("select client from person where name = 'newsroom-bot'")).isEqualTo("t");
    }

    private String text(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private boolean within(Duration time, IntSupplier status, int... wanted) {
        Instant end = clock.instant().plus(time);
        do {
            int got = status.getAsInt();
            for (int one : wanted) {
                if (one == got) {
                    return true;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        } while (clock.instant().isBefore(end));
        return false;
    }
}
