package org.isnad.article.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.FetchTrace;
import org.isnad.kernel.outbound.Fetched;

/**
 * A fetch as a WARC 1.1 file (ISO 28500:2017), each record packed by gzip on its own: a {@code warcinfo} record, then a {@code request}
 * and a {@code response} for each redirect and the last answer, with the bytes of the wire, the address that was connected to,
 * and SHA-256 digests; for a fetch that failed also a {@code metadata} record that says why. An answer whose head
 * cannot be read has no {@code response} record, since readers would stop there.
 */
public final class WarcFile {
    private static final Map<String, List<String>> ABOUT = Map.of("software", List.of("Isnad"), "format",
            List.of("WARC File Format 1.1"), "conformsTo",
            List.of("http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final WarcWriter writer;
    private final URI info;

    private WarcFile(Instant started) throws IOException {
        writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP);
        Warcinfo about = new Warcinfo.Builder().version(MessageVersion.WARC_1_1).date(started).fields(ABOUT).build();
        info = about.id();
        writer.write(about);
    }

    public static byte[] of(Fetched fetched) {
        return of(fetched.trace(), null);
    }

    public static byte[] of(FetchFailed failed) {
        return of(failed.trace(), failed);
    }

    private static byte[] of(FetchTrace trace, @Nullable FetchFailed failed) {
        try {
            WarcFile file = new WarcFile(trace.started());
            for (Exchange exchange : trace.exchanges()) {
                file.add(exchange);
            }
            if (failed != null) {
                file.add(failed);
            }
            file.writer.close();
            return file.bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private void add(Exchange exchange) throws IOException {
        if (exchange.request().length == 0) {
            return;
        }
        WarcRequest request = captured(new WarcRequest.Builder(exchange.address()), exchange, exchange.request())
                .body(MediaType.HTTP_REQUEST, exchange.request()).build();
        writer.write(request);
        if (exchange.status() == 0) {
            return;
        }
        WarcResponse.Builder response = captured(new WarcResponse.Builder(exchange.address()), exchange,
                exchange.response()).body(MediaType.HTTP_RESPONSE, exchange.response()).concurrentTo(request.id());
        if (exchange.cutBy() == null) {
            response.payloadDigest(sha256(exchange.payload()));
        } else {
            response.truncated(truncation(exchange.cutBy()));
        }
        writer.write(response.build());
    }

    private void add(FetchFailed failed) throws IOException {
        FetchTrace trace = failed.trace();
        WarcMetadata.Builder metadata = new WarcMetadata.Builder().version(MessageVersion.WARC_1_1).date(trace.ended())
                .warcinfoId(info).fields(Map.of("requested", List.of(onOneLine(trace.requested())), "failed",
                        List.of(failed.reason().name()), "because", List.of(onOneLine(failed.getMessage()))));
        trace.finalAddress().ifPresent(metadata::targetURI);
        writer.write(metadata.build());
    }

    private <B extends WarcCaptureRecord.AbstractBuilder<?, B>> B captured(B record, Exchange exchange, byte[] block) {
        return record.version(MessageVersion.WARC_1_1).date(exchange.started()).warcinfoId(info)
                .ipAddress(exchange.connected()).blockDigest(sha256(block));
    }

    private static WarcTruncationReason truncation(FetchFailed.Reason cutBy) {
        return switch (cutBy) {
            case TOO_LARGE -> WarcTruncationReason.LENGTH;
            case TIMEOUT -> WarcTruncationReason.TIME;
            case CONNECTION, TLS, BAD_RESPONSE -> WarcTruncationReason.DISCONNECT;
            default -> WarcTruncationReason.UNSPECIFIED;
        };
    }

    private static String onOneLine(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\p{Cc}", "\uFFFD");
    }

    private static WarcDigest sha256(byte[] bytes) {
        try {
            return new WarcDigest("sha256", MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
