package org.isnad.verify;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.CosignatureSigner;
import org.isnad.tlog.Hash;
import org.isnad.tlog.SignedNote;

/**
 * What a witness must never forget: for each log the largest checkpoint that it cosigned, as the log signed it. One file for each
 * log, in a directory that one witness at a time may use.
 */
final class WitnessState implements AutoCloseable {
    private static final String KEY = "witness.key";

    private final Path directory;
    private final FileChannel lock;
    private final Map<String, SignedNote> latest = new TreeMap<>();

    private WitnessState(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * @throws UnusableException
     *             when another witness uses the directory, or it cannot be written to
     */
    static WitnessState open(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new UnusableException(Say.STATE_IN_USE, directory);
            }
            return new WitnessState(directory, channel);
        } catch (IOException e) {
            throw new UnusableException(Say.CANNOT_WRITE, directory, e.toString());
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * Must be asked for every log before its first checkpoint is taken.
     *
     * @throws UnusableException
     *             when what is stored cannot be read: to begin anew would be to forget
     */
    void load(String origin) {
        Path file = file(origin);
        if (!Files.exists(file)) {
            return;
        }
        try {
            SignedNote note = SignedNote.parse(Bytes.utf8(Files.readAllBytes(file)));
            if (!Checkpoint.parse(note.text()).origin().equals(origin)) {
                throw new UnusableException(Say.STATE_DAMAGED, file, "another log's checkpoint");
            }
            latest.put(origin, note);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableException(Say.STATE_DAMAGED, file, Bytes.reason(e));
        }
    }

    Optional<SignedNote> latest(String origin) {
        return Optional.ofNullable(latest.get(origin));
    }

    /** Returns when the checkpoint is on disk. */
    void store(String origin, SignedNote note) throws IOException {
        DurableFiles.write(file(origin), note.encoded().getBytes(StandardCharsets.UTF_8));
        latest.put(origin, note);
    }

    /** Where the latest checkpoint of this log is kept. */
    Path file(String origin) {
        return directory.resolve(
                Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32) + ".checkpoint");
    }

    /**
     * The witness's key, made when there is none yet.
     *
     * @param made
     *            is given the file of a new key
     */
    CosignatureSigner key(Optional<Path> elsewhere, String name, Clock clock, Consumer<Path> made) {
        Path file = elsewhere.orElse(directory.resolve(KEY));
        try {
            if (!Files.exists(file)) {
                DurableFiles.write(file, (CosignatureSigner.generate(name, clock).encoded() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
                made.accept(file);
            }
            return CosignatureSigner.parse(Bytes.utf8(Files.readAllBytes(file)).strip(), clock);
        } catch (IOException e) {
            throw new UnusableException(Say.CANNOT_WRITE, file, e.toString());
        } catch (IllegalArgumentException e) {
            throw new UnusableException(Say.BAD_KEY, file, Bytes.reason(e));
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UnusableException(Say.CANNOT_WRITE, directory, e.toString());
        }
    }
}
