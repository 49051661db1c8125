package org.isnad.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.isnad.tlog.CosignatureSigner;
import org.isnad.tlog.NoteVerifier;

/**
 * {@code witness --listen HOST:PORT --state DIR --log-key VKEY|FILE… [--key FILE] [--name NAME]}: a {@link Witness} over HTTP. A proxy
 * in front of it speaks HTTPS; what it answers is signed.
 */
final class WitnessServer implements AutoCloseable {
    /** 63 hashes and a checkpoint with many signatures have less than half of it. */
    private static final int LARGEST_REQUEST = 32 << 10;
    private static final int THREADS = 8;
    private static final Pattern ADDRESS = Pattern.compile("(.+):([0-9]{1,5})");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Witness witness;
    private final WitnessState state;

    private WitnessServer(HttpServer server, Witness witness, WitnessState state) {
        this.server = server;
        this.witness = witness;
        this.state = state;
    }

    /** @throws UnusableException when it cannot start */
    static WitnessServer start(Arguments arguments, Clock clock, BiConsumer<Say, List<Object>> tell) {
        InetSocketAddress address = address(arguments.required("--listen"));
        List<NoteVerifier> logKeys = arguments.all("--log-key").stream().map(Arguments::key).map(NoteVerifier::of)
                .toList();
        if (logKeys.isEmpty()) {
            throw new UnusableException(Say.OPTION_MISSING, "--log-key");
        }
        Optional<String> name = Optional.ofNullable(arguments.one("--name"));
        WitnessState state = WitnessState.open(Source.path(arguments.required("--state")));
        try {
            CosignatureSigner signer = state.key(Optional.ofNullable(arguments.one("--key")).map(Source::path),
                    name.orElse("isnad-witness"), clock,
                    file -> tell.accept(Say.WITNESS_KEY_NEW, List.of(file)));
            WitnessServer server = new WitnessServer(bound(address), new Witness(logKeys, state, signer), state);
            server.open();
            tell.accept(Say.WITNESS_READY, List.of(server.port(), signer.verifierKey()));
            return server;
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
    }

    private static InetSocketAddress address(String listen) {
        Matcher form = ADDRESS.matcher(listen);
        if (!form.matches() || Integer.parseInt(form.group(2)) > 0xffff) {
            throw new UnusableException(Say.BAD_ADDRESS, listen);
        }
        return new InetSocketAddress(form.group(1), Integer.parseInt(form.group(2)));
    }

    private static HttpServer bound(InetSocketAddress address) {
        // The server would wait for ever for a request that somebody begins and does not finish.
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.maxRspTime", "30");
        try {
            return HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new UnusableException(Say.BAD_ADDRESS, address + " (" + e.getMessage() + ")");
        }
    }

    private void open() {
        server.createContext("/", exchange -> answer(exchange,
                exchange.getRequestURI().getPath().equals("/")
                        ? only("GET", exchange, () -> Witness.Answer.text(200, witness.description()))
                        : Witness.Answer.text(404, "There are / and /add-checkpoint")));
        server.createContext("/add-checkpoint",
                exchange -> answer(exchange, only("POST", exchange, () -> add(exchange))));
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What may fail to be answered because of the disk or the network. */
    private interface Answering {
        Witness.Answer get() throws IOException;
    }

    private static Witness.Answer only(String method, HttpExchange exchange, Answering answering) throws IOException {
        return exchange.getRequestMethod().toUpperCase(Locale.ROOT).equals(method)
                ? answering.get()
                : Witness.Answer.text(405, "Only " + method);
    }

    private Witness.Answer add(HttpExchange exchange) {
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
            return body.length > LARGEST_REQUEST
                    ? Witness.Answer.text(413, "More than " + LARGEST_REQUEST + " bytes")
                    : witness.add(Bytes.utf8(body));
        } catch (IllegalArgumentException e) {
            return Witness.Answer.text(400, Bytes.reason(e));
        } catch (IOException e) {
            return Witness.Answer.text(500, "The witness cannot keep the checkpoint");
        }
    }

    private static void answer(HttpExchange exchange, Witness.Answer answer) throws IOException {
        try (exchange) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    void serveUntilKilled() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        state.close();
    }
}
