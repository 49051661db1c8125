package org.isnad.article.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.isnad.article.Sentences;
import org.isnad.article.Span;

/** What an article says, statement by statement: its sentences without its headings, very long ones cut into parts. */
final class Statements {
    private static final int LONGEST_HEADING = 18;
    private static final int SHORTEST_HEADLINE = 4;
    /** A word that so many other sentences have too is as central as can be. */
    private static final double EVERYWHERE = 4;
    private static final int SHORTEST_WORD = 3;
    private static final Pattern END = Pattern.compile("(?s).*[.!?؟؛:…][\\p{Pe}\\p{Pf}\"']*");

    private final List<Sentence> sentences = new ArrayList<>();
    private final Map<String, Integer> sentencesWith = new HashMap<>();
    private Set<String> headline = Set.of();

    private record Sentence(Span span, String text, List<Word> words, Set<String> stems, boolean heading) {}

    private Statements() {}

    static List<Statement> of(String text, String language) {
        Statements statements = new Statements();
        statements.read(text, language);
        List<Statement> all = statements.all(false);
        return all.isEmpty() ? statements.all(true) : all;
    }

    private void read(String text, String language) {
        List<Span> spans = Sentences.of(text, language);
        int at = 0;
        int codePoint = 0;
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            int start = text.offsetByCodePoints(at, span.start() - codePoint);
            int end = text.offsetByCodePoints(start, span.end() - span.start());
            boolean ownLine = isLineEdge(text, at, start, i == 0)
                    && isLineEdge(text, end, i + 1 < spans.size() ? nextStart(text, end) : text.length(),
                            i + 1 == spans.size());
            add(span, text.substring(start, end), ownLine);
            at = end;
            codePoint = span.end();
        }
    }

    private void add(Span span, String text, boolean ownLine) {
        List<Word> words = Word.of(text);
        Set<String> stems = words.stream().filter(word -> !word.isMark() && word.plain().length() > SHORTEST_WORD)
                .map(Word::stem).collect(Collectors.toCollection(HashSet::new));
        long length = words.stream().filter(word -> !word.isMark()).count();
        boolean heading = length == 0
                || ownLine && length <= LONGEST_HEADING && (!END.matcher(text).matches() || sentences.isEmpty());
        stems.forEach(stem -> sentencesWith.merge(stem, 1, Integer::sum));
        if (heading && headline.isEmpty() && length >= SHORTEST_HEADLINE) {
            headline = stems;
        }
        sentences.add(new Sentence(span, text, words, stems, heading));
    }

    private List<Statement> all(boolean headings) {
        List<Statement> all = new ArrayList<>();
        int position = 0;
        for (Sentence sentence : sentences) {
            if (sentence.heading() == headings && !sentence.stems().isEmpty()) {
                all.addAll(statements(sentence, position));
                position++;
            }
        }
        return all;
    }

    private List<Statement> statements(Sentence sentence, int position) {
        Attribution attribution = Attributions.of(sentence.span().start(), sentence.text(), sentence.words());
        double headlineShare = share(sentence.stems());
        double centrality = centrality(sentence.stems());
        List<Clauses.Clause> clauses = Clauses.of(sentence.text(), sentence.words());
        if (clauses.size() == 1) {
            return List.of(new Statement(sentence.span(), sentence.text(), sentence.words(), position, headlineShare,
                    centrality, attribution));
        }
        return clauses.stream().map(clause -> {
            String text = sentence.text().substring(clause.start(), clause.end());
            int start = sentence.span().start() + sentence.text().codePointCount(0, clause.start());
            Span span = new Span(start, start + text.codePointCount(0, text.length()));
            List<Word> words = Word.of(text);
            Attribution own = Attributions.of(start, text, words);
            return new Statement(span, text, words, position, headlineShare, centrality,
                    own == null && clause.continuesSpeech() ? attribution : own);
        }).toList();
    }

    private double share(Set<String> stems) {
        return headline.isEmpty() ? 0 : headline.stream().filter(stems::contains).count() / (double) headline.size();
    }

    private double centrality(Set<String> stems) {
        return stems.stream().mapToDouble(stem -> Math.min(1, (sentencesWith.getOrDefault(stem, 1) - 1) / EVERYWHERE))
                .average().orElse(0);
    }

    private static int nextStart(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static boolean isLineEdge(String text, int from, int to, boolean edge) {
        return edge || text.substring(from, to).codePoints()
                .anyMatch(c -> c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029);
    }
}
