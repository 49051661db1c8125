package org.isnad.article.suggestion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.isnad.article.suggestion.LogisticRegression.Example;

/** Makes the model file from the labelled sentences; docs/suggestions.md has the command. */
final class ModelTraining {
    static final Path FILE = Path
            .of("src/main/resources/org/isnad/article/suggestion/" + Suggestions.MODEL + ".properties");
    private static final double PENALTY = 4;
    private static final double EXPECTED = 0.5;
    /** No feature is learnt away: a reason that weighs nothing would never be told. */
    private static final double LEAST = 0.35;
    private static final int ROUNDS = 4000;
    private static final double STEP = 1;
    /** Stands after the features: 1 where the question is whether a sentence is a main one, which fewer are. */
    private static final int ASKS_FOR_MAIN = Feature.values().length;

    /** How much the second question counts beside the first. */
    private static final double MAIN = 0.5;

    private ModelTraining() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, file());
    }

    static String file() {
        List<LabelledSentence> all = everything();
        LogisticRegression model = train(all);
        StringBuilder file = new StringBuilder("# Made by ModelTraining from " + all.size()
                + " labelled sentences; see docs/suggestions.md. Do not edit.\nversion=1\n");
        line(file, "bias", model.bias());
        for (Feature feature : Feature.values()) {
            line(file, feature.name(), model.weights()[feature.ordinal()]);
        }
        return file.toString();
    }

    static List<LabelledSentence> everything() {
        List<LabelledSentence> all = new ArrayList<>(LabelledArticles.corpus());
        all.addAll(LabelledArticles.own("ar"));
        all.addAll(LabelledArticles.own("en"));
        return all;
    }

    /** Two questions about every sentence, answered by the same weights: is it worth checking, is it a main one. */
    static LogisticRegression train(List<LabelledSentence> sentences) {
        double[] expected = new double[ASKS_FOR_MAIN + 1];
        for (Feature feature : Feature.values()) {
            expected[feature.ordinal()] = feature.speaksFor() ? EXPECTED : -EXPECTED;
        }
        List<Example> examples = sentences.stream()
                .flatMap(sentence -> Stream.of(example(sentence, 1), example(sentence, 2))).toList();
        return new LogisticRegression(expected.length).fit(examples, PENALTY, expected, LEAST, ROUNDS, STEP);
    }

    static Example example(LabelledSentence sentence, int least) {
        double[] values = Arrays.copyOf(sentence.features(), ASKS_FOR_MAIN + 1);
        values[ASKS_FOR_MAIN] = least - 1;
        return new Example(IntStream.rangeClosed(0, ASKS_FOR_MAIN).toArray(), values, sentence.label() >= least,
                least == 1 ? 1 : MAIN);
    }

    private static void line(StringBuilder file, String name, double value) {
        double shown = Math.abs(value) < 0.0005 ? 0 : value;
        file.append(name).append('=').append(String.format(Locale.ROOT, "%.3f", shown)).append('\n');
    }
}
