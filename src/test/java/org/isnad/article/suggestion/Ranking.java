package org.isnad.article.suggestion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How well what is worth checking is ranked before what is not, by ten-fold cross-validation over the articles: nothing is
 * measured on an article that it was trained on. docs/suggestions.md has the command and what came out.
 */
final class Ranking {
    private static final int FOLDS = 10;
    private static final int SAMPLES = 2000;

    /** Average precision in percent, with the middle 95 % of what other draws of articles would give. */
    record Measure(double averagePrecision, double low, double high) {}

    private final List<LabelledSentence> test;
    private final List<LabelledSentence> added;
    private final Map<String, double[]> scores = new LinkedHashMap<>();
    private final List<int[]> draws;

    /** Measured on the first, by folds of its articles; the second is added to every training set. */
    Ranking(List<LabelledSentence> test, List<LabelledSentence> added) {
        this.test = test;
        this.added = added;
        draws = bootstrap();
        scores.put("ours", crossValidated((training, tested) -> {
            LogisticRegression model = ModelTraining.train(training);
            return tested.stream().mapToDouble(s -> model.probability(ModelTraining.example(s, 1))).toArray();
        }));
        scores.put("words", crossValidated((training, tested) -> NGrams.scores(training, tested, NGrams::ofWords)));
        scores.put("characters",
                crossValidated((training, tested) -> NGrams.scores(training, tested, NGrams::ofCharacters)));
        scores.put("longest", test.stream().mapToDouble(sentence -> sentence.text().length()).toArray());
        scores.put("chance", new Random(1).doubles(test.size()).toArray());
    }

    private interface Learner {
        double[] scores(List<LabelledSentence> training, List<LabelledSentence> tested);
    }

    private double[] crossValidated(Learner learner) {
        double[] all = new double[test.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int current = fold;
            List<LabelledSentence> training = new ArrayList<>(
                    test.stream().filter(sentence -> foldOf(sentence) != current).toList());
            training.addAll(added);
            int[] tested = IntStream.range(0, test.size()).filter(i -> foldOf(test.get(i)) == current).toArray();
            double[] found = learner.scores(training, Arrays.stream(tested).mapToObj(test::get).toList());
            for (int i = 0; i < tested.length; i++) {
                all[tested[i]] = found[i];
            }
        }
        return all;
    }

    private static int foldOf(LabelledSentence sentence) {
        return Integer.parseInt(LabelledArticles.hash(sentence.article()).substring(0, 6), 16) % FOLDS;
    }

    Measure measure(String ranker) {
        double[] samples = draws.stream().mapToDouble(sample -> averagePrecision(ranker, sample)).sorted()
                .toArray();
        int[] all = IntStream.range(0, test.size()).toArray();
        return new Measure(averagePrecision(ranker, all), samples[SAMPLES / 40], samples[SAMPLES - 1 - SAMPLES / 40]);
    }

    /** In how many of the other draws of articles the first ranker is better than the second, 0 to 1. */
    double better(String first, String second) {
        return draws.stream().filter(
                sample -> averagePrecision(first, sample) > averagePrecision(second, sample)).count()
                / (double) SAMPLES;
    }

    /** Mean over the articles, each ranked by itself, that have both sentences worth checking and others. */
    double meanWithinArticles(String ranker) {
        return byArticle().values().stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .filter(article -> Arrays.stream(article).mapToObj(test::get).map(LabelledSentence::worthChecking)
                        .distinct().count() == 2)
                .mapToDouble(article -> averagePrecision(ranker, article)).average().orElse(0);
    }

    private Map<String, List<Integer>> byArticle() {
        Map<String, List<Integer>> articles = new LinkedHashMap<>();
        for (int i = 0; i < test.size(); i++) {
            articles.computeIfAbsent(test.get(i).article(), key -> new ArrayList<>()).add(i);
        }
        return articles;
    }

    private List<int[]> bootstrap() {
        List<List<Integer>> articles = new ArrayList<>(byArticle().values());
        Random random = new Random(20_171_127);
        List<int[]> samples = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            List<Integer> sample = new ArrayList<>();
            for (int j = 0; j < articles.size(); j++) {
                sample.addAll(articles.get(random.nextInt(articles.size())));
            }
            samples.add(sample.stream().mapToInt(Integer::intValue).toArray());
        }
        return samples;
    }

    private double averagePrecision(String ranker, int[] sentences) {
        double[] score = scores.getOrDefault(ranker, new double[0]);
        List<Integer> ranked = new ArrayList<>(Arrays.stream(sentences).boxed().toList());
        ranked.sort(Comparator.comparingDouble((Integer i) -> -score[i]).thenComparing(Comparator.naturalOrder()));
        double sum = 0;
        int found = 0;
        for (int rank = 0; rank < ranked.size(); rank++) {
            if (test.get(ranked.get(rank)).worthChecking()) {
                found++;
                sum += found / (rank + 1.0);
            }
        }
        return 100 * sum / Math.max(1, found);
    }

    String table() {
        StringBuilder table = new StringBuilder(
                "| ranked by | average precision | 95 % interval | within each article |\n|---|---|---|---|\n");
        for (String ranker : scores.keySet()) {
            Measure measure = measure(ranker);
            table.append(String.format(Locale.ROOT, "| %s | %.1f | %.1f–%.1f | %.1f |%n", ranker,
                    measure.averagePrecision(), measure.low(), measure.high(), meanWithinArticles(ranker)));
        }
        Map<String, Double> wins = new HashMap<>();
        for (String other : List.of("words", "characters", "longest")) {
            wins.put(other, better("ours", other));
            table.append(String.format(Locale.ROOT, "ours better than %s in %.1f %% of the draws%n", other,
                    100 * wins.getOrDefault(other, 0.0)));
        }
        return table.toString();
    }

    public static void main(String[] arguments) {
        List<LabelledSentence> ownArabic = LabelledArticles.own("ar");
        List<LabelledSentence> english = LabelledArticles.own("en");
        List<LabelledSentence> corpus = LabelledArticles.corpus();
        List<LabelledSentence> own = new ArrayList<>(ownArabic);
        own.addAll(english);
        System.out.println("articles-ar, " + corpus.size() + " sentences\n" + new Ranking(corpus, own).table());
        List<LabelledSentence> arabic = new ArrayList<>(corpus);
        arabic.addAll(ownArabic);
        System.out.println("own English, " + english.size() + " sentences\n" + new Ranking(english, arabic).table());
    }
}
