package org.isnad.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The Big List of Naughty Strings; {@code -Disnad.data=DIR} says where the data folder is. Tests fail without it. */
public final class NaughtyStrings {
    private NaughtyStrings() {}

    public static List<String> all() {
        Path file = Path.of(System.getProperty("isnad.data", "../shared/data"), "naughty", "blns.json");
        try {
            return new ObjectMapper().readValue(Files.readString(file), new TypeReference<List<String>>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException("No naughty strings; say where data/ is with -Disnad.data=DIR", e);
        }
    }
}
