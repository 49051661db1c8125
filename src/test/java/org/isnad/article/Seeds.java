package org.isnad.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The five seed documents; {@code -Disnad.seeds=DIR} says where they are. Tests fail without them. */
public final class Seeds {
    private Seeds() {}

    public static List<Path> all() {
        Path folder = Path.of(System.getProperty("isnad.seeds", "../shared/seeds"));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> seeds = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
            if (seeds.size() < 5) {
                throw new AssertionError("Five seed documents are needed in " + folder + "; found " + seeds);
            }
            return seeds;
        } catch (IOException e) {
            throw new UncheckedIOException("No seed documents; say where they are with -Disnad.seeds=DIR", e);
        }
    }

    /** The seed whose name begins with the given number, such as {@code 003}. */
    public static byte[] bytes(String number) {
        Path seed = all().stream().filter(file -> file.getFileName().toString().startsWith(number)).findFirst()
                .orElseThrow();
        try {
            return Files.readAllBytes(seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
