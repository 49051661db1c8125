package org.isnad.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the files of a log or a bundle are: a directory, a zip file or a web address. Names have forward slashes. */
interface Source extends AutoCloseable {
    /** For files that are read as a whole; tiles have 8 KiB, a log's keys or a proof hardly more. */
    int MOST_BYTES = 32 << 20;

    /**
     * @throws java.nio.file.NoSuchFileException
     *             when there is no such file
     * @throws IOException
     *             when it is damaged
     */
    InputStream open(String name) throws IOException;

    /** The names of all files in order, one twice if it is there twice; nothing where there is no way to know. */
    Optional<List<String>> names();

    @Override
    void close();

    /**
     * @throws IOException
     *             as {@link #open}, and when the file is larger than anything that is expected
     */
    default byte[] read(String name) throws IOException {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("larger than " + MOST_BYTES + " bytes");
            }
            return bytes;
        }
    }

    /** The file's bytes; that it is missing or damaged is a fault. */
    default Optional<byte[]> read(String name, Report report) {
        try {
            return Optional.of(read(name));
        } catch (NoSuchFileException e) {
            report.fault(Say.FILE_MISSING, name);
        } catch (IOException e) {
            report.fault(Say.FILE_UNREADABLE, name, Bytes.reason(e));
        }
        return Optional.empty();
    }

    /**
     * @throws UnusableException
     *             when there is nothing that could be read
     */
    static Source of(String where) {
        if (where.startsWith("http://") || where.startsWith("https://")) {
            return new WebSource(where);
        }
        Path path = path(where);
        return Files.isDirectory(path) ? new DirectorySource(path) : new ZipSource(path);
    }

    static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UnusableException(Say.CANNOT_READ, file, e.getReason());
        }
    }
}
