package org.isnad.production;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** Programs of the operating system that some tests run. Where {@code ISNAD_CI} is set they must be there; else a test without its program is skipped. */
public final class Programs {
    private static final Path ADMINISTRATORS = Path.of("/usr/sbin");

    private Programs() {}

    public static Path onPath(String name, String debianPackage) {
        var folders = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of);
        return Stream.concat(folders, Stream.of(ADMINISTRATORS)).map(folder -> folder.resolve(name))
                .filter(Files::isExecutable).findFirst().orElseGet(() -> missing(name, debianPackage));
    }

    public static Path at(Path place, String debianPackage) {
        return Files.exists(place) ? place : missing(place.toString(), debianPackage);
    }

    private static Path missing(String what, String debianPackage) {
        var message = what + " is not there; on Debian: apt-get install " + debianPackage;
        if (System.getenv("ISNAD_CI") != null) {
            throw new AssertionError(message);
        }
        Assumptions.abort(message);
        throw new IllegalStateException(message);
    }
}
