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

    private Sentences() {}

    /**
     * The text's sentences in order, in code points, without the white space around them. They do not overlap, and every
     * character that is not white space is in one of them. The end of a line always ends a sentence. A quotation of less than
     * 400 characters is not cut, and its closing mark stays with it.
     *
     * @param language
     *            ISO 639 code of the text's language, {@code und} for unknown
     */
    public static List<Span> of(String text, String language) {
        Spans spans = new Spans(text);
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        Matcher lines = LINE.matcher(text);
        while (lines.find()) {
            SentenceEnds.of(lines.group(), breaks).forEach(end -> spans.until(lines.start() + end));
        }
        return spans.found;
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
