package org.isnad.audit.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Where the log's keys and its last signed checkpoint lie: {@code key} (secret), {@code keys} (public) and {@code checkpoint}. All
 * nodes and commands share it; whoever changes something holds its lock.
 */
public final class LogFolder {
    static final String KEY = "key";
    static final String KEYS = "keys";
    static final String CHECKPOINT = "checkpoint";
    private static final String LOCK = "lock";
    /** A lock on a file is the process's; this one is the thread's. */
    private static final ReentrantLock THREAD = new ReentrantLock();

    private final Path path;
    private final DurableFiles files;

    LogFolder(Path path) {
        this(path, new DurableFiles());
    }

    LogFolder(Path path, DurableFiles files) {
        this.path = path;
        this.files = files;
    }

    /**
     * Where it is, for those who cannot do without it.
     *
     * @throws IllegalStateException
     *             when it is not set
     */
    public static Path of(LogSettings settings) {
        return settings.dir()
                .orElseThrow(() -> new IllegalStateException("isnad.log.dir is not set, so there is no key here."));
    }

    /** What is done while nobody else changes the folder. */
    interface Work<T, E extends Exception> {
        T run() throws IOException, E;
    }

    /**
     * @throws UncheckedIOException
     *             when the folder cannot be read or written; the message names it
     */
    @SuppressWarnings("try") // The lock is held, not used.
    <T, E extends Exception> T locked(Work<T, E> work) throws E {
        THREAD.lock();
        try {
            create();
            try (FileChannel guard = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); var held = guard.lock()) {
                return work.run();
            }
        } catch (IOException e) {
            throw unusable(e);
        } finally {
            THREAD.unlock();
        }
    }

    Path path() {
        return path;
    }

    void create() throws IOException {
        files.createFolder(path);
    }

    boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    Optional<String> read(String name) {
        try {
            return has(name) ? Optional.of(Files.readString(path.resolve(name))) : Optional.empty();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The files in it, but for the lock; none when there is no such folder. */
    List<String> names() {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(file -> file.getFileName().toString()).filter(name -> !name.equals(LOCK)).sorted()
                    .toList();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    void write(String name, String text) throws IOException {
        files.writePrivate(path.resolve(name), text);
    }

    void move(String from, String to) throws IOException {
        files.move(path.resolve(from), path.resolve(to));
    }

    void delete(String name) throws IOException {
        files.delete(path.resolve(name));
    }

    private UncheckedIOException unusable(IOException e) {
        return new UncheckedIOException("The folder of the log's key, " + path + " (isnad.log.dir), cannot be used: "
                + e.getMessage(), e);
    }
}
