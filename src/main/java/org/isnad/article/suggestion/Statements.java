package org.isnad.article.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.isnad.article.Sentences;
import org.isnad.article.Span;

/** What an article says, statement by statement: its sentences without its headings, very long ones cut into parts. */
final class Statements {
    /** A word that so many other sentences have too is as central as can be. */
    private static final double EVERYWHERE = 4;
    private static final int SHORTEST_WORD = 3;

    private final Map<String, Integer> sentencesWith = new HashMap<>();
    private final Set<String> headline;

    private Statements(List<Line> lines) {
        headline = Line.headline(lines).map(Statements::stems).orElse(Set.of());
        lines.stream().flatMap(line -> line.sentences().stream()).forEach(
                sentence -> stems(sentence.words()).forEach(stem -> sentencesWith.merge(stem, 1, Integer::sum)));
    }

    static List<Statement> of(String text, String language) {
        List<Line> lines = Line.of(text, Sentences.of(text, language));
        List<Line> body = lines.stream().filter(line -> !line.isHeading()).toList();
        return new Statements(lines).of(body.isEmpty() ? lines : body);
    }

    private List<Statement> of(List<Line> lines) {
        List<Statement> all = new ArrayList<>();
        int position = 0;
        for (Line line : lines) {
            for (Line.Sentence sentence : line.sentences()) {
                if (sentence.words().stream().anyMatch(word -> !word.isMark())) {
                    all.addAll(statements(sentence, position++));
                }
            }
        }
        return all;
    }

    private List<Statement> statements(Line.Sentence sentence, int position) {
        Attribution attribution = Attributions.of(sentence.span().start(), sentence.text(), sentence.words());
        Set<String> stems = stems(sentence.words());
        double inHeadline = headline.isEmpty()
                ? 0
                : headline.stream().filter(stems::contains).count() / (double) headline.size();
        double central = centrality(stems);
        List<Clauses.Clause> clauses = Clauses.of(sentence.text(), sentence.words());
        if (clauses.size() == 1) {
            return List.of(new Statement(sentence.span(), sentence.text(), sentence.words(), position, inHeadline,
                    central, attribution));
        }
        return clauses.stream().map(clause -> part(sentence, clause, position, inHeadline, central, attribution))
                .toList();
    }

    private static Statement part(Line.Sentence sentence, Clauses.Clause clause, int position, double inHeadline,
            double central, @Nullable Attribution ofSentence) {
        String text = sentence.text().substring(clause.start(), clause.end());
        int start = sentence.span().start() + sentence.text().codePointCount(0, clause.start());
        Span span = new Span(start, start + text.codePointCount(0, text.length()));
        List<Word> words = Word.of(text);
        Attribution own = Attributions.of(start, text, words);
        return new Statement(span, text, words, position, inHeadline, central,
                own == null && clause.continuesSpeech() ? ofSentence : own);
    }

    private double centrality(Set<String> stems) {
        return stems.stream().mapToDouble(stem -> Math.min(1, (sentencesWith.getOrDefault(stem, 1) - 1) / EVERYWHERE))
                .average().orElse(0);
    }

    private static Set<String> stems(List<Word> words) {
        return words.stream().filter(word -> !word.isMark() && word.plain().length() > SHORTEST_WORD).map(Word::stem)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
