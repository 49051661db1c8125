package org.isnad.platform.outbound;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.params.provider.Arguments;

import org.isnad.kernel.outbound.FetchFailed.Reason;

/** Answers that do harm to whoever believes them: what they are, why they are refused, and how they are given. */
final class HostileAnswers {
    /** The limit that they are to exceed, in bytes. */
    static final int MOST = 2 << 20;
    static final String OK = "HTTP/1.1 200 OK\r\n";
    static final String GZIP = OK + "Content-Encoding: gzip\r\n";

    private HostileAnswers() {}

    static Stream<Arguments> all() throws IOException {
        return Stream.of(
                answer("nothing, and closes", Reason.BAD_RESPONSE, ""),
                answer("nothing, for ever", Reason.TIMEOUT, (path, out) -> Thread.sleep(60_000)),
                answer("a head that drips", Reason.TIMEOUT,
                        (path, out) -> drip(out, OK + "X-Filler: " + "x".repeat(500))),
                answer("a body that drips", Reason.TIMEOUT, (path, out) -> drip(out, OK + "\r\n", "x".repeat(500))),
                answer("chunks that drip", Reason.TIMEOUT, (path, out) -> drip(out,
                        OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n".repeat(100))),
                answer("interim answers that drip", Reason.TIMEOUT,
                        (path, out) -> drip(out, "HTTP/1.1 100 Continue\r\n\r\n".repeat(6), "")),
                answer("half a body, then silence", Reason.TIMEOUT, (path, out) -> {
                    write(out, OK + "Content-Length: 10\r\n\r\nhalf");
                    Thread.sleep(60_000);
                }),
                answer("headers without end", Reason.BAD_RESPONSE, (path, out) -> endless(out, OK, "X-More: 1\r\n")),
                answer("a header line without end", Reason.BAD_RESPONSE, (path, out) -> endless(out, OK + "X: ", "x")),
                answer("folded lines without end", Reason.BAD_RESPONSE,
                        (path, out) -> endless(out, OK + "X: 1\r\n", " x\r\n")),
                answer("a huge header", Reason.BAD_RESPONSE, OK + "X: " + "x".repeat(100_000) + "\r\n\r\n"),
                answer("empty lines without end", Reason.BAD_RESPONSE, (path, out) -> endless(out, "", "\r\n")),
                answer("a body without end", Reason.TOO_LARGE,
                        (path, out) -> endless(out, OK + "\r\n", "x".repeat(1000))),
                answer("chunks without end", Reason.TOO_LARGE, (path, out) -> endless(out,
                        OK + "Transfer-Encoding: chunked\r\n\r\n", "3e8\r\n" + "x".repeat(1000) + "\r\n")),
                answer("more frame than picture", Reason.TOO_LARGE, (path, out) -> endless(out,
                        OK + "Transfer-Encoding: chunked\r\n\r\n", "1;ext=" + "y".repeat(10_000) + "\r\nx\r\n")),
                answer("trailers without end", Reason.BAD_RESPONSE, (path, out) -> endless(out,
                        OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "X-More: 1\r\n")),
                answer("a length above the limit", Reason.TOO_LARGE, OK + "Content-Length: 2097153\r\n\r\n"),
                answer("a length above all numbers", Reason.BAD_RESPONSE,
                        OK + "Content-Length: 99999999999999999999\r\n\r\nx"),
                answer("a length that is too long", Reason.BAD_RESPONSE, OK + "Content-Length: 10\r\n\r\nshort"),
                answer("a negative length", Reason.BAD_RESPONSE, OK + "Content-Length: -1\r\n\r\nx"),
                answer("no number for a length", Reason.BAD_RESPONSE, OK + "Content-Length: 0x2\r\n\r\nxx"),
                answer("two lengths", Reason.BAD_RESPONSE, OK + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx"),
                answer("chunks that are none", Reason.BAD_RESPONSE,
                        OK + "Transfer-Encoding: chunked\r\n\r\nthis is no chunk\r\n"),
                answer("a negative chunk", Reason.BAD_RESPONSE, OK + "Transfer-Encoding: chunked\r\n\r\n-5\r\nx\r\n"),
                answer("a chunk longer than told", Reason.BAD_RESPONSE,
                        OK + "Transfer-Encoding: chunked\r\n\r\n1\r\nxyz\r\n0\r\n\r\n"),
                answer("a chunk above all numbers", Reason.BAD_RESPONSE,
                        OK + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx"),
                answer("no last chunk", Reason.BAD_RESPONSE, OK + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n"),
                answer("an unknown transfer coding", Reason.BAD_RESPONSE, OK + "Transfer-Encoding: lz4\r\n\r\nx"),
                answer("a gzip bomb", Reason.TOO_COMPRESSED, packed(GZIP, gzip(blanks(20)))),
                answer("a gzip bomb in a gzip bomb", Reason.BAD_RESPONSE,
                        packed(OK + "Content-Encoding: gzip, gzip\r\n", gzip(gzip(blanks(20))))),
                answer("a gzip bomb named twice", Reason.BAD_RESPONSE,
                        packed(GZIP + "Content-Encoding: gzip\r\n", gzip(gzip(blanks(20))))),
                answer("gzip that is just too large", Reason.TOO_LARGE,
                        packed(GZIP, gzip(noise(3)))),
                answer("gzip that ends early", Reason.BAD_RESPONSE,
                        packed(GZIP, half(gzip(noise(1))))),
                answer("gzip that is none", Reason.BAD_RESPONSE, GZIP + "\r\n<html>"),
                answer("another packing", Reason.BAD_RESPONSE, OK + "Content-Encoding: br\r\n\r\nx"),
                answer("HTTP/0.9", Reason.BAD_RESPONSE, "<html>before there were heads</html>"),
                answer("HTTP/2", Reason.BAD_RESPONSE, "HTTP/2.0 200 OK\r\n\r\nx"),
                answer("HTTP/9.9", Reason.BAD_RESPONSE, "HTTP/9.9 200 OK\r\n\r\nx"),
                answer("another protocol", Reason.BAD_RESPONSE, "220 mail.example ESMTP ready\r\n"),
                answer("bytes", Reason.BAD_RESPONSE, "\u0000\u0001\u0002\u00ff".repeat(100) + "\r\n\r\n"),
                answer("no status", Reason.BAD_RESPONSE, "HTTP/1.1 \r\n\r\n"),
                answer("a status that is none", Reason.BAD_RESPONSE, "HTTP/1.1 abc OK\r\n\r\n"),
                answer("status zero", Reason.BAD_RESPONSE, "HTTP/1.1 000 OK\r\n\r\n"),
                answer("a status below all", Reason.BAD_RESPONSE, "HTTP/1.1 99 Odd\r\n\r\n"),
                answer("a status above all", Reason.HTTP_STATUS, "HTTP/1.1 999 Odd\r\n\r\n"),
                answer("a header without colon", Reason.BAD_RESPONSE, OK + "no colon here\r\n\r\nx"),
                answer("100 without end", Reason.BAD_RESPONSE,
                        (path, out) -> endless(out, "", "HTTP/1.1 100 Continue\r\n\r\n")),
                answer("another protocol from here on", Reason.BAD_RESPONSE,
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"),
                answer("401", Reason.HTTP_STATUS, "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\n\r\n"),
                answer("404", Reason.HTTP_STATUS, "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone"),
                answer("404 without end", Reason.HTTP_STATUS,
                        (path, out) -> endless(out, "HTTP/1.1 404 No\r\n\r\n", "x")),
                answer("407", Reason.HTTP_STATUS, "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=x\r\n\r\n"),
                answer("304", Reason.HTTP_STATUS, "HTTP/1.1 304 Not Modified\r\n\r\n"),
                answer("503", Reason.HTTP_STATUS, "HTTP/1.1 503 Later\r\n\r\n"),
                answer("a redirect to itself", Reason.TOO_MANY_REDIRECTS, redirect("/")),
                answer("redirects without end", Reason.TOO_MANY_REDIRECTS,
                        (path, out) -> write(out, redirect(path + "x"))),
                answer("redirects between two", Reason.TOO_MANY_REDIRECTS,
                        (path, out) -> write(out, redirect(path.equals("/a") ? "/b" : "/a"))),
                answer("redirects that drip", Reason.TIMEOUT,
                        (path, out) -> drip(out, redirect(path + "x") + " ".repeat(500))),
                answer("a redirect without a target", Reason.BAD_REDIRECT, "HTTP/1.1 302 Found\r\n\r\n"),
                answer("a redirect to nothing", Reason.BAD_REDIRECT, redirect("  ")),
                answer("a redirect to two places", Reason.BAD_REDIRECT,
                        "HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\n\r\n"),
                answer("a redirect to no address", Reason.BAD_REDIRECT, redirect("http://")),
                answer("a redirect to an endless address", Reason.BAD_REDIRECT, redirect("/" + "x".repeat(9_000))),
                answer("a redirect to a file", Reason.SCHEME, redirect("file:///etc/passwd")),
                answer("a redirect to gopher", Reason.SCHEME, redirect("gopher://site.example/")),
                answer("a redirect to data", Reason.SCHEME, redirect("data:text/html,x")),
                answer("a redirect to another port", Reason.PORT, redirect("http://site.example:8080/")),
                answer("a redirect with a password", Reason.CREDENTIALS_IN_ADDRESS,
                        redirect("http://a:b@site.example/")),
                answer("a redirect to loopback", Reason.FORBIDDEN_ADDRESS, redirect("http://127.0.0.1/")),
                answer("a redirect to nobody", Reason.UNKNOWN_HOST, redirect("http://nobody.example/")));
    }

    private static Arguments answer(String what, Reason reason, ForeignServer.Answering answering) {
        return arguments(what, reason, answering);
    }

    private static Arguments answer(String what, Reason reason, String answer) {
        return answer(what, reason, (path, out) -> write(out, answer));
    }

    private static String redirect(String location) {
        return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    static ForeignServer.Answering packed(String head, byte[] body) {
        return (path, out) -> {
            write(out, head + "Content-Length: " + body.length + "\r\n\r\n");
            out.write(body);
        };
    }

    /** Byte after byte, each well before any socket's timeout. */
    private static void drip(OutputStream out, String... parts) throws IOException, InterruptedException {
        for (String part : parts) {
            for (char c : part.toCharArray()) {
                out.write(c);
                out.flush();
                Thread.sleep(10);
            }
        }
    }

    static void endless(OutputStream out, String first, String again) throws IOException {
        write(out, first);
        byte[] bytes = again.repeat(Math.max(1, 8_000 / again.length())).getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            out.write(bytes);
        }
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] blanks(int mebibytes) {
        return new byte[mebibytes << 20];
    }

    private static byte[] noise(int mebibytes) {
        byte[] noise = new byte[mebibytes << 20];
        new Random(1).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            // Sixteen letters: packs to about half.
            noise[i] = (byte) ('a' + (noise[i] & 15));
        }
        return noise;
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }
}
