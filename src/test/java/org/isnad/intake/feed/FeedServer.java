package org.isnad.intake.feed;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.FetchTrace;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.outbound.HttpField;
import org.isnad.kernel.outbound.Outbound;
import org.isnad.kernel.outbound.OutboundRequest;

/** Somebody else's feed, as it answers the desk. */
final class FeedServer {
    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private FeedServer() {}

    static String rss(String... links) {
        StringBuilder items = new StringBuilder();
        for (String link : links) {
            items.append("<item><title>T</title><link>").append(link).append("</link></item>");
        }
        return "<rss version=\"2.0\"><channel><title>t</title><link>https://a.example/</link><description>d</description>"
                + items + "</channel></rss>";
    }

    static Outbound answering(String body) {
        return request -> answer(request, body);
    }

    static Outbound refusing(int status, HttpField... headers) {
        return request -> {
            throw status(status, headers);
        };
    }

    static Fetched answer(OutboundRequest request, String body, HttpField... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Exchange answer = exchange(200, bytes, headers);
        return new Fetched(new FetchTrace(request.address(), NOW, NOW, List.of(answer)), answer, bytes);
    }

    static FetchFailed status(int status, HttpField... headers) {
        return new FetchFailed(FetchFailed.Reason.HTTP_STATUS, "It answered with status " + status + ".",
                new FetchTrace("x", NOW, NOW, List.of(exchange(status, new byte[0], headers))));
    }

    private static Exchange exchange(int status, byte[] bytes, HttpField... headers) {
        return new Exchange(URI.create("https://feeds.example/"), InetAddress.getLoopbackAddress(), NOW, NOW,
                new byte[0], bytes, status, List.of(headers), bytes, null);
    }
}
