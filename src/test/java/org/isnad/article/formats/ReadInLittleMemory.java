package org.isnad.article.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files one after the other and says of each what came of it: a program of its own, so that it can have little memory. */
final class ReadInLittleMemory {
    private ReadInLittleMemory() {}

    public static void main(String[] files) throws IOException {
        for (String file : files) {
            byte[] bytes = Files.readAllBytes(Path.of(file));
            String what = Formats.read(bytes).map(ReadInLittleMemory::what).orElse("none");
            System.out.println(Path.of(file).getFileName() + ": " + what);
        }
    }

    private static String what(FormatReading reading) {
        return reading instanceof FormatReading.Unreadable unreadable
                ? unreadable.reason().code()
                : "read";
    }
}
