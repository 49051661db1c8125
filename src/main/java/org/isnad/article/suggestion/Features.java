package org.isnad.article.suggestion;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures a statement. */
final class Features {
    private static final WordLists LISTS = WordLists.load();
    /** Once a list knows so many words of a statement, another one says nothing more. */
    private static final double ENOUGH = 3;
    private static final double ENOUGH_AGAINST = 2;
    private static final int LONG = 48;
    private static final int SHORT = 7;
    private static final Set<String> OPENING_MARKS = Set.of("«", "“", "\"");
    private static final Set<String> CLOSING_MARKS = Set.of("»", "”", "\"");
    private static final Set<String> QUESTION_MARKS = Set.of("?", "؟");

    private Features() {}

    static double[] of(Statement statement) {
        Map<Feature, Double> values = new EnumMap<>(Feature.class);
        List<Word> words = statement.words();
        LISTS.counts(words).forEach((feature, count) -> values.put(feature,
                Math.min(1, count / (feature.speaksFor() ? ENOUGH : ENOUGH_AGAINST))));
        add(values, Feature.NUMBER, words.stream().filter(Word::isNumber).count() / ENOUGH);
        add(values, Feature.ACTOR, names(words) / ENOUGH);
        addAttribution(values, statement);
        addQuotation(values, words);
        values.put(Feature.HEADLINE, statement.headline());
        values.put(Feature.CENTRAL, statement.centrality());
        values.put(Feature.OPENING, 1.0 / (1 + statement.position()));
        long said = words.stream().filter(word -> !word.isMark()).count();
        values.put(Feature.LENGTH, Math.min(1, Math.sqrt(said / (double) LONG)));
        values.put(Feature.SHORT, Math.max(0, SHORT - said) / (double) SHORT);
        values.put(Feature.QUESTION, isQuestion(words) ? 1.0 : 0.0);
        double[] vector = new double[Feature.values().length];
        values.forEach((feature, value) -> vector[feature.ordinal()] = value);
        return vector;
    }

    private static void add(Map<Feature, Double> values, Feature feature, double more) {
        values.merge(feature, Math.min(1, more), (a, b) -> Math.min(1, a + b));
    }

    /** Words with a capital letter inside a sentence. */
    private static long names(List<Word> words) {
        return words.stream().skip(1).filter(Word::isCapitalized).count();
    }

    private static void addAttribution(Map<Feature, Double> values, Statement statement) {
        Attribution attribution = statement.attribution();
        if (attribution != null) {
            values.put(Feature.ATTRIBUTED, 1.0);
            add(values, Feature.HEARSAY, attribution.anonymous() ? 1 : 0);
            values.put(Feature.DISPUTED, attribution.verb() == Attribution.Verb.NEUTRAL ? 0.0 : 1.0);
        }
    }

    private static boolean isQuestion(List<Word> words) {
        int last = words.size() - 1;
        boolean quoted = last > 0 && CLOSING_MARKS.contains(words.get(last).raw());
        return last >= 0 && QUESTION_MARKS.contains(words.get(quoted ? last - 1 : last).raw());
    }

    /** A few quoted words are a reason to look; a statement that is nearly all speech rarely says a fact. */
    private static void addQuotation(Map<Feature, Double> values, List<Word> words) {
        boolean open = false;
        int quoted = 0;
        int all = 0;
        for (Word word : words) {
            if (open && CLOSING_MARKS.contains(word.raw())) {
                open = false;
            } else if (OPENING_MARKS.contains(word.raw())) {
                open = true;
            } else if (!word.isMark()) {
                all++;
                quoted += open ? 1 : 0;
            }
        }
        double share = quoted / (double) Math.max(1, all);
        values.put(Feature.QUOTED, quoted > 3 && share <= 0.5 ? 1.0 : 0.0);
        values.put(Feature.SPEECH, share > 0.5 ? 1.0 : 0.0);
    }
}
