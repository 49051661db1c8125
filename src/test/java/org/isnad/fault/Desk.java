package org.isnad.fault;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import org.isnad.platform.local.LocalStack;

/** The packaged application as a process of its own, on a {@link Cluster}, with the tests' Keycloak. */
final class Desk implements AutoCloseable {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(3);
    private static final List<String> FROM_THE_TESTS = List.of("quarkus.oidc.auth-server-url",
            "quarkus.oidc.credentials.secret", "quarkus.oidc.authentication.state-secret",
            "quarkus.oidc.token-state-manager.encryption-secret", "quarkus.oidc.service.auth-server-url",
            "quarkus.oidc.service.credentials.secret");

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path folder;
    private final Path settings;
    private final int port = LocalStack.freePort();
    private final int management = LocalStack.freePort();
    private @Nullable Process process;

    /** @param more settings beside those of the servers */
    Desk(Cluster cluster, Map<String, String> more) throws IOException {
        this(cluster, "desk", more);
    }

    /** @param node the name of its own folder; the nodes of one cluster share the rest */
    Desk(Cluster cluster, String node, Map<String, String> more) throws IOException {
        this.folder = Files.createDirectories(cluster.folder().resolve(node));
        Map<String, String> all = new LinkedHashMap<>(cluster.settings());
        FROM_THE_TESTS.forEach(name -> all.put(name, ConfigProvider.getConfig().getValue(name, String.class)));
        all.put("quarkus.http.port", String.valueOf(port));
        all.put("quarkus.management.port", String.valueOf(management));
        // The realm knows the tests' own application; requests for its name come through us as through a proxy.
        all.put("isnad.proxy", "true");
        all.put("isnad.log.origin", "fault.example/log");
        all.putAll(more);
        this.settings = folder.resolve("application.properties");
        Properties written = new Properties();
        written.putAll(all);
        StringWriter text = new StringWriter();
        written.store(text, null);
        Files.writeString(settings, text.toString());
        Runtime.getRuntime().addShutdownHook(new Thread(this::killIfRunning));
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** The folder of the log's signer. */
    Path signer() {
        return folder.resolveSibling("log");
    }

    Path output() {
        return folder.resolve("output.log");
    }

    void begin() throws IOException {
        process = new ProcessBuilder(command()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile())).start();
    }

    /** Begins it and waits until it says that it is ready. */
    void start() throws Exception {
        begin();
        awaitReady();
    }

    void awaitReady() throws Exception {
        Await.until("the application to be ready; see " + output(), START, () -> {
            if (!running().isAlive()) {
                throw new IllegalStateException("The application ended by itself; see " + output());
            }
            return isReady();
        });
    }

    boolean isReady() {
        return health().map(answer -> answer.statusCode() == 200).orElse(false);
    }

    /** What its readiness says; nothing when nobody answers. */
    java.util.Optional<HttpResponse<String>> health() {
        return get(URI.create("http://localhost:" + management + "/q/health/ready"));
    }

    /** A file of the published log; nothing when nobody answers or it is not there. */
    java.util.Optional<String> log(String file) {
        return get(URI.create(url() + "/log/" + file)).filter(answer -> answer.statusCode() == 200)
                .map(HttpResponse::body);
    }

    private java.util.Optional<HttpResponse<String>> get(URI address) {
        try {
            return java.util.Optional.of(http.send(
                    HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            return java.util.Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return java.util.Optional.empty();
        }
    }

    /** Runs one of its commands to the end, such as {@code log check}; what it printed is in the answer. */
    String run(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(command());
        all.addAll(List.of(arguments));
        Path printed = folder.resolve("command.log");
        Process command = new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(printed.toFile()).start();
        try {
            if (!command.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(String.join(" ", arguments) + " does not end; see " + printed);
            }
            return "exit code " + command.exitValue() + "\n" + Files.readString(printed);
        } finally {
            command.destroyForcibly();
        }
    }

    /** {@code kill -9}. */
    void kill() throws Exception {
        Process killed = running();
        killed.destroyForcibly();
        killed.onExit().get(30, TimeUnit.SECONDS);
    }

    private Process running() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("It was never started");
        }
        return running;
    }

    private List<String> command() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Starts quicker; how fast it runs later does not matter here.
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m",
                "-Dquarkus.config.locations=" + settings.toUri(), "-jar", JAR.toString());
    }

    private void killIfRunning() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    @Override
    public void close() {
        killIfRunning();
    }
}
