package org.isnad.platform.outbound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed.Reason;
import org.isnad.kernel.outbound.HttpField;

/**
 * Takes the content coding off an answer (RFC 9110, 8.4) without letting a small answer become a large one. Only gzip is asked for, so
 * only gzip is understood, and only once. The library reads a file of many small members in a loop; Java's own reader recurses.
 */
final class Unpacking {
    /** Bytes up to which nobody asks how well they were packed: a page of blanks is no attack. */
    static final int HARMLESS = 1 << 20;

    private final long most;
    private final int ratio;

    Unpacking(long most, int ratio) {
        this.most = most;
        this.ratio = ratio;
    }

    byte[] unpacked(Exchange answer, Deadline deadline) throws Refusal {
        List<String> codings = answer.headers().stream()
                .filter(field -> field.name().equalsIgnoreCase("Content-Encoding")).map(HttpField::value)
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity")).toList();
        // Some servers call an empty body packed.
        if (codings.isEmpty() || answer.payload().length == 0) {
            return answer.payload();
        }
        if (codings.size() > 1 || !codings.get(0).replace("x-gzip", "gzip").equals("gzip")) {
            throw new Refusal(Reason.BAD_RESPONSE,
                    "The answer is packed in a way that was not asked for: " + String.join(", ", codings));
        }
        return gunzipped(answer.payload(), deadline);
    }

    private byte[] gunzipped(byte[] packed, Deadline deadline) throws Refusal {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 << 10];
        try (InputStream in = GzipCompressorInputStream.builder().setDecompressConcatenated(true)
                .setInputStream(new ByteArrayInputStream(packed)).get()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                plain.write(buffer, 0, count);
                check(packed.length, plain.size());
                deadline.left();
            }
            return plain.toByteArray();
        } catch (IOException e) {
            throw new Refusal(Reason.BAD_RESPONSE, "The answer's packing (gzip) is damaged: " + e.getMessage());
        }
    }

    private void check(long packed, long plain) throws Refusal {
        if (plain > most) {
            throw new Refusal(Reason.TOO_LARGE, "Unpacked, the answer has more than " + most + " bytes.");
        }
        if (plain > HARMLESS && plain > packed * ratio) {
            throw new Refusal(Reason.TOO_COMPRESSED,
                    "The answer unpacks to more than " + ratio + " times its " + packed + " bytes.");
        }
    }
}
