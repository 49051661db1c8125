package org.isnad.article.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.isnad.article.suggestion.LogisticRegression.Example;

/** The baseline: which n-grams a sentence has, and nothing else, in a logistic regression. */
final class NGrams {
    private static final double PENALTY = 1;
    private static final int ROUNDS = 400;
    private static final double STEP = 1;
    /** The length of an example, large enough for the penalty to leave something. */
    private static final double SCALE = 4;

    private final Function<LabelledSentence, Set<String>> grams;
    private final Map<String, Integer> known = new HashMap<>();

    private NGrams(Function<LabelledSentence, Set<String>> grams) {
        this.grams = grams;
    }

    /** Trains on the one and scores the other. */
    static double[] scores(List<LabelledSentence> training, List<LabelledSentence> test,
            Function<LabelledSentence, Set<String>> grams) {
        NGrams model = new NGrams(grams);
        Map<String, Integer> counts = new HashMap<>();
        training.forEach(sentence -> grams.apply(sentence).forEach(gram -> counts.merge(gram, 1, Integer::sum)));
        counts.entrySet().stream().filter(gram -> gram.getValue() > 1).map(Map.Entry::getKey).sorted()
                .forEach(gram -> model.known.put(gram, model.known.size()));
        LogisticRegression regression = new LogisticRegression(model.known.size()).fit(
                training.stream().map(model::example).toList(), PENALTY, new double[model.known.size()], 0, ROUNDS,
                STEP);
        return test.stream().mapToDouble(sentence -> regression.probability(model.example(sentence))).toArray();
    }

    /** Words and pairs of words. */
    static Set<String> ofWords(LabelledSentence sentence) {
        List<String> words = sentence.words().stream().map(Word::plain).toList();
        Set<String> grams = new HashSet<>(words);
        for (int i = 1; i < words.size(); i++) {
            grams.add(words.get(i - 1) + " " + words.get(i));
        }
        return grams;
    }

    /** Three to five characters, blanks included. */
    static Set<String> ofCharacters(LabelledSentence sentence) {
        String text = " " + String.join(" ", sentence.words().stream().map(Word::plain).toList()) + " ";
        Set<String> grams = new HashSet<>();
        for (int length = 3; length <= 5; length++) {
            for (int i = 0; i + length <= text.length(); i++) {
                grams.add(text.substring(i, i + length));
            }
        }
        return grams;
    }

    /** Of unit length, as long sentences have more n-grams. */
    private Example example(LabelledSentence sentence) {
        List<Integer> indexes = new ArrayList<>();
        grams.apply(sentence).stream().sorted().forEach(gram -> {
            Integer index = known.get(gram);
            if (index != null) {
                indexes.add(index);
            }
        });
        double[] values = new double[indexes.size()];
        Arrays.fill(values, SCALE / Math.sqrt(Math.max(1, values.length)));
        return new Example(indexes.stream().mapToInt(Integer::intValue).toArray(), values, sentence.worthChecking(), 1);
    }
}
