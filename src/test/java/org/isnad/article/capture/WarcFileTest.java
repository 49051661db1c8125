package org.isnad.article.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.Warcinfo;

import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.FetchFailed.Reason;
import org.isnad.kernel.outbound.FetchTrace;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.outbound.HttpField;

/** What is written is what another reader of WARC files finds. */
class WarcFileTest {
    private static final Instant STARTED = Instant.parse("2026-11-27T10:00:00.123456Z");
    private static final String REQUEST = "GET /a HTTP/1.1\r\nHost: site.example\r\n\r\n";
    private static final String REDIRECT = "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 4\r\n\r\ngone";

    @Test
    void redirectsAndTheAnswerAreReadBack() throws Exception {
        byte[] packed = gzip("صفحة".getBytes(StandardCharsets.UTF_8));
        byte[] answer = chunked(packed);
        Exchange last = exchange("http://site.example/b", 200, answer, packed, null);
        FetchTrace trace = trace(exchange("http://site.example/a", 302, bytes(REDIRECT), bytes("gone"), null), last);

        byte[] file = WarcFile.of(new Fetched(trace, last, bytes("unpacked")));

        List<Read> records = read(file);
        assertThat(records).extracting(Read::type).containsExactly(Warcinfo.class, WarcRequest.class,
                WarcResponse.class, WarcRequest.class, WarcResponse.class);
        assertThat(records).allSatisfy(read -> {
            assertThat(read.record().version()).isEqualTo(MessageVersion.WARC_1_1);
            assertThat(read.record().date()).isEqualTo(STARTED);
        });
        WarcRequest request = (WarcRequest) records.get(3).record();
        WarcResponse response = (WarcResponse) records.get(4).record();
        assertThat(records.get(3).block()).asString().isEqualTo(REQUEST);
        assertThat(response.target()).isEqualTo("http://site.example/b");
        assertThat(response.ipAddress()).contains(InetAddress.getByName("2606:4700::1111"));
        assertThat(response.concurrentTo()).containsExactly(request.id());
        assertThat(response.warcinfoID()).contains(records.get(0).record().id());
        assertThat(response.truncated()).isEqualTo(WarcTruncationReason.NOT_TRUNCATED);
        assertThat(records.get(4).block()).isEqualTo(answer);
        assertThat(response.payloadDigest().orElseThrow().bytes()).isEqualTo(sha256(packed));
        assertThat(response.blockDigest().orElseThrow().bytes()).isEqualTo(sha256(answer));
        assertThat(records.get(2).block()).asString().isEqualTo(REDIRECT);
    }

    /** A reader takes off chunks and packing, and finds the page. */
    @Test
    void thePayloadIsThePage() throws Exception {
        byte[] packed = gzip("صفحة".getBytes(StandardCharsets.UTF_8));
        Exchange last = exchange("http://site.example/b", 200, chunked(packed), packed, null);

        try (WarcReader reader = reader(WarcFile.of(new Fetched(trace(last), last, new byte[0])))) {
            reader.next();
            reader.next();
            WarcResponse response = (WarcResponse) reader.next().orElseThrow();
            assertThat(response.http().status()).isEqualTo(200);
            assertThat(response.http().headers().first("X-Name")).contains("v");
            byte[] payload = response.payload().orElseThrow().body().stream().readAllBytes();
            assertThat(new GZIPInputStream(new ByteArrayInputStream(payload)).readAllBytes())
                    .isEqualTo("صفحة".getBytes(StandardCharsets.UTF_8));
            assertThat(reader.next()).isEmpty();
        }
    }

    /** So that each can be read without what stands before it. */
    @Test
    void eachRecordIsPackedOnItsOwn() throws Exception {
        Exchange last = exchange("http://site.example/b", 200, bytes(REDIRECT), bytes("gone"), null);
        byte[] file = WarcFile.of(new Fetched(trace(last), last, new byte[0]));

        try (WarcReader reader = reader(file)) {
            assertThat(reader.compression()).isEqualTo(WarcCompression.GZIP);
            for (var record = reader.next(); record.isPresent(); record = reader.next()) {
                int at = (int) reader.position();
                assertThat(file[at]).isEqualTo((byte) 0x1F);
                assertThat(file[at + 1]).isEqualTo((byte) 0x8B);
            }
        }
    }

    @Test
    void aFailureIsKeptWithItsReasonAndWhatCame() throws Exception {
        FetchTrace trace = trace(exchange("http://site.example/a", 200, bytes("HTTP/1.1 200 OK\r\n\r\nhalf"),
                bytes("half"), Reason.TIMEOUT));

        List<Read> records = read(WarcFile.of(new FetchFailed(Reason.TIMEOUT, "It took longer than 20 s.", trace)));

        assertThat(records).extracting(Read::type).containsExactly(Warcinfo.class, WarcRequest.class,
                WarcResponse.class, WarcMetadata.class);
        WarcResponse response = (WarcResponse) records.get(2).record();
        assertThat(response.truncated()).isEqualTo(WarcTruncationReason.TIME);
        assertThat(response.payloadDigest()).isEmpty();
        assertThat(((WarcMetadata) records.get(3).record()).target()).isEqualTo("http://site.example/a");
        assertThat(records.get(3).block()).asString(StandardCharsets.UTF_8).contains("failed: TIMEOUT\r\n",
                "because: It took longer than 20 s.\r\n", "requested: http://site.example/\r\n");
    }

    @Test
    void aRefusedAddressIsKeptThoughItIsNone() throws Exception {
        FetchTrace trace = new FetchTrace("ht\r\ntp://١", STARTED, STARTED, List.of());

        List<Read> records = read(WarcFile.of(new FetchFailed(Reason.NOT_AN_ADDRESS, "No address.", trace)));

        assertThat(records).extracting(Read::type).containsExactly(Warcinfo.class, WarcMetadata.class);
        assertThat(records.get(1).block()).asString(StandardCharsets.UTF_8)
                .contains("requested: ht\uFFFD\uFFFDtp://١\r\n");
    }

    @Test
    void anAnswerWithoutReadableHeadIsLeftOut() throws Exception {
        FetchTrace trace = trace(
                exchange("http://site.example/a", 0, bytes("garbage"), new byte[0], Reason.BAD_RESPONSE));

        List<Read> records = read(WarcFile.of(new FetchFailed(Reason.BAD_RESPONSE, "Not HTTP.", trace)));

        assertThat(records).extracting(Read::type).containsExactly(Warcinfo.class, WarcRequest.class,
                WarcMetadata.class);
    }

    private static List<Read> read(byte[] file) throws IOException {
        List<Read> records = new ArrayList<>();
        try (WarcReader reader = reader(file)) {
            reader.calculateBlockDigest();
            for (WarcRecord record : reader) {
                byte[] block = record.body().stream().readAllBytes();
                if (record.blockDigest().isPresent()) {
                    assertThat(record.calculatedBlockDigest()).isEqualTo(record.blockDigest());
                }
                records.add(new Read(record, block));
            }
        }
        return records;
    }

    private static WarcReader reader(byte[] file) throws IOException {
        WarcReader reader = new WarcReader(new ByteArrayInputStream(file));
        reader.onWarning(warning -> {
            throw new AssertionError(warning);
        });
        return reader;
    }

    private static Exchange exchange(String address, int status, byte[] response, byte[] payload,
            @Nullable Reason cutBy) throws IOException {
        return new Exchange(URI.create(address), InetAddress.getByName("2606:4700::1111"), STARTED,
                STARTED.plusSeconds(1), bytes(REQUEST), response, status, List.of(new HttpField("X-Name", "v")),
                payload,
                cutBy);
    }

    private static FetchTrace trace(Exchange... exchanges) {
        return new FetchTrace("http://site.example/", STARTED, STARTED.plusSeconds(2), List.of(exchanges));
    }

    private static byte[] chunked(byte[] payload) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(
                bytes("HTTP/1.1 200 OK\r\nX-Name: v\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"));
        answer.write(bytes("1\r\n"));
        answer.write(payload, 0, 1);
        answer.write(bytes("\r\n" + Integer.toHexString(payload.length - 1) + "\r\n"));
        answer.write(payload, 1, payload.length - 1);
        answer.write(bytes("\r\n0\r\n\r\n"));
        return answer.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private record Read(WarcRecord record, byte[] block) {
        Class<?> type() {
            return record.getClass();
        }
    }
}
