package org.isnad.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The bodies of 120 published Arabic articles; {@code -Disnad.data=DIR} says where the data folder is. Tests fail without them. */
public final class RealArticles {
    private RealArticles() {}

    /** Each on one line. */
    public static List<String> all() {
        Path folder = Path.of(System.getProperty("isnad.data", "../shared/data"), "articles-ar");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> articles = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
                String text = Files.readString(file);
                articles.add(text.substring(text.indexOf("<TEXT>")).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "));
            }
            if (articles.size() < 100) {
                throw new AssertionError("A hundred articles are needed in " + folder + "; found " + articles.size());
            }
            return articles;
        } catch (IOException e) {
            throw new UncheckedIOException("No articles; say where data/ is with -Disnad.data=DIR", e);
        }
    }
}
