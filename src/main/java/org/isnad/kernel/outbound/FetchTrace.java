package org.isnad.kernel.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened on the way, whether it ended well or not.
 *
 * @param requested
 *            the address as it was given
 * @param exchanges
 *            each request that reached a server; all but the last were redirects. Empty when nothing was connected to. Asking for
 *            robots.txt is not among them
 */
public record FetchTrace(String requested, Instant started, Instant ended, List<Exchange> exchanges) {
    public FetchTrace {
        exchanges = List.copyOf(exchanges);
    }

    /** The answers that led elsewhere; in a failed trace perhaps all of them. */
    public List<Exchange> redirects() {
        return exchanges.stream().filter(exchange -> isRedirect(exchange.status())).toList();
    }

    public Optional<Exchange> last() {
        return exchanges.isEmpty() ? Optional.empty() : Optional.of(exchanges.get(exchanges.size() - 1));
    }

    /** What was asked for last. */
    public Optional<URI> finalAddress() {
        return last().map(Exchange::address);
    }

    /** The address that was connected to last. */
    public Optional<InetAddress> connected() {
        return last().map(Exchange::connected);
    }

    /** Whether the status means: look elsewhere (RFC 9110, 15.4; 300 and 304 do not). */
    public static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }
}
