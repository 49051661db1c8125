package org.isnad.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Carrying a checkpoint over HTTP to somebody who may answer anything. */
class WitnessHttpTest {
    private final List<String> asked = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try (exchange; OutputStream out = exchange.getResponseBody()) {
                if (path.startsWith("/moved")) {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(307, -1);
                    return;
                }
                exchange.sendResponseHeaders(path.startsWith("/conflict") ? 409 : 200, 0);
                if (path.startsWith("/long")) {
                    for (int i = 0; i < 1_000; i++) {
                        out.write(new byte[1_000]);
                    }
                } else if (path.startsWith("/slow")) {
                    out.write('x');
                    out.flush();
                    Thread.sleep(20_000);
                } else {
                    out.write("ok\n".getBytes(StandardCharsets.UTF_8));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void postsToThePrefixAndTellsTheAnswer() throws IOException {
        assertThat(http("/prefix").post("body").text()).isEqualTo("ok\n");
        assertThat(http("/prefix/").post("body").status()).isEqualTo(200);
        assertThat(http("/conflict").post("body").status()).isEqualTo(409);
        assertThat(asked).containsExactly("POST /prefix/add-checkpoint body", "POST /prefix/add-checkpoint body",
                "POST /conflict/add-checkpoint body");
    }

    @Test
    void followsNoRedirect() throws IOException {
        TlogWitness.Answer answer = http("/moved").post("body");
        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.location()).isEqualTo("/elsewhere");
        assertThat(asked).hasSize(1);
    }

    @Test
    void waitsNeitherForAnAnswerWithoutEndNorForOneThatIsTooLong() {
        assertThatThrownBy(() -> http("/slow").post("body")).isInstanceOf(IOException.class)
                .hasMessageContaining("did not answer within 1 seconds");
        assertThatThrownBy(() -> http("/long").post("body")).isInstanceOf(IOException.class)
                .hasMessageContaining("more than 16384 bytes");
    }

    @Test
    void saysWhereNobodyAnswers() {
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThatThrownBy(() -> new WitnessHttp(URI.create("http://localhost:" + port)).post("body"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be reached at http://localhost:" + port + "/add-checkpoint");
    }

    private WitnessHttp http(String prefix) {
        return new WitnessHttp(URI.create("http://localhost:" + server.getAddress().getPort() + prefix),
                Duration.ofSeconds(1));
    }
}
