package org.isnad.article.extraction;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** How near what was extracted comes to what people read. Words are runs of letters and digits, in lower case. */
record Score(double precision, double recall) {
    private static final String NO_WORD = "[^\\p{L}\\p{M}\\p{N}]+";

    /** Of the words, each as often as it occurs. */
    static Score of(String gold, String found) {
        Map<String, Integer> wanted = bag(gold);
        Map<String, Integer> given = bag(found);
        double common = wanted.entrySet().stream()
                .mapToInt(word -> Math.min(word.getValue(), given.getOrDefault(word.getKey(), 0))).sum();
        return new Score(share(common, given), share(common, wanted));
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** The same title, however its quotation marks are drawn. */
    static boolean sameTitle(@Nullable String gold, @Nullable String found) {
        return gold == null ? found == null : found != null && straight(gold).equals(straight(found));
    }

    /** The same names, in whatever order and however they are joined. */
    static boolean sameNames(@Nullable String gold, @Nullable String found) {
        return gold == null ? found == null : found != null && names(gold).equals(names(found));
    }

    private static TreeSet<String> names(String names) {
        TreeSet<String> words = new TreeSet<>(Arrays.asList(words(names)));
        words.remove("and");
        return words;
    }

    private static String straight(String title) {
        return title.replaceAll("[‘’]", "'").replaceAll("[“”]", "\"").replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    private static double share(double common, Map<String, Integer> bag) {
        int all = bag.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : common / all;
    }

    private static Map<String, Integer> bag(String text) {
        Map<String, Integer> bag = new HashMap<>();
        for (String word : words(text)) {
            if (!word.isEmpty()) {
                bag.merge(word, 1, Integer::sum);
            }
        }
        return bag;
    }

    private static String[] words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).split(NO_WORD);
    }
}
