package org.isnad.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.FetchFailed.Reason;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.outbound.HttpField;
import org.isnad.kernel.outbound.OutboundRequest;
import org.isnad.kernel.outbound.Validators;

/** What a fetch asks and brings back from servers that mean no harm. */
class FetcherTest {
    private static final String SITE = "93.184.216.34";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final World world = new World().name("site.example", SITE).name("xn--wgbh1c.example", SITE);

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void thePageItsHeadersAndItsBytesAreKept() throws IOException, FetchFailed {
        String answer = "HTTP/1.1 200 Fine\r\nB: 1\r\nContent-Type: Text/HTML; Charset=\"windows-1256\"\r\na: 2\r\nB: 3\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n2\r\n\u00e3\u00d1\r\n1\r\n!\r\n0\r\n\r\n";
        ForeignServer server = ForeignServer.answering(answer);
        world.server(SITE, server);

        Fetched fetched = world.get("  http://Site.Example:80/\u0645?q=\u0645 x#part ");

        assertThat(server.asked()).containsExactly("GET /%D9%85?q=%D9%85%20x HTTP/1.1\r\nHost: site.example\r\n"
                + "User-Agent: Isnad (+https://newsroom.example/about)\r\n"
                + "Accept: text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5\r\n"
                + "Accept-Encoding: gzip\r\nConnection: close\r\n\r\n");
        Exchange exchange = fetched.answer();
        assertThat(exchange.request()).asString(StandardCharsets.US_ASCII).isEqualTo(server.asked().get(0));
        assertThat(exchange.response()).asString(StandardCharsets.ISO_8859_1).isEqualTo(answer);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.headers()).startsWith(new HttpField("B", "1"),
                new HttpField("Content-Type", "Text/HTML; Charset=\"windows-1256\""), new HttpField("a", "2"),
                new HttpField("B", "3"));
        assertThat(exchange.address()).hasToString("http://site.example/%D9%85?q=%D9%85%20x");
        assertThat(exchange.connected().getHostAddress()).isEqualTo(SITE);
        assertThat(exchange.ended()).isAfterOrEqualTo(exchange.started());
        assertThat(fetched.body()).asString(StandardCharsets.ISO_8859_1).isEqualTo("\u00e3\u00d1!");
        assertThat(fetched.mediaType()).contains("text/html");
        assertThat(fetched.charset()).contains("windows-1256");
        assertThat(fetched.trace().redirects()).isEmpty();
        assertThat(fetched.trace().requested()).startsWith("  http://Site");
    }

    @Test
    void whatIsPackedIsUnpackedAndItsPackedFormIsKept() throws IOException, FetchFailed {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("text ".repeat(100).getBytes(StandardCharsets.US_ASCII));
        }
        world.server(SITE, ForeignServer.answering((path, out) -> {
            out.write("HTTP/1.0 200 OK\r\nContent-Encoding: X-GZip\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(packed.toByteArray());
        }));

        Fetched fetched = world.get("http://site.example/");

        assertThat(fetched.body()).asString().isEqualTo("text ".repeat(100));
        assertThat(fetched.answer().payload()).isEqualTo(packed.toByteArray());
        assertThat(fetched.mediaType()).isEmpty();
        assertThat(fetched.charset()).isEmpty();
    }

    /** A page of blanks packs a thousandfold and is no bomb. */
    @Test
    void smallPagesMayPackWell() throws IOException, FetchFailed {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[1 << 20]);
        }
        world.server(SITE, ForeignServer.answering((path, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(packed.toByteArray());
        }));

        assertThat(world.get("http://site.example/").body()).hasSize(1 << 20);
    }

    @Test
    void redirectsAreFollowedWithoutCookiesOrPasswords() throws IOException, FetchFailed {
        List<String> locations = List.of("b/../c?x", "?y", "//site.example/d", "/\u00d9\u0085",
                "http://SITE.example/end#z");
        ForeignServer server = ForeignServer.answering((path, out) -> {
            int hop = List.of("/a", "/c?x", "/c?y", "/d", "/%D9%85").indexOf(path);
            out.write((hop < 0
                    ? OK
                    : "HTTP/1.1 " + List.of(301, 302, 303, 307, 308).get(hop) + " Go\r\nSet-Cookie: a=b\r\nLocation: "
                            + locations.get(hop) + "\r\n\r\nleft behind")
                    .getBytes(StandardCharsets.ISO_8859_1));
        });
        world.server(SITE, server);

        Fetched fetched = world.get("http://site.example/a");

        assertThat(fetched.trace().exchanges()).extracting(exchange -> exchange.address().toString()).containsExactly(
                "http://site.example/a", "http://site.example/c?x", "http://site.example/c?y", "http://site.example/d",
                "http://site.example/%D9%85", "http://site.example/end");
        assertThat(fetched.trace().redirects()).extracting(Exchange::status).containsExactly(301, 302, 303, 307, 308);
        assertThat(fetched.trace().redirects()).allSatisfy(
                exchange -> assertThat(exchange.payload()).asString().isEqualTo("left behind"));
        assertThat(fetched.trace().finalAddress()).hasToString("Optional[http://site.example/end]");
        assertThat(server.asked()).hasSize(6)
                .allSatisfy(head -> assertThat(head).doesNotContainIgnoringCase("cookie", "authorization", "referer"));
    }

    @Test
    void namesOfOtherAlphabetsAreAskedForInAscii() throws IOException, FetchFailed {
        ForeignServer server = ForeignServer.answering(OK);
        world.server(SITE, server);

        assertThat(world.get("http://\u0645\u0635\u0631.example./").answer().address())
                .hasToString("http://xn--wgbh1c.example/");
        assertThat(world.lookedUp).containsExactly("xn--wgbh1c.example");
        assertThat(server.asked().get(0)).contains("Host: xn--wgbh1c.example\r\n");
    }

    @Test
    void interimAnswersAreNoAnswer() throws IOException, FetchFailed {
        world.server(SITE, ForeignServer.answering(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK));

        Fetched fetched = world.get("http://site.example/");

        assertThat(fetched.answer().status()).isEqualTo(200);
        assertThat(fetched.answer().response()).asString().isEqualTo(OK);
    }

    /** What a body's length leaves out is not part of it. */
    @Test
    void aLengthThatIsTooShortCutsTheBody() throws IOException, FetchFailed {
        world.server(SITE, ForeignServer.answering(OK + "HTTP/1.1 200 OK\r\n\r\nsmuggled"));

        assertThat(world.get("http://site.example/").body()).asString().isEqualTo("ok");
    }

    @Test
    void anEmptyAnswerIsAnAnswer() throws IOException, FetchFailed {
        world.server(SITE, ForeignServer.answering("HTTP/1.1 204 No Content\r\nContent-Encoding: gzip\r\n\r\n"));

        assertThat(world.get("http://site.example/").body()).isEmpty();
    }

    @Test
    void whatIsKnownIsAskedForOnlyIfItChanged() throws IOException {
        ForeignServer server = ForeignServer.answering("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n");
        world.server(SITE, server);
        OutboundRequest again = new OutboundRequest("http://site.example/feed", "*/*", false,
                new Validators("W/\"a\"", "Fri, 20 Nov 2026 08:00:00 GMT"));

        FetchFailed unchanged = failure(world.fetcher(TestSettings.strict()), again);

        assertThat(server.asked().get(0)).contains("If-None-Match: W/\"a\"\r\n",
                "If-Modified-Since: Fri, 20 Nov 2026 08:00:00 GMT\r\n");
        assertThat(unchanged.reason()).isEqualTo(Reason.HTTP_STATUS);
        Exchange answer = unchanged.trace().last().orElseThrow();
        assertThat(answer.status()).isEqualTo(304);
        assertThat(Validators.of(answer)).isEqualTo(new Validators("\"a\"", null));
    }

    /** Proxies of the machine would connect for us, to wherever the name leads them. */
    @Test
    void proxiesOfTheMachineAreNotAsked() throws IOException, FetchFailed {
        List<String> kinds = List.of("http", "https", "socks");
        try (ForeignServer proxy = ForeignServer.answering("HTTP/1.1 200 OK\r\n\r\nproxy")) {
            kinds.forEach(kind -> {
                System.setProperty(kind.equals("socks") ? "socksProxyHost" : kind + ".proxyHost", "127.0.0.1");
                System.setProperty(kind.equals("socks") ? "socksProxyPort" : kind + ".proxyPort", "" + proxy.port());
            });
            // Empty, loopback is asked through the proxy too, which is where the test's server is.
            List.of("http.nonProxyHosts", "socksNonProxyHosts").forEach(except -> System.setProperty(except, ""));
            world.server(SITE, ForeignServer.answering(OK));

            assertThat(world.get("http://site.example/").body()).asString().isEqualTo("ok");
            assertThat(proxy.connections()).isZero();
        } finally {
            kinds.forEach(kind -> {
                System.clearProperty(kind.equals("socks") ? "socksProxyHost" : kind + ".proxyHost");
                System.clearProperty(kind.equals("socks") ? "socksProxyPort" : kind + ".proxyPort");
            });
            List.of("http.nonProxyHosts", "socksNonProxyHosts").forEach(System::clearProperty);
        }
    }

    @Test
    void onlyUnattendedRequestsKeepToRobotsUnlessThePolicySaysOtherwise() throws IOException, FetchFailed {
        ForeignServer server = robots("200 OK",
                "User-agent: *\nDisallow: /private\n\nUser-agent: isnad\nDisallow: /drafts");
        world.server(SITE, server);
        OutboundRequest person = new OutboundRequest("http://site.example/drafts/1", "*/*", false);
        OutboundRequest feed = new OutboundRequest("http://site.example/drafts/1", "*/*", true);
        OutboundRequest open = new OutboundRequest("http://site.example/private", "*/*", true);
        TestSettings strict = TestSettings.strict();

        Fetcher usual = world.fetcher(strict);
        assertThat(usual.fetch(person).body()).hasSize(2);
        assertThat(server.asked()).hasSize(1);
        assertThat(failure(usual, feed).reason()).isEqualTo(Reason.ROBOTS);
        assertThat(usual.fetch(open).trace().exchanges()).hasSize(1);
        assertThat(server.asked()).hasSize(3);
        assertThat(failure(world.fetcher(strict.robots(OutboundSettings.RobotsPolicy.ALWAYS)), person).reason())
                .isEqualTo(Reason.ROBOTS);
        assertThat(world.fetcher(strict.robots(OutboundSettings.RobotsPolicy.NEVER)).fetch(feed).body()).hasSize(2);
    }

    @Test
    void robotsThatAreNotThereAllowAndRobotsThatCannotBeHadForbid() throws IOException, FetchFailed {
        List<String> names = new ArrayList<>();
        for (String status : List.of("404 No", "403 No", "500 Broken", "503 Later", "302 Elsewhere")) {
            String address = "93.184.216." + (100 + names.size());
            names.add(status.charAt(0) + ".example" + names.size() + ".example");
            world.name(names.get(names.size() - 1), address).server(address, robots(status, ""));
        }
        Fetcher fetcher = world.fetcher(TestSettings.strict());

        for (String name : names) {
            OutboundRequest feed = new OutboundRequest("http://" + name + "/feed", "*/*", true);
            if (name.startsWith("4")) {
                assertThat(fetcher.fetch(feed).body()).as(name).hasSize(2);
            } else {
                assertThat(failure(fetcher, feed).reason()).as(name).isEqualTo(Reason.ROBOTS);
            }
        }
    }

    /** Where robots.txt is asked for, the same rules hold as for the page. */
    @Test
    void robotsLeadNowhereElse() throws IOException {
        world.server(SITE, ForeignServer.answering("HTTP/1.1 302 Go\r\nLocation: http://127.0.0.1/\r\n\r\n"));
        Fetcher fetcher = world.fetcher(TestSettings.strict());

        assertThat(failure(fetcher, new OutboundRequest("http://site.example/", "*/*", true)))
                .hasMessageContaining("127.0.0.1 is not on the public internet");
        assertThat(failure(fetcher, new OutboundRequest("http://127.0.0.1/", "*/*", true)).reason())
                .isEqualTo(Reason.FORBIDDEN_ADDRESS);
        assertThat(world.dialled).hasSize(1);
    }

    private static ForeignServer robots(String status, String rules) throws IOException {
        return ForeignServer.answering((path, out) -> out.write((path.equals("/robots.txt")
                ? "HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\nContent-Length: " + rules.length()
                        + "\r\n\r\n"
                        + rules
                : OK).getBytes(StandardCharsets.US_ASCII)));
    }

    private static FetchFailed failure(Fetcher fetcher, OutboundRequest request) {
        return catchThrowableOfType(FetchFailed.class, () -> fetcher.fetch(request));
    }
}
