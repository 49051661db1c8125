package org.isnad.claim.web;

import java.util.ArrayList;
import java.util.List;

/**
 * An article's text as a page shows it: paragraphs, with the marks of claims and their pins. The paragraphs carry their position
 * in the frozen text, so that the browser can tell where a selection lies; pins carry the exact positions of their words, and
 * the browser paints those without touching the text. What is marked up here is the fallback for browsers without script: it
 * never begins or ends inside a word, since that would break the joining of Arabic letters, and where marks overlap, the current
 * claim's wins. All positions are in code points.
 */
public record MarkedText(List<Paragraph> paragraphs) {
    private static final byte OTHER = 1;
    private static final byte CURRENT = 2;

    public MarkedText {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * Words that a claim is pinned to.
     *
     * @param href
     *            where its pin leads
     */
    public record Mark(int start, int end, boolean current, String wording, String language, String href) {}

    /** A mark's pin beside its paragraph, numbered in reading order. */
    public record Pin(int number, Mark mark) {}

    /** A stretch of text that is marked alike. */
    public record Run(String text, boolean marked, boolean current) {}

    /**
     * One line of the text that is not blank.
     *
     * @param start
     *            of its first character in the whole text
     */
    public record Paragraph(int start, List<Run> runs, List<Pin> pins) {}

    /** The text with the marks, which come in reading order. */
    public static MarkedText of(String text, List<Mark> marks) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            int end = start + line.codePointCount(0, line.length());
            if (!line.isBlank()) {
                paragraphs.add(new Paragraph(start, runs(line, start, end, marks), pins(start, end, marks)));
            }
            start = end + 1;
        }
        return new MarkedText(paragraphs);
    }

    private static List<Pin> pins(int start, int end, List<Mark> marks) {
        List<Pin> pins = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            int at = marks.get(i).start();
            if (at >= start && at < end) {
                pins.add(new Pin(i + 1, marks.get(i)));
            }
        }
        return pins;
    }

    private static List<Run> runs(String line, int start, int end, List<Mark> marks) {
        byte[] kind = new byte[line.length()];
        for (Mark mark : marks) {
            if (mark.start() < end && mark.end() > start) {
                int from = line.offsetByCodePoints(0, Math.max(0, mark.start() - start));
                int to = line.offsetByCodePoints(0, Math.min(end, mark.end()) - start);
                while (from > 0 && insideWord(line, from)) {
                    from--;
                }
                while (to < line.length() && insideWord(line, to)) {
                    to++;
                }
                for (int i = from; i < to; i++) {
                    kind[i] = mark.current() ? CURRENT : (byte) Math.max(kind[i], OTHER);
                }
            }
        }
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= line.length(); i++) {
            if (i == line.length() || kind[i] != kind[from]) {
                runs.add(new Run(line.substring(from, i), kind[from] != 0, kind[from] == CURRENT));
                from = i;
            }
        }
        return runs;
    }

    private static boolean insideWord(String line, int at) {
        return joins(line.charAt(at - 1)) && joins(line.charAt(at));
    }

    /** Letters, digits, marks and the invisible characters between them; halves of a pair stay together. */
    private static boolean joins(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK,
                    Character.FORMAT ->
                true;
            default -> false;
        };
    }
}
