package org.isnad.article.suggestion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.isnad.article.CodePoints;
import org.isnad.article.Span;

/** The labelled sentences; {@code -Disnad.data=DIR} says where the data folder is. Nothing works without it. */
final class LabelledArticles {
    private static final Path OWN = Path.of("src/test/resources/org/isnad/article/suggestion");
    // The frozen rule of guideline.md: labels are known by a sentence's number under it.
    private static final Pattern CUT = Pattern.compile("[.!?؟؛…]+[\"»”')\\]]*(?=[\\s\\p{Z}]|[\\u0621-\\u064A])");
    private static final Pattern INITIAL = Pattern.compile("(?:^|[^\\p{L}\\p{M}\\p{N}_])[\\p{L}\\p{N}_]$");

    private LabelledArticles() {}

    /** Sentences of real articles. */
    static List<LabelledSentence> corpus() {
        List<LabelledSentence> all = new ArrayList<>();
        Map<String, Map<Integer, String[]>> labels = new LinkedHashMap<>();
        for (String line : lines(OWN.resolve("labels-articles-ar.tsv"))) {
            String[] cells = line.split("\t");
            if (!line.startsWith("#")) {
                labels.computeIfAbsent(cells[0], key -> new LinkedHashMap<>()).put(Integer.parseInt(cells[1]), cells);
            }
        }
        labels.forEach((article, cells) -> all.addAll(article(article, cells)));
        return all;
    }

    /** Sentences that were written for training; the file is one article as far as folds are concerned only by title. */
    static List<LabelledSentence> own(String language) {
        List<LabelledSentence> all = new ArrayList<>();
        String title = "";
        List<String> sentences = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (String line : lines(OWN.resolve("own-" + language + ".txt"))) {
            if (line.startsWith("# ")) {
                all.addAll(labelled(title, language, title, sentences, labels));
                title = line.substring(2);
                sentences.clear();
                labels.clear();
            } else {
                labels.add(Integer.parseInt(line.substring(0, 1)));
                sentences.add(line.substring(2));
            }
        }
        all.addAll(labelled(title, language, title, sentences, labels));
        return all;
    }

    private static List<LabelledSentence> article(String name, Map<Integer, String[]> cells) {
        String file = read(Path.of(System.getProperty("isnad.data", "../shared/data"), "articles-ar", name + ".txt"));
        List<String> sentences = cut(between(file, "<TEXT>", "</TEXT>"));
        if (sentences.size() != cells.size()) {
            throw new AssertionError(name + " has " + sentences.size() + " sentences, labelled are " + cells.size());
        }
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            String[] label = cells.get(i);
            if (label == null || !label[2].equals(hash(sentences.get(i)))) {
                throw new AssertionError(name + " sentence " + i + " is not the one that was labelled");
            }
            labels.add(Integer.parseInt(label[3]));
        }
        return labelled(name, "ar", between(file, "<TITLE>", "</TITLE>"), sentences, labels);
    }

    /** Measured as the desk would: in an article with its title above, cut by the desk's own rules. */
    private static List<LabelledSentence> labelled(String article, String language, String title,
            List<String> sentences,
            List<Integer> labels) {
        StringBuilder text = new StringBuilder(title).append("\n\n");
        List<Span> places = new ArrayList<>();
        for (String sentence : sentences) {
            int start = CodePoints.length(text.toString());
            text.append(sentence).append('\n');
            places.add(new Span(start, start + CodePoints.length(sentence)));
        }
        List<Statement> statements = Statements.of(text.toString(), language);
        List<LabelledSentence> all = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Span place = places.get(i);
            List<double[]> parts = statements.stream().filter(
                    statement -> statement.span().start() < place.end() && statement.span().end() > place.start())
                    .map(Features::of).toList();
            all.add(new LabelledSentence(article, language, sentences.get(i), labels.get(i), longest(parts),
                    Word.of(sentences.get(i))));
        }
        return all;
    }

    /** Of a sentence that the desk cuts in parts, the one that says most; all zero for what it takes for a heading. */
    private static double[] longest(List<double[]> parts) {
        return parts.stream().reduce((a, b) -> b[Feature.LENGTH.ordinal()] > a[Feature.LENGTH.ordinal()] ? b : a)
                .orElse(new double[Feature.values().length]);
    }

    static List<String> cut(String text) {
        List<String> sentences = new ArrayList<>();
        for (String line : text.split("[\\r\\n]+")) {
            int start = 0;
            Matcher ends = CUT.matcher(line);
            while (ends.find()) {
                if (!INITIAL.matcher(line.substring(0, ends.start())).find()) {
                    sentences.add(stripped(line.substring(start, ends.end())));
                    start = ends.end();
                }
            }
            sentences.add(stripped(line.substring(start)));
        }
        return sentences.stream().filter(sentence -> sentence.codePoints().anyMatch(Character::isLetter)).toList();
    }

    private static String stripped(String sentence) {
        return sentence.replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
    }

    static String hash(String sentence) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sentence.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String between(String text, String from, String to) {
        return text.substring(text.indexOf(from) + from.length(), text.indexOf(to)).strip();
    }

    private static List<String> lines(Path file) {
        return read(file).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("No labelled articles; say where data/ is with -Disnad.data=DIR", e);
        }
    }
}
