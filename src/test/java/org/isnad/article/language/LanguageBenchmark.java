package org.isnad.article.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How often single Arabic sentences are told as such, and how long that takes: docs/extraction.md says how to start it. */
final class LanguageBenchmark {
    private LanguageBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path claims = Path.of(System.getProperty("isnad.data", "../shared/data")).resolve("ans/claim");
        List<String> sentences;
        try (Stream<String> train = Files.lines(claims.resolve("train.csv"));
                Stream<String> dev = Files.lines(claims.resolve("dev.csv"))) {
            sentences = Stream.concat(train.skip(1), dev.skip(1))
                    .map(row -> row.substring(0, Math.max(0, row.lastIndexOf(',')))).distinct().toList();
        }
        Languages.of("The model is loaded with the first text.");
        told("alone", sentences, Languages::of);
        told("quoted in an English text", sentences, words -> Languages.ofPassage(words, "en"));
        told("quoted in a Persian text", sentences, words -> Languages.ofPassage(words, "fa"));
        told("quoted in an Arabic text", sentences, words -> Languages.ofPassage(words, "ar"));
    }

    private static void told(String what, List<String> sentences, UnaryOperator<String> language) {
        Map<String, Integer> told = new TreeMap<>();
        long start = System.nanoTime();
        sentences.forEach(words -> told.merge(language.apply(words), 1, Integer::sum));
        System.out.printf("%s: %s of %d, %.2f ms each%n", what, told, sentences.size(),
                (System.nanoTime() - start) / 1e6 / sentences.size());
    }
}
