package org.isnad.article;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the sentences of one line end: what Java's rules find and what they do not know, less what only looks like an end. */
final class SentenceEnds {
    // Java's rules do not know that these end something: Arabic question mark and semicolon, Urdu full stop. Bounded, as somebody may
    // send a million of them.
    private static final Pattern ARABIC_END = Pattern
            .compile("[\\u061F\\u061B\\u06D4][!?.\\u061F]{0,9}[\\p{Pe}\\p{Pf}\"']{0,9}\\s+|…\\s+(?=[\\u0621-\\u064A])");
    // Pages that are saved as text often lose the blank after a full stop: «استعادته.وقتل», "went home.The".
    private static final Pattern GLUED = Pattern.compile(
            "(?<=[\\u0621-\\u064A\\u064B-\\u0652]{3})[»”\"]?[.!\\u061F\\u061B][»”\"]?(?=[«“\"]?[\\u0621-\\u064A]{2})"
                    + "|(?<=\\p{javaLowerCase}{3})[.!?](?=\\p{javaUpperCase}\\p{javaLowerCase}*[ ,])");
    // Nor that a sentence may begin with a number: "They left. 40 came back."
    private static final Pattern BEFORE_NUMBER = Pattern
            .compile("(?<=\\p{L}{2})[.!?\\u061F][\\p{Pe}\\p{Pf}\"']{0,9}\\s{1,9}(?=\\p{Nd})");
    private static final Pattern ELLIPSIS = Pattern.compile("(?:\\.\\.|…)[\\p{Pe}\\p{Pf}\"']{0,9}\\s*$");
    /** Shorter than this, what stands before «..» introduces what follows it, as headlines do: «برعاية دولية.. اتفاق جديد». */
    private static final int WORDS_BEFORE_ELLIPSIS = 6;
    private static final int LONGEST_KICKER = 100;
    /** Longer than this, a quotation is cut like any other text. */
    private static final int LONGEST_QUOTATION = 400;
    private static final Pattern MARK = Pattern.compile("[«»“”„\"]");
    private static final String OPENING = "«“„\"";
    private static final String CLOSING = "»”“\"";

    private final String line;
    private final NavigableMap<Integer, Integer> quotations = new TreeMap<>();

    private SentenceEnds(String line) {
        this.line = line;
    }

    /** In UTF-16 units, ascending; the last one at the line's end. */
    static List<Integer> of(String line, BreakIterator breaks) {
        SentenceEnds ends = new SentenceEnds(line);
        ends.findQuotations();
        return ends.among(candidates(line, breaks));
    }

    private static TreeSet<Integer> candidates(String line, BreakIterator breaks) {
        TreeSet<Integer> candidates = new TreeSet<>();
        breaks.setText(line);
        for (int end = breaks.first(); end != BreakIterator.DONE; end = breaks.next()) {
            candidates.add(end);
        }
        ARABIC_END.matcher(line).results().forEach(found -> candidates.add(found.end()));
        BEFORE_NUMBER.matcher(line).results().forEach(found -> candidates.add(found.end()));
        GLUED.matcher(line).results().forEach(found -> candidates.add(found.end()));
        candidates.remove(0);
        return candidates;
    }

    private List<Integer> among(TreeSet<Integer> candidates) {
        List<Integer> ends = new ArrayList<>();
        int start = 0;
        for (int end : candidates) {
            if (end == line.length() || !isQuoted(end) && !Abbreviations.standBefore(line, end)
                    && !isKicker(start, end)) {
                ends.add(end);
                start = end;
            }
        }
        return ends;
    }

    private boolean isQuoted(int end) {
        var before = quotations.lowerEntry(end);
        return before != null && end <= before.getValue();
    }

    private boolean isKicker(int start, int end) {
        String before = line.substring(Math.max(start, end - LONGEST_KICKER), end);
        return ELLIPSIS.matcher(before).find() && before.strip().split("\\s+").length < WORDS_BEFORE_ELLIPSIS;
    }

    /** Quotations that end on this line, from their opening mark to their closing one; of nested ones the outer. */
    private void findQuotations() {
        Matcher marks = MARK.matcher(line);
        int opened = -1;
        char closing = 0;
        while (marks.find()) {
            int at = marks.start();
            boolean isOpen = opened >= 0 && at - opened <= LONGEST_QUOTATION;
            if (isOpen && line.charAt(at) == closing && !isBlank(at - 1)) {
                quotations.put(opened, at);
                opened = -1;
            } else if (!isOpen && OPENING.indexOf(line.charAt(at)) >= 0 && !isBlank(at + 1)) {
                opened = at;
                closing = CLOSING.charAt(OPENING.indexOf(line.charAt(at)));
            }
        }
    }

    private boolean isBlank(int at) {
        return at < 0 || at >= line.length() || Passage.isBlank(line.charAt(at));
    }
}
