package org.isnad.article.suggestion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.isnad.article.Span;

/** One line of an article, which may be a paragraph or a heading. */
final class Line {
    private static final int LONGEST_TITLE = 30;
    private static final int LONGEST_HEADING = 18;
    private static final int SHORTEST_HEADLINE = 4;
    // Dots that trail off are a headline's way to be curious, not a sentence's end.
    private static final Pattern END = Pattern.compile("(?:^|[^.!?؟؛:…])[.!?؟؛:][\\p{Pe}\\p{Pf}\"']*$");

    private static final Pattern FULL_STOP = Pattern.compile("[^.…][.]\\p{Z}*[\\p{Pe}\\p{Pf}\"']*\\s*$");

    record Sentence(Span span, String text, List<Word> words) {}

    private final List<Sentence> sentences = new ArrayList<>();
    private boolean heading;

    private Line() {}

    static List<Line> of(String text, List<Span> sentences) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        int codePoint = 0;
        for (Span span : sentences) {
            int start = text.offsetByCodePoints(at, span.start() - codePoint);
            int end = text.offsetByCodePoints(start, span.end() - span.start());
            if (lines.isEmpty() || hasBreak(text, at, start)) {
                lines.add(new Line());
            }
            String sentence = text.substring(start, end);
            lines.get(lines.size() - 1).sentences.add(new Sentence(span, sentence, Word.of(sentence)));
            at = end;
            codePoint = span.end();
        }
        markHeadings(lines);
        return lines;
    }

    private static boolean hasBreak(String text, int from, int to) {
        return text.substring(from, to).codePoints()
                .anyMatch(c -> c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029);
    }

    /** The first line, if it may be a title, lines that repeat it, and short lines without an end. */
    private static void markHeadings(List<Line> lines) {
        boolean inBody = false;
        Set<String> titles = new HashSet<>();
        for (Line line : lines) {
            int length = line.length();
            boolean title = !inBody && titles.isEmpty() && length <= LONGEST_TITLE && lines.size() > 1
                    && !line.isStatement();
            line.heading = title || length <= LONGEST_HEADING && !line.isEnded(inBody)
                    || length <= LONGEST_TITLE && titles.contains(line.text());
            if (line.heading && length >= SHORTEST_HEADLINE) {
                titles.add(line.text());
            }
            inBody |= !line.heading;
        }
    }

    private boolean isEnded(boolean inBody) {
        String last = sentences.get(sentences.size() - 1).text();
        String tail = last.substring(Math.max(0, last.length() - 12));
        return END.matcher(tail).find() || inBody && (tail.endsWith("..") || tail.endsWith("…"));
    }

    /** Whether it ends as a sentence that states something does; a title may ask or exclaim, and trail off. */
    private boolean isStatement() {
        return FULL_STOP.matcher(sentences.get(sentences.size() - 1).text()).find();
    }

    /** The words of the first heading that is long enough to tell something. */
    static Optional<List<Word>> headline(List<Line> lines) {
        return lines.stream().takeWhile(Line::isHeading).filter(line -> line.length() >= SHORTEST_HEADLINE).findFirst()
                .map(Line::words);
    }

    List<Sentence> sentences() {
        return sentences;
    }

    boolean isHeading() {
        return heading;
    }

    private List<Word> words() {
        return sentences.stream().flatMap(sentence -> sentence.words().stream()).toList();
    }

    private String text() {
        return String.join(" ", sentences.stream().map(Sentence::text).toList());
    }

    private int length() {
        return (int) sentences.stream().flatMap(sentence -> sentence.words().stream()).filter(word -> !word.isMark())
                .count();
    }
}
