package org.isnad.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.isnad.access.AccessTable.Caller;
import org.isnad.access.AccessTable.Line;
import org.isnad.testsupport.IsnadTest;
import org.isnad.testsupport.Login;
import org.isnad.testsupport.Session;

/** Every endpoint of {@link AccessTable}, called by everybody it names, with real logins. */
@IsnadTest
class AccessIT {
    private static final String TOKEN = "a".repeat(43);

    @Inject
    Places places;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String provider;

    static List<Line> lines() {
        return AccessTable.lines().stream().filter(Line::isCalled).toList();
    }

    static List<Line> closed() {
        return lines().stream().filter(line -> !line.isPublic()).toList();
    }

    @Test
    void everyEndpointIsInTheTableAndNothingElseIs() {
        Set<String> table = AccessTable.lines().stream().map(Line::endpoint)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> application = endpoints();

        assertThat(table).containsExactlyInAnyOrderElementsOf(application);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everybodyGetsWhatTheTableSays(Line line) {
        Place place = places.make(line.scene());
        StringBuilder wrong = new StringBuilder();
        for (var answer : line.answers().entrySet()) {
            if (answer.getValue().equals("-")) {
                continue;
            }
            Response response = call(line, place, answer.getKey());
            String got = outcome(response);
            if (!got.equals(answer.getValue())) {
                wrong.append("\n").append(answer.getKey()).append(" gets ").append(got).append(" instead of ")
                        .append(answer.getValue()).append(": ").append(shortened(response));
            }
            if (!line.isSafe() && got.equals("ok")) {
                place = places.make(line.scene());
            }
        }
        assertThat(wrong.toString()).as(line.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("closed")
    void anAccountWithDutiesThatMustNotMeetGetsInNowhere(Line line) {
        if (line.path().equals("/sign-in")) {
            return;
        }
        Place place = places.make(AccessTable.Scene.NONE);
        RequestSpecification request = line.isApi()
                ? Login.bearer("conflicted")
                : page(line, Login.session("conflicted"));
        Response response = send(request, line, place);

        response.then().statusCode(403);
        if (line.isApi()) {
            response.then().contentType("application/problem+json").body("type", equalTo("/problems/duties-conflict"));
        } else {
            response.then().body(containsString("/logout"));
        }
    }

    private Response call(Line line, Place place, Caller caller) {
        RequestSpecification request;
        if (caller == Caller.ANONYMOUS) {
            request = line.isApi()
                    ? quiet()
                    : quiet().cookie("csrf-token", TOKEN).header("X-CSRF-TOKEN", TOKEN).header("Origin", origin());
        } else if (caller == Caller.CLIENT) {
            request = Login.client("articles:write", "desk:read");
        } else {
            String user = Places.ACCOUNTS.get(caller);
            request = line.isApi() ? Login.bearer(user) : page(line, Login.session(user));
        }
        return send(request, line, place);
    }

    private RequestSpecification page(Line line, Session session) {
        if (line.isSafe()) {
            return session.request();
        }
        String token = session.csrfToken();
        return session.request().header("Origin", origin()).header("X-CSRF-TOKEN", token);
    }

    private Response send(RequestSpecification request, Line line, Place place) {
        String path = place.in(line.path());
        // A colon is sent as it stands, as clients do; this one would escape it.
        request.urlEncodingEnabled(!path.contains(":"));
        if (line.isSafe()) {
            return request.get(path);
        }
        Requests.Body body = Requests.body(line, place);
        if (!body.ifMatch().isEmpty()) {
            request.header("If-Match", body.ifMatch());
        }
        if (!body.json().isEmpty()) {
            request.contentType("application/json").body(body.json());
        } else if (body.multipart()) {
            request.contentType("multipart/form-data");
            body.fields().forEach((name, value) -> request.multiPart(name, value, "text/plain; charset=UTF-8"));
        } else if (line.isApi()) {
            request.noContentType();
        } else {
            request.contentType("application/x-www-form-urlencoded; charset=UTF-8").body(encoded(body));
        }
        return request.request(line.method(), path);
    }

    private static String encoded(Requests.Body body) {
        return Stream.concat(Stream.of("sent=form"), body.fields().entrySet().stream().flatMap(field -> Arrays
                .stream(field.getKey().equals("check") ? field.getValue().split(",") : new String[]{field.getValue()})
                .map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))))
                .collect(Collectors.joining("&"));
    }

    private String outcome(Response response) {
        int status = response.statusCode();
        String location = response.header("Location");
        if (status == 302 && location != null && location.startsWith(provider)) {
            return "login";
        }
        return status >= 200 && status < 300 || status == 303 ? "ok" : String.valueOf(status);
    }

    private static String shortened(Response response) {
        String errors = Jsoup.parse(response.asString()).select(".field-error").text();
        String body = errors + " | "
                + response.asString().replaceAll("(?s)<head>.*?</head>|<[^>]*>", " ").replaceAll("\\s+", " ");
        return body.substring(0, Math.min(300, body.length()));
    }

    private static RequestSpecification quiet() {
        return given()
                .config(RestAssuredConfig.config().redirect(RedirectConfig.redirectConfig().followRedirects(false)));
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    /** All endpoints of the application's classes, with path parameters named after what they identify. */
    private static Set<String> endpoints() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.isnad").stream().filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(AccessIT::endpoints).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> endpoints(JavaClass type) {
        String base = type.getAnnotationOfType(Path.class).value();
        return type.getMethods().stream().flatMap(method -> method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class))
                .map(annotation -> annotation.getRawType().getSimpleName() + " " + path(base, method
                        .tryGetAnnotationOfType(Path.class).map(Path::value).orElse(""))));
    }

    private static String path(String base, String rest) {
        String joined = ("/" + base + "/" + rest).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
        return joined.replaceAll("\\{(\\w+):[^}]*}", "{$1}").replace("articles/{id}", "articles/{article}")
                .replaceAll("(claims|approvals)/\\{(id|claim|claimId)}", "$1/{claim}")
                .replace("evidence/{id}", "evidence/{evidence}").replace("erasures/{id}", "erasures/{erasure}")
                .replace("{piece}", "{evidence}").replace("intake/{id}", "intake/{job}")
                .replace("sources/{id}", "sources/{source}").replace("outlets/{id}", "outlets/{outlet}")
                .replace("authors/{id}", "authors/{author}");
    }
}
