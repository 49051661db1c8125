package org.isnad.platform.outbound;

import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.isnad.kernel.outbound.Exchange;
import org.isnad.kernel.outbound.FetchFailed.Reason;
import org.isnad.kernel.outbound.HttpField;

/** Asks one address once: judges it, connects to what was judged, and brings the answer. */
final class Visits {
    private final OutboundSettings settings;
    private final Lookup lookup;
    private final Connections connections;
    private final Clock clock;

    Visits(OutboundSettings settings, Lookup lookup, Connections connections, Clock clock) {
        this.settings = settings;
        this.lookup = lookup;
        this.connections = connections;
        this.clock = clock;
    }

    /** Leaves the exchange on the trail, also when it failed. */
    Exchange visit(WebTarget target, List<HttpField> wanted, Trail trail, Deadline deadline) throws Refusal {
        if (!settings.ports().contains(target.port())) {
            throw new Refusal(Reason.PORT, "Port " + target.port() + " is not asked.");
        }
        List<InetAddress> addresses = lookup.addresses(target.host(), deadline);
        Instant started = clock.instant();
        Connections.Opened opened = connections.open(addresses, target.port(), deadline);
        Conversation conversation = new Conversation(target, opened.address(), started, most());
        Optional<Refusal> failure = Optional.empty();
        try {
            conversation.hold(wire(target, opened.socket(), deadline), asked(wanted), deadline);
        } catch (Refusal e) {
            failure = Optional.of(e);
        } finally {
            Connections.close(opened.socket());
        }
        Exchange exchange = conversation.exchange(failure.map(Refusal::reason).orElse(null), clock);
        trail.add(exchange);
        if (failure.isPresent()) {
            throw failure.get();
        }
        return exchange;
    }

    private WireTap wire(WebTarget target, Socket plain, Deadline deadline) throws Refusal {
        // Chunks cost little around real pages; what is mostly frame is no page.
        int received = 2 * most() + (1 << 20);
        return target.isSecure()
                ? new WireTap(connections.encrypted(plain, target.host(), deadline), plain, received)
                : new WireTap(plain, received);
    }

    private List<HttpField> asked(List<HttpField> wanted) {
        String agent = settings.userAgent() + settings.contact().map(contact -> " (+" + contact + ")").orElse("");
        return Stream.concat(Stream.of(new HttpField("User-Agent", agent)), wanted.stream()).toList();
    }

    private int most() {
        return Math.toIntExact(settings.size().asLongValue());
    }
}
