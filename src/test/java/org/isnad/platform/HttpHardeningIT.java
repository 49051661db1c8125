package org.isnad.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.testsupport.IsnadTest;

@IsnadTest
class HttpHardeningIT {
    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/queue;x=1", "/queue%3Bx", "/api%2Fv1/claims", "/%5Cqueue", "/\\queue", "//queue",
            "/a//queue",
            "/./queue", "/a/../queue", "/%2e%2e/queue", "/a/.", "/queue%00", "/queue%0a", "/queue%zz", "/queue%e",
            "/queue%c3%28", "/queue%252F", "/queue?q=%", "/queue?q=%00", "/queue?q=%ff"})
    void aPathThatIsNotCanonicalIsNotAnswered(String target) {
        assertThat(statusLine("GET", target)).startsWith("HTTP/1.1 400");
    }

    @Test
    void aPlainPathIsNotMistakenForOne() {
        assertThat(statusLine("GET", "/nowhere/a.b-c_d~e?q=a%20b%0Ac&x=%D8%A7")).startsWith("HTTP/1.1 404");
    }

    @Test
    void everyAnswerTellsTheBrowserWhatNotToDo() {
        for (String path : List.of("/nowhere", "/api/v1/nowhere", "/static/css/tokens.css", "/a//b")) {
            var headers = given().urlEncodingEnabled(false).get(path).headers();
            assertThat(headers.getValue("Content-Security-Policy")).as(path)
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                            + "font-src 'self'; connect-src 'self'; form-action 'self' http")
                    .contains("frame-ancestors 'none'; base-uri 'none'").doesNotContain("unsafe")
                    .doesNotContain("data:");
            assertThat(headers.getValue("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(headers.getValue("Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(headers.getValue("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
            assertThat(headers.getValue("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
            assertThat(headers.getValue("X-Request-Id")).as(path).matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void onlyFilesWithAVersionStayInTheBrowser() {
        given().get("/nowhere").then().header("Cache-Control", "no-store");
        given().get("/static/css/tokens.css").then().statusCode(200).header("Cache-Control", containsString("max-age"));
        given().get("/static/css/tokens.css?v=1").then().statusCode(200).header("Cache-Control",
                "public, max-age=31536000, immutable");
        given().get("/static/css/nothing.css?v=1").then().statusCode(404).header("Cache-Control", "no-store");
    }

    @Test
    void strictTransportIsAskedForOverTlsOnly() {
        given().get("/nowhere").then().header("Strict-Transport-Security", (String) null);
    }

    @Test
    void swaggerWorksUnderItsOwnPolicyAndOnlyThere() {
        given().get("/q/swagger-ui/").then().statusCode(200).header("Content-Security-Policy",
                containsString("'unsafe-inline'"));
        given().get("/q/openapi").then().statusCode(200).header("Content-Security-Policy",
                not(containsString("unsafe")));
    }

    @Test
    void aHarmlessRequestIdIsTakenOverAndAnyOtherReplaced() {
        given().header("X-Request-Id", "proxy-0123456789").get("/api/v1/nowhere").then()
                .header("X-Request-Id", "proxy-0123456789").body("requestId", equalTo("proxy-0123456789"));
        given().header("X-Request-Id", "a b{jndi}").get("/api/v1/nowhere").then().header("X-Request-Id",
                matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void theApiAnswersProblemsAndPagesAnswerPagesInTheReadersLanguage() {
        given().get("/api/v1/nowhere").then().statusCode(404).contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found")).body("status", equalTo(404));
        given().header("Accept-Language", "ar-SY,ar;q=0.9,en;q=0.5").get("/nowhere").then().statusCode(404)
                .contentType("text/html").body(containsString("lang=\"ar\" dir=\"rtl\""))
                .body(containsString("لا شيء هنا"));
        given().get("/nowhere?lang=en").then().body(containsString("There is nothing here"));
    }

    @Test
    void aChangeFromAnotherSiteIsRefused() {
        given().header("Origin", "https://elsewhere.example").formParam("to", "ar").post("/language").then()
                .statusCode(403).body(containsString("not sent from this site"));
        given().header("Sec-Fetch-Site", "cross-site").formParam("to", "ar").post("/language").then().statusCode(403);
        given().header("Sec-Fetch-Site", "same-site").formParam("to", "ar").post("/language").then().statusCode(403);
        given().header("Origin", "null").formParam("to", "ar").post("/language").then().statusCode(403);
        given().cookie("any", "cookie").formParam("to", "ar").post("/language").then().statusCode(403);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        given().header("Origin", "http://localhost:" + port).formParam("to", "ar").post("/language").then()
                .statusCode(400).body(containsString("cannot be read"));
        given().header("Origin", "http://localhost:" + port).cookie("csrf-token", "a".repeat(43)).formParam("to", "ar")
                .formParam("csrf-token", "b".repeat(43)).post("/language").then().statusCode(400);
        given().header("Origin", "http://localhost:" + port).multiPart("to", "ar").post("/language").then()
                .statusCode(400);
    }

    @Test
    void aFormWithItsTokenIsTaken() {
        given().header("Origin", "http://localhost:" + port).cookie("csrf-token", "a".repeat(43)).formParam("to", "ar")
                .formParam("csrf-token", "a".repeat(43)).redirects().follow(false).post("/language").then()
                .statusCode(303).cookie("isnad-language", "ar");
    }

    @Test
    void pagesReadNothingButForms() {
        given().header("Origin", "http://localhost:" + port).contentType("application/json").body("{}")
                .post("/language").then().statusCode(415);
    }

    @Test
    void aSessionCookieIsNothingToTheApi() {
        given().cookie("q_session", "whatever").get("/api/v1/articles").then().statusCode(401)
                .contentType("application/problem+json");
    }

    private String statusLine(String method, String target) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((method + " " + target + " HTTP/1.1\r\nHost: localhost:" + port
                    + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
