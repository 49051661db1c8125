package org.isnad.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files in a directory. */
final class DirectorySource implements Source {
    private final Path directory;

    DirectorySource(Path directory) {
        this.directory = directory;
    }

    @Override
    public InputStream open(String name) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            throw new NoSuchFileException(name);
        }
        return Files.newInputStream(file);
    }

    @Override
    public Optional<List<String>> names() {
        try (Stream<Path> all = Files.walk(directory)) {
            return Optional.of(all.filter(file -> !Files.isDirectory(file))
                    .map(file -> directory.relativize(file).toString().replace('\\', '/')).sorted().toList());
        } catch (IOException | UncheckedIOException e) {
            throw new UnusableException(Say.CANNOT_READ, directory, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        // Nothing stays open.
    }
}
