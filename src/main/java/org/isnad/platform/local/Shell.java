package org.isnad.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a short program to its end. */
final class Shell {
    private Shell() {}

    /** What it did; output and error output together. */
    record Outcome(int code, String output) {
        boolean ok() {
            return code == 0;
        }
    }

    /**
     * Output goes through a file and not a pipe: a server that the program leaves running would hold the pipe open.
     *
     * @throws LocalStackException
     *             when it does not end in time
     */
    static Outcome run(List<String> command, Duration patience) {
        try {
            var output = Files.createTempFile("isnad", ".out");
            try {
                return run(command, patience, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while running " + command.get(0), e);
        }
    }

    private static Outcome run(List<String> command, Duration patience, Path output)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
                .redirectInput(Path.of("/dev/null").toFile()).directory(Path.of("/").toFile()).start();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new LocalStackException(
                    String.join(" ", command) + " did not end within " + patience.toSeconds() + " s");
        }
        return new Outcome(process.exitValue(), Files.readString(output).strip());
    }
}
