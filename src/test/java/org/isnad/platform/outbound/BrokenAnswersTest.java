package org.isnad.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.isnad.article.capture.WarcFile;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.outbound.OutboundRequest;

/** Answers that were damaged on the way are read or refused, and can be kept either way; nothing else ever comes out. */
class BrokenAnswersTest {
    private static final AtomicReference<byte[]> ANSWER = new AtomicReference<>(new byte[0]);
    private static final World WORLD = new World().name("site.example", "93.184.216.34");

    @BeforeContainer
    static void serve() throws IOException {
        WORLD.server("93.184.216.34", ForeignServer.answering((path, out) -> out.write(ANSWER.get())));
    }

    @AfterContainer
    static void close() throws IOException {
        WORLD.close();
    }

    @Property(tries = 300)
    void areReadOrRefused(@ForAll("damaged") byte[] answer) {
        ANSWER.set(answer);
        try {
            Fetched fetched = WORLD.fetcher(TestSettings.strict()).fetch(OutboundRequest.page("http://site.example/"));
            assertThat(fetched.answer().status()).isBetween(200, 299);
            assertThat(WarcFile.of(fetched)).isNotEmpty();
        } catch (FetchFailed e) {
            assertThat(e).hasMessageMatching("\\P{Cc}{10,301}");
            assertThat(WarcFile.of(e)).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<byte[]> damaged() throws IOException {
        Arbitrary<Damage> damage = Combinators.combine(Arbitraries.integers().between(0, 400),
                Arbitraries.of("", "\n", "999", "\r\n\r\n", "\u0000", "-", "\u00ff", ": "),
                Arbitraries.integers().between(0, 3))
                .as(Damage::new);
        return Combinators
                .combine(Arbitraries.of(whole()), damage.list().ofMinSize(1).ofMaxSize(4), Arbitraries.of(true, false))
                .as((answer, damages, cut) -> {
                    byte[] bytes = answer;
                    for (Damage each : damages) {
                        bytes = each.to(bytes);
                    }
                    return cut ? Arrays.copyOf(bytes, bytes.length - Math.min(bytes.length, damages.get(0).at)) : bytes;
                });
    }

    private static List<byte[]> whole() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("a page of text ".repeat(40).getBytes(StandardCharsets.US_ASCII));
        }
        String body = packed.toString(StandardCharsets.ISO_8859_1);
        return Stream.of(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length() + "\r\n\r\n" + body,
                "HTTP/1.1 200 OK\r\nX: 1\r\n 2\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nT: 1\r\n\r\n",
                "HTTP/1.1 103 Hints\r\nLink: x\r\n\r\nHTTP/1.0 200 OK\r\nContent-Type: text/html; charset=x\r\n\r\nbody",
                "HTTP/1.1 302 Found\r\nLocation: http://site.example/x?y#z\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone")
                .map(answer -> answer.getBytes(StandardCharsets.ISO_8859_1)).toList();
    }

    /** Puts something into the bytes, over as many of them. */
    private record Damage(int at, String put, int over) {
        byte[] to(byte[] bytes) {
            int from = bytes.length == 0 ? 0 : at % bytes.length;
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return (text.substring(0, from) + put + text.substring(Math.min(text.length(), from + over)))
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
