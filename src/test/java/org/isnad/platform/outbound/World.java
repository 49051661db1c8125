package org.isnad.platform.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

import javax.net.ssl.SSLSocketFactory;

import org.isnad.kernel.outbound.FetchFailed;
import org.isnad.kernel.outbound.Fetched;
import org.isnad.kernel.outbound.OutboundRequest;

/**
 * An internet of a test's own: name servers that answer as told, and public addresses that lead to servers on loopback. What else is
 * connected to is connected to in earnest, so that a forbidden address would really be reached.
 */
final class World implements AutoCloseable {
    private final Map<String, Deque<List<InetAddress>>> names = new HashMap<>();
    private final Map<String, Duration> slow = new HashMap<>();
    private final Map<InetAddress, Integer> servers = new HashMap<>();
    private final List<ForeignServer> started = new ArrayList<>();
    private final ScheduledExecutorService timer = SafeOutbound.timer();
    private final ExecutorService lookups = SafeOutbound.lookups();
    final List<String> lookedUp = new CopyOnWriteArrayList<>();
    final List<InetSocketAddress> dialled = new CopyOnWriteArrayList<>();
    private SSLSocketFactory certificates = (SSLSocketFactory) SSLSocketFactory.getDefault();

    /** The name's next answer; the last one told is repeated. */
    World name(String name, String... addresses) {
        names.computeIfAbsent(name, any -> new ArrayDeque<>())
                .add(Arrays.stream(addresses).map(World::address).toList());
        return this;
    }

    /** Lets a public address lead to the server, whatever the port. */
    World server(String address, ForeignServer server) {
        servers.put(address(address), server.port());
        started.add(server);
        return this;
    }

    /** A public address at which nothing listens. */
    World closedServer(String address) {
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            servers.put(address(address), gone.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A name whose server thinks about it. */
    World slowName(String name, Duration time) {
        slow.put(name, time);
        return this;
    }

    World trusting(SSLSocketFactory others) {
        certificates = others;
        return this;
    }

    Fetcher fetcher(OutboundSettings settings) {
        PublicAddresses publicOnes = new PublicAddresses(settings.alsoAllowed().orElse(List.of()));
        return new Fetcher(settings, new Lookup(this::resolve, publicOnes, lookups),
                new Connections(this::dial, certificates), timer, Clock.systemUTC());
    }

    Fetched get(String address) throws FetchFailed {
        return fetcher(TestSettings.strict()).fetch(OutboundRequest.page(address));
    }

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (ForeignServer server : started) {
            server.close();
        }
        timer.shutdownNow();
        lookups.shutdownNow();
    }

    private List<InetAddress> resolve(String name) throws UnknownHostException {
        lookedUp.add(name);
        if (slow.containsKey(name)) {
            think(slow.get(name));
        }
        Deque<List<InetAddress>> answers = names.get(name);
        if (answers == null) {
            throw new UnknownHostException(name);
        }
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }

    private static void think(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dial(Socket socket, InetSocketAddress address, int milliseconds) throws IOException {
        dialled.add(address);
        Integer port = servers.get(address.getAddress());
        socket.connect(port == null ? address : new InetSocketAddress("127.0.0.1", port), milliseconds);
    }
}
