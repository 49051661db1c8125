package org.isnad.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Files in a zip file, which is read where it is and never unpacked to disk. */
final class ZipSource implements Source {
    private final Path path;
    private final ZipFile zip;

    ZipSource(Path path) {
        this.path = path;
        try {
            zip = new ZipFile(path.toFile());
        } catch (IOException e) {
            throw new UnusableException(Say.CANNOT_READ, path, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (in == null) {
            throw new NoSuchFileException(name);
        }
        return in;
    }

    @Override
    public Optional<List<String>> names() {
        return Optional.of(zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).sorted().toList());
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UnusableException(Say.CANNOT_READ, path, String.valueOf(e.getMessage()));
        }
    }
}
