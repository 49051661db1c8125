package org.isnad.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.isnad.tlog.CosignatureVerifier;
import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.Hash;
import org.isnad.tlog.MemoryLog;
import org.isnad.tlog.NoteSignature;
import org.isnad.tlog.NoteVerifier;
import org.isnad.tlog.SignedNote;

/** The witness over HTTP, as C2SP tlog-witness prescribes. */
class WitnessTest {
    private static final SampleLog SAMPLE = SampleLog.ofSize(50);

    @TempDir
    Path state;
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void cosignsWhatContinuesAndNothingElse() throws Exception {
        List<Object> key = new ArrayList<>();
        try (WitnessServer server = start((what, details) -> {
            if (what == Say.WITNESS_READY) {
                key.add(details.get(1));
            }
        })) {
            SignedNote ten = SAMPLE.checkpoint(10);
            HttpResponse<String> first = add(server.port(), 0, 10, ten);
            assertThat(first.statusCode()).isEqualTo(200);
            NoteSignature cosignature = NoteSignature.parse(first.body().stripTrailing());
            assertThat(ten.with(cosignature).verifiedBy(NoteVerifier.of((String) key.get(0))))
                    .containsExactly("isnad-witness");
            assertThat(CosignatureVerifier.time(cosignature)).isEqualTo(SampleLog.CLOCK.instant());

            HttpResponse<String> stale = add(server.port(), 0, 20, SAMPLE.checkpoint(20));
            assertThat(stale.statusCode()).isEqualTo(409);
            assertThat(stale.body()).isEqualTo("10\n");
            assertThat(stale.headers().firstValue("Content-Type")).contains("text/x.tlog.size");

            assertThat(add(server.port(), 10, 20, SAMPLE.checkpoint(20)).statusCode()).isEqualTo(200);
            assertThat(add(server.port(), 20, 20, SAMPLE.checkpoint(20)).statusCode()).isEqualTo(200);
            assertThat(get(server.port(), "/").body()).contains("log desk.example/log size 20");
        }
    }

    @Test
    void refuses() throws Exception {
        try (WitnessServer server = start((what, details) -> {
        })) {
            int port = server.port();
            assertThat(add(port, 0, 10, SAMPLE.checkpoint(10)).statusCode()).isEqualTo(200);

            SignedNote unsigned = SAMPLE.log.signed(20, Ed25519Signer.generate(SAMPLE.log.origin()));
            assertThat(add(port, 10, 20, unsigned).statusCode()).isEqualTo(403);
            SignedNote forged = new SignedNote(SAMPLE.checkpoint(20).text(), SAMPLE.checkpoint(10).signatures());
            assertThat(add(port, 10, 20, forged).statusCode()).isEqualTo(403);
            MemoryLog unknown = new MemoryLog("other.example/log");
            assertThat(post(port, "old 0\n\n" + unknown.signed(0, SAMPLE.key).encoded()).statusCode())
                    .isEqualTo(404);
            assertThat(post(port, "old 10\n\n" + SAMPLE.checkpoint(20).encoded()).statusCode()).isEqualTo(422);
            MemoryLog other = new MemoryLog(SAMPLE.log.origin());
            for (int i = 0; i < 20; i++) {
                other.append(List.of(new byte[]{(byte) i}));
            }
            assertThat(post(port, request(10, other.tree(20).consistency(10), other.signed(20, SAMPLE.key)))
                    .statusCode()).isEqualTo(422);
            HttpResponse<String> fork = post(port, "old 10\n\n" + other.signed(10, SAMPLE.key).encoded());
            assertThat(fork.statusCode()).isEqualTo(409);
            assertThat(fork.body()).isEqualTo("10\n");
            String smaller = "old 10\n\n" + SAMPLE.checkpoint(5).encoded();
            for (String wrong : List.of("", "old 1", "old 010\n\n" + SAMPLE.checkpoint(20).encoded(), smaller,
                    "new 1\n\n" + SAMPLE.checkpoint(20).encoded(), "old 10\n" + SAMPLE.checkpoint(20).encoded(),
                    "old 10\n" + (Hash.EMPTY + "\n").repeat(64) + "\n" + SAMPLE.checkpoint(20).encoded())) {
                assertThat(post(port, wrong).statusCode()).as(wrong).isEqualTo(400);
            }
            assertThat(post(port, "x".repeat(40_000)).statusCode()).isEqualTo(413);
            assertThat(get(port, "/add-checkpoint").statusCode()).isEqualTo(405);
            assertThat(get(port, "/other").statusCode()).isEqualTo(404);
            assertThat(get(port, "/").body()).contains("log desk.example/log size 10");
        }
    }

    @Test
    void doesNotForgetWhenItIsKilled() throws Exception {
        for (int size = 10; size <= 30; size += 10) {
            Process witness = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", "target/classes", "org.isnad.verify.Main", "witness", "--listen", "127.0.0.1:0", "--state",
                    state.toString(), "--log-key", SAMPLE.key.verifierKey(), "--lang", "en").start();
            try (BufferedReader out = new BufferedReader(
                    new InputStreamReader(witness.getInputStream(), StandardCharsets.UTF_8))) {
                String line = out.readLine();
                while (!line.startsWith("Ready")) {
                    line = out.readLine();
                }
                int port = Integer.parseInt(line.replaceAll("Ready on port ([0-9]+)\\..*", "$1"));
                if (size > 10) {
                    assertThat(add(port, 0, size, SAMPLE.checkpoint(size)).body()).isEqualTo(size - 10 + "\n");
                }
                assertThat(add(port, size - 10, size, SAMPLE.checkpoint(size)).statusCode()).isEqualTo(200);
            } finally {
                witness.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void keepsItsKeyToItselfAndItsStateSafe() throws Exception {
        try (WitnessServer server = start((what, details) -> {
        })) {
            assertThat(add(server.port(), 0, 10, SAMPLE.checkpoint(10)).statusCode()).isEqualTo(200);
            assertThat(Files.getPosixFilePermissions(state.resolve("witness.key"))).isEqualTo(
                    Set.of(java.nio.file.attribute.PosixFilePermission.OWNER_READ,
                            java.nio.file.attribute.PosixFilePermission.OWNER_WRITE));
            assertThatExceptionOfType(UnusableException.class).isThrownBy(() -> start((what, details) -> {
            }).close())
                    .satisfies(e -> assertThat(e.what()).isEqualTo(Say.STATE_IN_USE));
        }
        try (var files = Files.list(state)) {
            Path checkpoint = files.filter(file -> file.toString().endsWith(".checkpoint")).findFirst().orElseThrow();
            Files.writeString(checkpoint, "damaged");
        }
        assertThatExceptionOfType(UnusableException.class).isThrownBy(() -> start((what, details) -> {
        }).close())
                .satisfies(e -> assertThat(e.what()).isEqualTo(Say.STATE_DAMAGED));
    }

    private WitnessServer start(java.util.function.BiConsumer<Say, List<Object>> tell) {
        return WitnessServer.start(
                new Arguments(
                        List.of("--listen", "127.0.0.1:0", "--state", state.toString(), "--log-key",
                                SAMPLE.key.verifierKey()),
                        Set.of("--listen", "--state", "--log-key", "--key", "--name"), Set.of()),
                SampleLog.CLOCK, tell);
    }

    private HttpResponse<String> add(int port, long old, long size, SignedNote note) throws Exception {
        return post(port, request(old, SAMPLE.log.tree(size).consistency(old), note));
    }

    private static String request(long old, List<Hash> proof, SignedNote note) {
        return "old " + old + "\n" + String.join("", proof.stream().map(hash -> hash + "\n").toList()) + "\n"
                + note.encoded();
    }

    private HttpResponse<String> post(int port, String body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
