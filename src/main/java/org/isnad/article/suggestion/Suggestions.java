package org.isnad.article.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Proposes what in an article is worth checking. What is proposed is decided by words and by a few features with weights that
 * were learnt from labelled sentences (docs/suggestions.md); nothing is known of what is true.
 */
public final class Suggestions {
    /** The model that scores, with its version: the name of its file. */
    public static final String MODEL = "checkworthiness-1";
    /** Nobody triages more statements of one article. */
    public static final int MOST = 20;

    private static final Model SCORER = Model.load(MODEL);

    private Suggestions() {}

    /**
     * The statements most worth checking, best first, at most {@value #MOST}; they do not overlap. Texts in languages other than
     * Arabic and English are ranked by numbers, names and place alone. Any text is taken, and the time grows with its length.
     *
     * @param language
     *            ISO 639 code of the text's language, {@code und} for unknown
     */
    public static List<Suggestion> of(String text, String language) {
        List<Suggestion> suggestions = new ArrayList<>();
        for (Statement statement : Statements.of(text, language)) {
            double[] features = Features.of(statement);
            suggestions.add(new Suggestion(statement.span(), SCORER.score(features), SCORER.reasons(features),
                    statement.attribution()));
        }
        suggestions.sort(Comparator.comparingDouble(Suggestion::score).reversed()
                .thenComparing(suggestion -> suggestion.span().start()));
        return List.copyOf(suggestions.subList(0, Math.min(MOST, suggestions.size())));
    }
}
