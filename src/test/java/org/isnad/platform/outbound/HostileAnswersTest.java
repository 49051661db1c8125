package org.isnad.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.FetchFailed.Reason;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.outbound.OutboundRequest;

/** Servers that answer to do harm: each fetch ends within its limits, says why, and keeps what came until then. */
class HostileAnswersTest {
    private static final String SITE = "93.184.216.34";
    private static final Duration TIME = Duration.ofMillis(700);
    /** What a busy machine needs on top. */
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final String OK = HostileAnswers.OK;

    private final World world = new World().name("site.example", SITE);

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.isnad.platform.outbound.HostileAnswers#all")
    void ends(String what, Reason reason, ForeignServer.Answering answering) throws IOException {
        world.server(SITE, ForeignServer.answering(answering));
        Duration time = reason == Reason.TIMEOUT ? TIME : Duration.ofSeconds(10);
        long begun = System.nanoTime();

        FetchFailed failed = catchThrowableOfType(FetchFailed.class, () -> fetch("http://site.example/", time));

        assertThat(failed).as(what).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(time.plus(GRACE));
        assertThat(failed.reason()).as(failed.getMessage()).isEqualTo(reason);
        assertThat(failed).hasMessageMatching("\\P{Cc}{10,301}");
        assertThat(failed.trace().exchanges()).isNotEmpty()
                .allSatisfy(exchange -> assertThat(new String(exchange.request(), StandardCharsets.ISO_8859_1))
                        .startsWith("GET /").endsWith("\r\n\r\n"));
        assertThat(failed.trace().last().orElseThrow().response().length)
                .isLessThanOrEqualTo(2 * HostileAnswers.MOST + (1 << 20));
        assertThat(failed.trace().ended()).isAfterOrEqualTo(failed.trace().started());
    }

    /** A redirect's body does not matter, so it neither costs much nor spoils the redirect. */
    @Test
    void aRedirectWithoutEndIsFollowedAnyway() throws IOException, FetchFailed {
        world.server(SITE, ForeignServer.answering((path, out) -> {
            if (path.equals("/end")) {
                HostileAnswers.write(out, OK + "Content-Length: 2\r\n\r\nok");
            } else if (path.equals("/short")) {
                HostileAnswers.write(out, "HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Length: 99\r\n\r\nshort");
            } else {
                HostileAnswers.endless(out, "HTTP/1.1 302 Found\r\nLocation: /short\r\n\r\n", "x".repeat(1000));
            }
        }));

        Fetched fetched = fetch("http://site.example/");

        assertThat(fetched.body()).asString().isEqualTo("ok");
        assertThat(fetched.trace().redirects()).extracting(Exchange::cutBy)
                .containsExactly(Reason.TOO_LARGE, Reason.BAD_RESPONSE);
        assertThat(fetched.trace().redirects().get(0).payload()).hasSize(64 << 10);
        assertThat(fetched.answer().cutBy()).isNull();
    }

    /** Fifty thousand empty members: harmless, if they are not read by recursion. */
    @Test
    void gzipOfManyMembersIsRead() throws IOException, FetchFailed {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        byte[] empty = HostileAnswers.gzip(new byte[0]);
        for (int i = 0; i < 50_000; i++) {
            members.write(empty);
        }
        members.write(HostileAnswers.gzip("at last".getBytes(StandardCharsets.UTF_8)));
        world.server(SITE, ForeignServer.answering(HostileAnswers.packed(HostileAnswers.GZIP, members.toByteArray())));

        assertThat(new String(world.get("http://site.example/").body(), StandardCharsets.UTF_8)).isEqualTo("at last");
    }

    /** To the byte, however the body's end is told. */
    @Test
    void theLimitIsTheLimit() throws IOException, FetchFailed {
        String full = "x".repeat(HostileAnswers.MOST);
        world.server(SITE, ForeignServer.answering((path, out) -> HostileAnswers.write(out, switch (path) {
            case "/full" -> OK + "\r\n" + full;
            case "/more" -> OK + "\r\n" + full + "y";
            case "/full-chunk" -> OK + "Transfer-Encoding: chunked\r\n\r\n200000\r\n" + full + "\r\n0\r\n\r\n";
            default -> OK + "Transfer-Encoding: chunked\r\n\r\n200001\r\n" + full + "y\r\n0\r\n\r\n";
        })));

        assertThat(fetch("http://site.example/full").body()).hasSize(HostileAnswers.MOST);
        assertThat(fetch("http://site.example/full-chunk").body()).hasSize(HostileAnswers.MOST);
        assertThat(failure("http://site.example/more").reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(failure("http://site.example/more-chunk").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void whatCameBeforeTheFailureIsKept() throws IOException {
        world.server(SITE,
                ForeignServer.answering("HTTP/1.1 404 Not Found\r\nX-One: 1\r\nContent-Length: 4\r\n\r\ngone"));

        Exchange answer = failure("http://site.example/page?x").trace().last().orElseThrow();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("x-one")).contains("1");
        assertThat(answer.payload()).asString().isEqualTo("gone");
        assertThat(answer.address()).hasToString("http://site.example/page?x");
        assertThat(answer.connected().getHostAddress()).isEqualTo(SITE);
    }

    @Test
    void aNameServerThatDoesNotAnswerIsNotWaitedForLonger() throws IOException {
        world.slowName("slow.example", Duration.ofSeconds(60));
        long begun = System.nanoTime();

        FetchFailed failed = catchThrowableOfType(FetchFailed.class, () -> fetch("http://slow.example/", TIME));

        assertThat(failed.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TIME.plus(GRACE));
    }

    @Test
    void noConnectionIsTold() {
        // Nothing listens there: the port was free a moment ago.
        world.closedServer(SITE);

        FetchFailed failed = failure("http://site.example/");

        assertThat(failed.reason()).isEqualTo(Reason.CONNECTION);
        assertThat(failed).hasMessageContaining(SITE);
        assertThat(failed.trace().exchanges()).isEmpty();
    }

    /** One of several addresses is down: the next one is asked. */
    @Test
    void theNextAddressIsTried() throws IOException, FetchFailed {
        world.name("two.example", "93.184.216.35", SITE).closedServer("93.184.216.35")
                .server(SITE, ForeignServer.answering(OK + "Content-Length: 2\r\n\r\nok"));

        assertThat(fetch("http://two.example/").answer().connected().getHostAddress()).isEqualTo(SITE);
    }

    /** More fetches than places: one waits, and what it waits counts. */
    @Test
    void whoWaitsForAPlaceWaitsOnItsOwnTime() throws Exception {
        world.server(SITE, ForeignServer.answering((path, out) -> Thread.sleep(60_000)));
        Fetcher one = world.fetcher(TestSettings.strict().within(Duration.ofMillis(1500)).atOnce(1));
        Thread first = new Thread(() -> catchThrowableOfType(FetchFailed.class,
                () -> one.fetch(OutboundRequest.page("http://site.example/first"))));
        first.start();
        while (world.dialled.isEmpty()) {
            Thread.sleep(5);
        }
        FetchFailed second = catchThrowableOfType(FetchFailed.class,
                () -> one.fetch(OutboundRequest.page("http://site.example/second")));
        first.join();

        assertThat(second.reason()).isEqualTo(Reason.TIMEOUT);
    }

    private FetchFailed failure(String address) {
        return catchThrowableOfType(FetchFailed.class, () -> fetch(address));
    }

    private Fetched fetch(String address) throws FetchFailed {
        return fetch(address, Duration.ofSeconds(10));
    }

    private Fetched fetch(String address, Duration time) throws FetchFailed {
        return world.fetcher(TestSettings.strict().within(time).upTo(HostileAnswers.MOST))
                .fetch(OutboundRequest.page(address));
    }
}
