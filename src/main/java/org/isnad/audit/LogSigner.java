package org.isnad.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.isnad.tlog.Checkpoint;
import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.Hash;
import org.isnad.tlog.Hashes;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.Proofs;
import org.isnad.tlog.SignedNote;
import org.isnad.tlog.Tree;
import org.isnad.tlog.VerificationException;

/**
 * Signs the tree, and remembers outside the database what it signed last: a tree that is smaller, or does not grow out of that one,
 * is never signed. Its folder holds {@code key} (secret), {@code keys} (public: {@link KeyHistory}) and {@code checkpoint}.
 */
final class LogSigner {
    private final Path folder;
    private final String origin;

    LogSigner(Path folder, String origin) {
        this.folder = folder;
        this.origin = origin;
    }

    /** The tree is not one that follows what was signed before. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** The public keys, as they are published; made together with the secret one when there is none. */
    KeyHistory keys() {
        Path file = folder.resolve("keys");
        try {
            if (!Files.exists(file)) {
                begin();
            }
            return KeyHistory.parse(Files.readString(file));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** What was signed last. */
    Optional<SignedNote> last() {
        Path file = folder.resolve("checkpoint");
        try {
            return Files.exists(file) ? Optional.of(SignedNote.parse(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Signs the tree of this size, and has it on disk before it answers. The same tree again gives the same signature.
     *
     * @throws Refused
     *             when the tree does not grow out of the one signed last
     */
    @SuppressWarnings("try") // The lock is held, not used.
    SignedNote sign(long size, Hashes hashes) throws Refused {
        String key = keys().latest();
        try (FileChannel guard = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var held = guard.lock()) {
            Checkpoint next = new Checkpoint(origin, size, root(size, hashes));
            Optional<SignedNote> before = last();
            if (before.isPresent()) {
                mustFollow(Checkpoint.parse(before.get().text()), next, hashes);
                if (before.get().text().equals(next.text())) {
                    return before.get();
                }
            }
            Ed25519Signer signer = Ed25519Signer.parse(Files.readString(folder.resolve("key")).strip());
            if (!signer.verifierKey().equals(key)) {
                throw new Refused("The secret key in " + folder + " does not belong to the last public one there. "
                        + "Restore both from one backup.");
            }
            SignedNote note = SignedNote.of(next.text(), signer);
            write("checkpoint", note.encoded());
            return note;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static Hash root(long size, Hashes hashes) throws Refused {
        try {
            return new Tree(size, hashes).root();
        } catch (IllegalArgumentException e) {
            throw new Refused("The tree in the database is not whole: " + e.getMessage() + '.');
        }
    }

    private static void mustFollow(Checkpoint before, Checkpoint next, Hashes hashes) throws Refused {
        if (!before.origin().equals(next.origin())) {
            throw new Refused("The log is called " + before.origin() + ", and isnad.log.origin says " + next.origin()
                    + ". A log keeps its name.");
        }
        if (next.size() < before.size()) {
            throw new Refused("The database has " + next.size() + " events in its log, but " + before.size()
                    + " were signed: " + (before.size() - next.size()) + " are lost.");
        }
        try {
            Proofs.checkConsistency(before.size(), before.root(), next.size(), next.root(),
                    new Tree(next.size(), hashes).consistency(before.size()));
        } catch (VerificationException | IllegalArgumentException e) {
            throw new Refused("The first " + before.size() + " events in the database's log are not those that were "
                    + "signed: " + e.getMessage());
        }
    }

    private void begin() throws IOException {
        Files.createDirectories(folder, onlyMine("rwx------"));
        if (Files.exists(folder.resolve("key")) || Files.exists(folder.resolve("checkpoint"))) {
            throw new IOException(
                    folder + " has no file named keys, but is not empty either; restore it from a backup");
        }
        Ed25519Signer signer = Ed25519Signer.generate(origin);
        write("key", signer.encoded() + "\n");
        write("keys", KeyHistory.startingWith(signer.verifierKey()).encoded());
    }

    /** On disk under a passing name, then in place in one step: whoever dies in between leaves the old or the new. */
    private void write(String name, String text) throws IOException {
        Path draft = folder.resolve(name + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, onlyMine("rw-------"));
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            file.force(true);
        }
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder)) {
            directory.force(true);
        }
    }

    private static FileAttribute<?>[] onlyMine(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private UncheckedIOException unusable(IOException e) {
        return new UncheckedIOException("The folder of the log's key, isnad.log.dir=" + folder + ", cannot be used: "
                + e.getMessage(), e);
    }
}
