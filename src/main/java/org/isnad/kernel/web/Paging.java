package org.isnad.kernel.web;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/**
 * Which piece of a list a request asks for. The answer's {@code Link} header (RFC 8288) has {@code rel="self"} and, unless the list
 * is at its end, {@code rel="next"}; clients follow that and never make a cursor themselves.
 *
 * @param limit
 *            how many items, 1 to {@value #MAX}
 * @param after
 *            the cursor that {@code rel="next"} named; null for the beginning
 */
public record Paging(int limit, @Nullable String after) {
    public static final int DEFAULT = 25;
    public static final int MAX = 100;

    /** What the parameters {@code limit} and {@code after} say; a limit beyond {@value #MAX} means {@value #MAX}. */
    public static Paging of(@Nullable String limit, @Nullable String after) {
        String cursor = after == null || after.isBlank() ? null : after;
        if (limit == null || limit.isBlank()) {
            return new Paging(DEFAULT, cursor);
        }
        if (!limit.matches("[1-9]\\d{0,8}")) {
            throw new Problem.Invalid("limit", "not-a-limit");
        }
        return new Paging(Math.min(MAX, Integer.parseInt(limit)), cursor);
    }

    /** Answers a piece with its links, which are relative to the server's address. */
    public <T> Response answer(Page<T> page, UriInfo uri) {
        URI asked = uri.getRequestUri();
        String query = asked.getRawQuery() == null ? "" : asked.getRawQuery();
        Response.ResponseBuilder answer = Response.ok(new Items<>(page.items())).header(HttpHeaders.LINK,
                link(asked, query, "self"));
        if (page.next() != null) {
            String others = Stream.of(query.split("&")).filter(pair -> !pair.isEmpty() && !pair.startsWith("after="))
                    .map(pair -> pair + "&").collect(Collectors.joining());
            answer.header(HttpHeaders.LINK, link(asked, others + "after=" + page.next(), "next"));
        }
        return answer.build();
    }

    private static String link(URI asked, String query, String rel) {
        return "<" + asked.getRawPath() + (query.isEmpty() ? "" : "?" + query) + ">; rel=\"" + rel + "\"";
    }

    /** A list's JSON: an object, so that it can gain members. */
    public record Items<T>(@Schema(description = "In the list's order") List<T> items) {}
}
