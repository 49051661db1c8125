package org.isnad.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that names a running process. A process id alone may belong to somebody else by now; together with the time at which
 * the process started it does not.
 */
record ProcessMark(Path file) {
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(3);

    void set(ProcessHandle process) {
        try {
            PrivateFiles.write(file, process.pid() + " " + started(process) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> find() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var parts = Files.readString(file).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(process -> process.isAlive() && close(started(process), Instant.parse(parts[1])));
        } catch (IOException | RuntimeException e) {
            // Half a file, or a file that somebody edited, names nobody.
            return Optional.empty();
        }
    }

    /** The kernel counts from the boot time, which moves a little when the clock is set. */
    private static boolean close(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCK_DRIFT) < 0;
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
