package org.isnad.article.suggestion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.isnad.article.suggestion.LogisticRegression.Example;

/** Makes the model file from the labelled sentences; docs/suggestions.md has the command. */
final class ModelTraining {
    static final Path FILE = Path
            .of("src/main/resources/org/isnad/article/suggestion/" + Suggestions.MODEL + ".properties");
    private static final double PENALTY = 2;
    private static final int ROUNDS = 4000;
    private static final double STEP = 1;
    /** What an article exists to tell counts more than what is also worth checking. */
    private static final double MAIN = 1.5;

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

    static LogisticRegression train(List<LabelledSentence> sentences) {
        int[] signs = IntStream.range(0, Feature.values().length).map(i -> Feature.values()[i].speaksFor() ? 1 : -1)
                .toArray();
        List<Example> examples = sentences.stream().map(ModelTraining::example).toList();
        return new LogisticRegression(signs.length).fit(examples, PENALTY, signs, ROUNDS, STEP);
    }

    static Example example(LabelledSentence sentence) {
        return new Example(IntStream.range(0, sentence.features().length).toArray(), sentence.features(),
                sentence.worthChecking(), sentence.label() == 2 ? MAIN : 1);
    }

    private static void line(StringBuilder file, String name, double value) {
        double shown = Math.abs(value) < 0.0005 ? 0 : value;
        file.append(name).append('=').append(String.format(Locale.ROOT, "%.3f", shown)).append('\n');
    }
}
