package org.isnad.article;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into sentences, so that a claim can be marked by choosing one of them. */
public final class Sentences {
    private Sentences() {}

    /**
     * The text's sentences in order, in code points, without the white space around them. They do not overlap, and every
     * character that is not white space is in one of them. The end of a line always ends a sentence.
     */
    public static List<Span> of(String text, String language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        breaks.setText(text);
        List<Span> spans = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            spans.add(new Span(CodePoints.ofUtf16(text, start), CodePoints.ofUtf16(text, end)));
            start = end;
        }
        return spans;
    }
}
