package org.isnad.audit.log;

import java.io.IOException;
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
import java.util.Set;

/** Changes to files that a crash leaves either done or not begun, and that are on the disk once the call has returned. */
public final class DurableFiles {
    private final Runnable step;

    public DurableFiles() {
        this(() -> {
        });
    }

    /**
     * @param step
     *            called after each thing that reaches the disk, so that a test can die there
     */
    DurableFiles(Runnable step) {
        this.step = step;
    }

    /** Readable for its owner only. */
    void writePrivate(Path file, String text) throws IOException {
        write(file, text, ownerOnly("rw-------"));
    }

    /** Readable for whomever the account's habits let read it. */
    public void writePublic(Path file, String text) throws IOException {
        write(file, text);
    }

    private void write(Path file, String text, FileAttribute<?>... permissions) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions)) {
            step.run();
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        step.run();
        move(draft, file);
    }

    /** In one step, over a file of that name. */
    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        step.run();
        settle(to);
    }

    void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            step.run();
            settle(file);
        }
    }

    /** With its parents, for its owner only. */
    void createFolder(Path folder) throws IOException {
        // Asked first, because Java 17 takes a link to a folder for a file that is in the way.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly("rwx------"));
        }
    }

    /** The folder's list of names too must reach the disk. */
    private static void settle(Path changed) throws IOException {
        Path folder = changed.toAbsolutePath().getParent();
        if (folder != null && isPosix()) {
            try (FileChannel directory = FileChannel.open(folder)) {
                directory.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
