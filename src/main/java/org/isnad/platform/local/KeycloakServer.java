package org.isnad.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A Keycloak of our own on loopback, its data in our PostgreSQL, with the realm imported on its first start. */
final class KeycloakServer {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Path folder;
    private final KeycloakProgram program;
    private final int port;
    private final String url;
    private final RealmFile realm;
    private final Map<String, String> environment;
    private final ProcessMark mark;

    /**
     * @param environment
     *            what Keycloak's own options and the realm file's placeholders take their values from; holds the passwords
     */
    KeycloakServer(Path folder, KeycloakProgram program, int port, String url, RealmFile realm,
            Map<String, String> environment) {
        this.folder = folder;
        this.program = program;
        this.port = port;
        this.url = url;
        this.realm = realm;
        this.environment = new TreeMap<>(environment);
        this.mark = new ProcessMark(folder.resolve("keycloak.pid"));
    }

    /** Runs it, or takes over what a past run left behind if that runs with the very same settings and answers. */
    void start(Consumer<String> progress) {
        try {
            Files.createDirectories(folder);
            if (mark.find().isPresent()) {
                if (Files.exists(startedWith()) && Files.readString(startedWith()).equals(fingerprint()) && answers()) {
                    return;
                }
                stop();
            }
            Ports.mustBeFree(port, "Keycloak", LocalSettings.KEYCLOAK_PORT);
            program.build(progress);
            launch(progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also stops one that a past run left behind. */
    void stop() {
        mark.find().ifPresent(KeycloakServer::end);
        mark.clear();
    }

    /** Tells apart realms and settings; a change of either is a change of this. */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(realm.json().getBytes(StandardCharsets.UTF_8));
            environment.forEach(
                    (name, value) -> digest.update((name + "=" + value + "\n").getBytes(StandardCharsets.UTF_8)));
            digest.update((program.home() + " " + port + " " + url).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path startedWith() {
        return folder.resolve("started-with");
    }

    private void launch(Consumer<String> progress) throws IOException {
        var installation = folder.resolve("home");
        program.link(installation);
        var realms = Files.createDirectories(installation.resolve("data/import"));
        PrivateFiles.write(realms.resolve("isnad-realm.json"), realm.json());
        var command = new ArrayList<>(KeycloakProgram.ownSession());
        command.addAll(program.java(installation));
        // cache=local: the clustered cache would open ports on every network.
        for (var option : new String[]{"start", "--optimized", "--import-realm", "--cache=local", "--http-enabled=true",
                "--http-host=127.0.0.1", "--http-port=" + port, "--hostname=" + url}) {
            command.add(option);
        }
        var log = folder.resolve("keycloak.log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                .redirectInput(Path.of("/dev/null").toFile()).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        var process = builder.start();
        mark.set(process.toHandle());
        Files.writeString(startedWith(), fingerprint());
        await(process, log, progress);
    }

    private void await(Process process, Path log, Consumer<String> progress) throws IOException {
        var begin = System.nanoTime();
        var lastLine = begin;
        try {
            while (!answers()) {
                if (process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    mark.clear();
                    throw new LocalStackException(
                            "Keycloak did not start; the end of " + log + ":\n" + PostgresServer.tail(log));
                }
                var now = System.nanoTime();
                if (now - begin > START.toNanos()) {
                    stop();
                    throw new LocalStackException(
                            "Keycloak did not answer within " + START.toMinutes() + " minutes; see " + log);
                }
                if (now - lastLine > BETWEEN_LINES.toNanos()) {
                    lastLine = now;
                    progress.accept(
                            "Keycloak is still starting, " + TimeUnit.NANOSECONDS.toSeconds(now - begin) + " s …");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
            throw new LocalStackException("Interrupted while Keycloak was starting", e);
        }
    }

    private boolean answers() {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/realms/" + RealmFile.REALM))
                .timeout(Duration.ofSeconds(5)).build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
