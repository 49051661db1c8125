package org.isnad.testsupport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the {@code isnad-verify.jar} that the build made, in a process of its own, as an auditor does. */
public final class VerifierJar {
    private static final Path JAR = Path.of("target/isnad-verify.jar").toAbsolutePath();

    private VerifierJar() {}

    /** What it printed, and its exit code: 0 verified, 1 not verified, 2 unusable. */
    public record Outcome(int exit, String output) {}

    /** In English. */
    public static Outcome run(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--lang", "en"));
        try {
            Process verifier = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(verifier.waitFor(), output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
