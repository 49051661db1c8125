package org.isnad.article;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into sentences, so that a claim can be marked by choosing one of them, or several that follow each other. */
public final class Sentences {
    private static final Pattern LINE = Pattern.compile("[^\\n\\r\\u0085\\u2028\\u2029]+");
    // Java's rules do not know that these end something: Arabic question mark and semicolon, Urdu full stop.
    private static final Pattern ARABIC_END = Pattern
            .compile("[\\u061F\\u061B\\u06D4][!?.\\u061F]*[\\p{Pe}\\p{Pf}\"']*\\s+");
    // «د. سلمى», "J. Smith": one letter and a full stop is somebody's title or initial.
    private static final Pattern ABBREVIATED = Pattern.compile("(?:^|[^\\p{L}\\p{M}])\\p{L}\\p{M}*\\.\\s*$");

    private Sentences() {}

    /**
     * The text's sentences in order, in code points, without the white space around them. They do not overlap, and every
     * character that is not white space is in one of them. The end of a line always ends a sentence.
     *
     * @param language
     *            ISO 639 code of the text's language, {@code und} for unknown
     */
    public static List<Span> of(String text, String language) {
        Spans spans = new Spans(text);
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        Matcher lines = LINE.matcher(text);
        while (lines.find()) {
            sentencesOfLine(lines.group(), breaks).forEach(end -> spans.until(lines.start() + end));
        }
        return spans.found;
    }

    /** Where in the line a sentence ends, ascending; the last one at its end. */
    private static List<Integer> sentencesOfLine(String line, BreakIterator breaks) {
        breaks.setText(line);
        List<Integer> ends = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            Matcher arabic = ARABIC_END.matcher(line).region(start, end);
            while (arabic.find()) {
                ends.add(arabic.end());
            }
            if (end == line.length() || !ABBREVIATED.matcher(line.substring(start, end)).find()) {
                ends.add(end);
            }
            start = end;
        }
        return ends;
    }

    /** Turns ascending ends in UTF-16 units into trimmed spans in code points, in one pass over the text. */
    private static final class Spans {
        private final String text;
        private final List<Span> found = new ArrayList<>();
        private int index;
        private int codePoints;

        private Spans(String text) {
            this.text = text;
        }

        private void until(int end) {
            skipBlanks(end);
            int start = codePoints;
            int lastWord = codePoints;
            while (index < end) {
                boolean blank = Passage.isBlank(text.codePointAt(index));
                advance();
                lastWord = blank ? lastWord : codePoints;
            }
            if (lastWord > start) {
                found.add(new Span(start, lastWord));
            }
        }

        private void skipBlanks(int end) {
            while (index < end && Passage.isBlank(text.codePointAt(index))) {
                advance();
            }
        }

        private void advance() {
            index += Character.charCount(text.codePointAt(index));
            codePoints++;
        }
    }
}
