package org.isnad.kernel.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One request and what came back, over a connection of its own.
 *
 * @param address
 *            what was asked for
 * @param connected
 *            the address that was connected to
 * @param started
 *            before the connection was opened
 * @param ended
 *            when the last byte had come, or when it was given up
 * @param request
 *            the bytes that were sent, under TLS
 * @param response
 *            the bytes that came, under TLS: status line, header, body in its transfer coding, without interim (1xx) answers
 * @param status
 *            from 200 to 599; 0 when no readable head came
 * @param headers
 *            in the order in which they came
 * @param payload
 *            the body without its transfer coding, still in its content coding (gzip)
 * @param cutBy
 *            why {@code response} and {@code payload} end before the answer did; null when they are whole
 */
public record Exchange(URI address, InetAddress connected, Instant started, Instant ended, byte[] request,
        byte[] response, int status, List<HttpField> headers, byte[] payload, FetchFailed.@Nullable Reason cutBy) {
    public Exchange {
        headers = List.copyOf(headers);
    }

    /** The first field of that name. */
    public Optional<String> header(String name) {
        return headers.stream().filter(field -> field.isNamed(name)).map(HttpField::value).findFirst();
    }
}
