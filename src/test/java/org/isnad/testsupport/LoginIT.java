package org.isnad.testsupport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

/** Who the real Keycloak's tokens make somebody, and how soon a change there acts here. */
@IsnadTest
class LoginIT {
    private static final String API = WhoAmI.PATH + "/api";
    /** The promise: a changed role or a disabled account acts within five seconds; one more for a busy machine's answer. */
    private static final Duration PROMISE = Duration.ofSeconds(6);

    private final KeycloakAdmin keycloak = new KeycloakAdmin();

    @Test
    void nobodyIsSentToKeycloakWithPkceAndNonce() {
        Login.quiet().get(WhoAmI.PATH).then().statusCode(302).header("Location",
                startsWith(Login.setting("keycloak.url") + "/realms/isnad/protocol/openid-connect/auth?"))
                .header("Location", containsString("code_challenge_method=S256"))
                .header("Location", containsString("nonce="));
    }

    @Test
    void aPersonsSessionCarriesTheirDuties() {
        given().spec(Login.as("salma")).get(WhoAmI.PATH).then().statusCode(200).body("rights", contains("reviewer"));
        given().spec(Login.as("huda")).get(WhoAmI.PATH).then().statusCode(200).body("rights",
                contains("senior-editor"));
    }

    @Test
    void dutiesThatMustNotMeetLeaveNoRights() {
        given().spec(Login.as("conflicted")).get(WhoAmI.PATH).then().statusCode(200).body("rights", empty());
    }

    @Test
    void aPersonsTokenCarriesTheirDuties() {
        given().spec(Login.bearer("lina")).get(API).then().statusCode(200).body("rights", contains("auditor"));
    }

    @Test
    void aProgramsTokenCarriesItsScopes() {
        given().spec(Login.client("articles:write", "desk:read")).get(API).then().statusCode(200).body("rights",
                contains("articles:write", "desk:read"));
    }

    @Test
    void theApiTakesNoSessionAndNoBrokenToken() {
        given().spec(Login.as("salma")).get(API).then().statusCode(401);
        Login.quiet().auth().oauth2("not.a.token").get(API).then().statusCode(401);
        var token = Login.token("salma");
        Login.quiet().auth().oauth2(token.substring(0, token.length() - 6) + "AAAAAA").get(API).then().statusCode(401);
    }

    @Test
    void theApiTakesNoTokenForSomebodyElse() {
        try {
            Login.quiet().auth().oauth2(keycloak.tokenForSomebodyElse()).get(API).then().statusCode(401);
        } finally {
            keycloak.forgetStranger();
        }
    }

    @Test
    void aRoleTakenAwayActsWithinFiveSeconds() {
        var session = Login.freshSession("omar");
        var token = Login.freshToken("omar");
        session.request().get(WhoAmI.PATH).then().body("rights", contains("reviewer"));
        keycloak.take("omar", "reviewer");
        try {
            within(() -> session.request().get(WhoAmI.PATH).jsonPath().getList("rights").isEmpty());
            within(() -> Login.quiet().auth().oauth2(token).get(API).jsonPath().getList("rights").isEmpty());
        } finally {
            keycloak.give("omar", "reviewer");
        }
        within(() -> session.request().get(WhoAmI.PATH).jsonPath().getList("rights").contains("reviewer"));
    }

    @Test
    void aDisabledAccountIsRefusedWithinFiveSeconds() {
        var session = Login.freshSession("reem");
        var token = Login.freshToken("reem");
        session.request().get(WhoAmI.PATH).then().statusCode(200);
        Login.quiet().auth().oauth2(token).get(API).then().statusCode(200);
        keycloak.enable("reem", false);
        try {
            within(() -> session.request().get(WhoAmI.PATH).statusCode() != 200);
            within(() -> Login.quiet().auth().oauth2(token).get(API).statusCode() == 401);
        } finally {
            keycloak.enable("reem", true);
        }
    }

    @Test
    void signingOutEndsTheSessionAtKeycloakToo() {
        var session = Login.freshSession("nabil");
        var before = keycloak.sessions("nabil");
        var bye = session.get("/logout");

        assertThat(bye.statusCode()).isEqualTo(302);
        assertThat(bye.header("Location"))
                .startsWith(Login.setting("keycloak.url") + "/realms/isnad/protocol/openid-connect/logout?");
        Login.quiet().urlEncodingEnabled(false).get(bye.header("Location")).then().statusCode(302).header("Location",
                startsWith(Login.application() + "/"));
        assertThat(keycloak.sessions("nabil")).isEqualTo(before - 1);
        session.request().get(WhoAmI.PATH).then().statusCode(302);
    }

    /** Asks again and again, as somebody would who waits for it. */
    private static void within(Supplier<Boolean> happened) {
        var end = System.nanoTime() + PROMISE.toNanos();
        while (!happened.get()) {
            assertThat(System.nanoTime()).as("nanoseconds until it acts").isLessThan(end);
        }
    }
}
