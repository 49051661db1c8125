package org.isnad.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.FetchFailed.Reason;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.outbound.OutboundRequest;

/** The connection goes to the address that was judged, and the certificate must be the name's. */
class EncryptedFetchTest {
    private static final String SITE = "93.184.216.34";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @TempDir
    static Path folder;
    private static TestCertificate site;
    private final World world = new World().name("site.example", SITE).name("other.example", SITE);

    @BeforeAll
    static void certify() throws Exception {
        site = TestCertificate.of(folder, "dns:site.example");
    }

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void theNameIsProvedAndTheAddressConnectedTo() throws IOException, FetchFailed {
        ForeignServer server = ForeignServer.encrypted(site.server(), OK);
        world.server(SITE, server).trusting(site.trust());

        Fetched fetched = world.get("https://site.example./x");

        assertThat(fetched.body()).asString().isEqualTo("ok");
        assertThat(fetched.answer().response()).asString().isEqualTo(OK);
        assertThat(fetched.answer().request()).asString(StandardCharsets.US_ASCII).isEqualTo(server.asked().get(0))
                .contains("\r\nHost: site.example\r\n");
        assertThat(server.namesAsked()).containsExactly("site.example");
        assertThat(world.dialled).singleElement().satisfies(dialled -> {
            assertThat(dialled.getAddress().getHostAddress()).isEqualTo(SITE);
            assertThat(dialled.getPort()).isEqualTo(443);
        });
    }

    @Test
    void anotherNamesCertificateIsRefused() throws IOException {
        world.server(SITE, ForeignServer.encrypted(site.server(), OK)).trusting(site.trust());

        assertRefused("https://other.example/");
        assertRefused("https://" + SITE + "/");
    }

    @Test
    void anUnknownCertificateIsRefused() throws IOException {
        world.server(SITE, ForeignServer.encrypted(site.server(), OK));

        assertRefused("https://site.example/");
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        TestCertificate expired = TestCertificate.of(folder, "dns:site.example", "-startdate", "-10d", "-validity",
                "5");
        world.server(SITE, ForeignServer.encrypted(expired.server(), OK)).trusting(expired.trust());

        assertRefused("https://site.example/");
    }

    @Test
    void aServerWithoutEncryptionIsRefused() throws IOException {
        world.server(SITE, ForeignServer.plain(OK));

        assertRefused("https://site.example/");
    }

    @Test
    void plainHttpToAnEncryptedPortEnds() throws IOException {
        world.server(SITE, ForeignServer.encrypted(site.server(), OK));

        FetchFailed failed = catchThrowableOfType(FetchFailed.class, () -> world.get("http://site.example/"));

        assertThat(failed.reason()).isIn(Reason.BAD_RESPONSE, Reason.CONNECTION);
    }

    @Test
    void aHandshakeThatNeverBeginsEnds() throws IOException {
        world.server(SITE, ForeignServer.silent());
        Fetcher fetcher = world.fetcher(TestSettings.strict().within(Duration.ofMillis(500)));
        long begun = System.nanoTime();

        FetchFailed failed = catchThrowableOfType(FetchFailed.class,
                () -> fetcher.fetch(OutboundRequest.page("https://site.example/")));

        assertThat(failed.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }

    private void assertRefused(String address) {
        FetchFailed failed = catchThrowableOfType(FetchFailed.class, () -> world.get(address));
        assertThat(failed.reason()).as(failed.getMessage()).isEqualTo(Reason.TLS);
        assertThat(failed.trace().last().orElseThrow().request()).isEmpty();
        assertThat(failed.trace().connected()).isPresent();
    }
}
