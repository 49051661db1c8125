package org.isnad.article.suggestion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The lists of words by which features are recognized, from {@code words-1.txt}. */
final class WordLists {
    private static final int LONGEST_PHRASE = 3;
    private static final Set<String> NOT_FUTURE = Set.of("سيار", "سياس", "سيطر", "سينا", "سيدة", "سيده", "سيدا", "ستون",
            "ستين", "ستوك", "سيتي", "سنتي", "سنوا", "سنوي", "ستار", "ستيف", "سيرت", "سيرا", "سيلف");

    private final Map<String, Set<Feature>> words = new HashMap<>();
    private final Map<String, Set<Feature>> beginnings = new HashMap<>();

    static WordLists load() {
        WordLists lists = new WordLists();
        InputStream file = Objects.requireNonNull(WordLists.class.getResourceAsStream("words-1.txt"), "words-1.txt");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Feature feature = Feature.NUMBER;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    feature = Feature.valueOf(line.substring(1, line.length() - 1));
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    lists.add(line, feature);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }

    private void add(String line, Feature feature) {
        for (String entry : line.strip().split("\\s+")) {
            boolean beginning = entry.endsWith("*");
            String word = Word.plain(beginning ? entry.substring(0, entry.length() - 1) : entry).replace('_', ' ');
            (beginning ? beginnings : words).computeIfAbsent(word, key -> EnumSet.noneOf(Feature.class))
                    .add(feature);
        }
    }

    /** How many words of the sentence each list knows. */
    Map<Feature, Integer> counts(List<Word> sentence) {
        Map<Feature, Integer> counts = new EnumMap<>(Feature.class);
        for (int i = 0; i < sentence.size(); i++) {
            if (!sentence.get(i).isMark()) {
                featuresAt(sentence, i).forEach(feature -> counts.merge(feature, 1, Integer::sum));
            }
        }
        return counts;
    }

    private Set<Feature> featuresAt(List<Word> sentence, int at) {
        Set<Feature> found = EnumSet.noneOf(Feature.class);
        sentence.get(at).forms().forEach(form -> addFeatures(form, found));
        StringBuilder phrase = new StringBuilder(sentence.get(at).bare());
        for (int i = at + 1; i < Math.min(sentence.size(), at + LONGEST_PHRASE); i++) {
            phrase.append(' ').append(sentence.get(i).plain());
            found.addAll(words.getOrDefault(phrase.toString(), Set.of()));
        }
        if (isFuture(sentence.get(at))) {
            found.add(Feature.FUTURE);
        }
        return found;
    }

    private void addFeatures(String form, Set<Feature> found) {
        found.addAll(words.getOrDefault(form, Set.of()));
        for (int end = 2; end <= Math.min(form.length(), 12); end++) {
            found.addAll(beginnings.getOrDefault(form.substring(0, end), Set.of()));
        }
    }

    private static boolean isFuture(Word word) {
        String bare = word.bare();
        return word.isArabic() && bare.length() > 4 && bare.charAt(0) == 'س' && "يتن".indexOf(bare.charAt(1)) >= 0
                && !NOT_FUTURE.contains(bare.substring(0, 4));
    }
}
