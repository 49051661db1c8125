package org.isnad.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isnad.production.Proxy.DESK;
import static org.isnad.production.Proxy.LOGIN;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real nginx with the files of {@code docker/proxy}, before two servers that say what reached them. */
class ProxyIT {
    private static final String NOBODY = "192.0.2.1/32";
    private static final List<String> reached = new CopyOnWriteArrayList<>();

    @TempDir
    static Path folder;
    private static HttpServer desk;
    private static HttpServer keycloak;
    private static Proxy proxy;

    @BeforeAll
    static void start() throws Exception {
        var nginx = Programs.onPath("nginx", "nginx-light");
        desk = server("desk");
        keycloak = server("keycloak");
        proxy = new Proxy(nginx, folder, address(desk), address(keycloak), NOBODY);
    }

    @AfterAll
    static void stop() {
        if (proxy != null) {
            proxy.close();
            desk.stop(0);
            keycloak.stop(0);
        }
    }

    @BeforeEach
    void forget() {
        reached.clear();
    }

    @Test
    void plainHttpLeadsToTls() throws IOException {
        assertThat(proxy.plain(DESK, "GET /facts?page=2")).startsWith("HTTP/1.1 301 ")
                .contains("\r\nLocation: https://" + DESK + "/facts?page=2\r\n");
        assertThat(proxy.plain(LOGIN, "GET /realms/isnad/account/"))
                .contains("\r\nLocation: https://" + LOGIN + "/realms/isnad/account/\r\n");
        assertThat(reached).isEmpty();
    }

    @Test
    void otherNamesGetNoAnswer() throws IOException {
        assertThat(proxy.plain("192.0.2.7", "GET /")).isEmpty();
        assertThatThrownBy(() -> proxy.secure("other.example", "GET /")).isInstanceOf(SSLException.class);
        assertThat(reached).isEmpty();
    }

    @Test
    void browsersAreToldOnceToStayWithTls() throws IOException {
        var sts = "Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n";

        for (var answer : List.of(proxy.secure(DESK, "GET /queue"), proxy.secure(DESK, "GET /q/metrics"),
                proxy.secure(LOGIN, "GET /realms/isnad/account/"))) {
            assertThat(answer).containsOnlyOnce("Strict-Transport-Security").contains(sts);
        }
    }

    @Test
    void aClientCannotSpeakForTheProxy() throws IOException {
        var answer = proxy.secure(DESK, """
                GET /queue
                X-Forwarded-For: 203.0.113.9
                X-Forwarded-Host: evil.example
                X-Forwarded-Proto: http
                X-Forwarded-Port: 80
                X-Forwarded-Prefix: /evil
                Forwarded: for=203.0.113.9;host=evil.example
                X-Request-Id: chosen-by-the-client""");

        assertThat(answer).contains("x-forwarded-for=[127.0.0.1]\n", "x-forwarded-host=[" + DESK + "]\n",
                "x-forwarded-proto=[https]\n", "x-forwarded-port=[443]\n", "\nhost=[" + DESK + "]\n").doesNotContain(
                        "203.0.113.9", "evil", "chosen-by-the-client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/queue", "/facts/abcdefgh", "/static/css/tokens.css", "/api/v1/articles",
            "/q/openapi", "/q/swagger-ui/", "/sign-in/callback?state=s&code=c", "/queues", "/logout"})
    void theDeskIsOpen(String path) throws IOException {
        assertThat(proxy.secure(DESK, "GET " + path)).startsWith("HTTP/1.1 200 ");
        assertThat(reached).containsExactly("desk " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q", "/q/", "/q/metrics", "/q/health", "/q/health/ready", "/q/dev-ui/", "/%71/metrics",
            "//q/metrics", "/x/../q/metrics", "/q%2Fmetrics", "/q/openapi/../metrics", "/logout/backchannel",
            "/logout/%62ackchannel"})
    void whatOnlyTheOperatorNeedsIsNotReachable(String path) throws IOException {
        assertThat(proxy.secure(DESK, "GET " + path)).startsWith("HTTP/1.1 404 ");
        assertThat(reached).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/realms/isnad/protocol/openid-connect/auth?client_id=isnad-web",
            "/realms/isnad/.well-known/openid-configuration", "/resources/abc/login/keycloak.v2/css/styles.css"})
    void signingInIsOpen(String path) throws IOException {
        assertThat(proxy.secure(LOGIN, "GET " + path)).startsWith("HTTP/1.1 200 ");
        assertThat(reached).containsExactly("keycloak " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/", "/admin/master/console/", "/admin/realms/isnad/users", "/realms/master/account",
            "/realms/master/protocol/openid-connect/auth", "/realms/isnad/../master/account",
            "/realms%2Fmaster/account",
            "//admin/", "/realms/isnad/clients-registrations/openid-connect", "/metrics", "/health/ready", "/realms/",
            "/realms/other/account"})
    void keycloaksAdministrationIsNotReachable(String path) throws IOException {
        assertThat(proxy.secure(LOGIN, "GET " + path)).startsWith("HTTP/1.1 404 ");
        assertThat(reached).isEmpty();
    }

    @Test
    void keycloaksAdministrationOpensToTheNamedNetwork(@TempDir Path other) throws Exception {
        try (var open = new Proxy(Programs.onPath("nginx", "nginx-light"), other, address(desk), address(keycloak),
                "127.0.0.1/32")) {
            assertThat(open.secure(LOGIN, "GET /admin/master/console/")).startsWith("HTTP/1.1 200 ");
            assertThat(open.secure(LOGIN, "GET /realms/master/account")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void theRootOfTheSignInHostLeadsToTheDesk() throws IOException {
        assertThat(proxy.secure(LOGIN, "GET /")).contains("\r\nLocation: https://" + DESK + "/\r\n");
    }

    @Test
    void longCookiesPassAndLargeBodiesDoNot() throws IOException {
        var cookie = "q_session=" + "c".repeat(12_000);

        assertThat(proxy.secure(DESK, "GET /queue\nCookie: " + cookie)).startsWith("HTTP/1.1 200 ").contains(cookie);
        assertThat(proxy.secure(DESK, "POST /articles\nContent-Length: 55000000")).startsWith("HTTP/1.1 413 ");
        assertThat(proxy.secure(LOGIN, "POST /realms/isnad/x\nContent-Length: 70000")).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void pagesAreNotCompressedAndFilesAre() throws IOException {
        assertThat(proxy.secure(DESK, "GET /queue\nAccept-Encoding: gzip")).doesNotContain("Content-Encoding");
        assertThat(proxy.secure(DESK, "GET /static/large.css\nAccept-Encoding: gzip"))
                .contains("\r\nContent-Encoding: gzip\r\n");
    }

    @Test
    void theAccessLogHoldsNoQueries() throws IOException {
        proxy.secure(DESK, "GET /sign-in/callback?code=very-secret");

        assertThat(proxy.accessLog()).contains("\"path\":\"/sign-in/callback\"").doesNotContain("very-secret");
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers with the headers that it was sent, and tries to set the header that is the proxy's. */
    private static HttpServer server(String name) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(name, exchange));
        server.start();
        return server;
    }

    private static void answer(String name, HttpExchange exchange) throws IOException {
        reached.add(name + " " + exchange.getRequestURI());
        var seen = new StringBuilder();
        exchange.getRequestHeaders()
                .forEach((header, values) -> seen.append(header.toLowerCase()).append('=').append(values).append('\n'));
        var body = (exchange.getRequestURI().getPath().endsWith(".css") ? "a{}\n".repeat(1000) : seen.toString())
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Strict-Transport-Security", "max-age=1");
        exchange.getResponseHeaders().set("Content-Type",
                exchange.getRequestURI().getPath().endsWith(".css") ? "text/css" : "text/html");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
