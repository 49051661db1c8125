package org.isnad.article.dates;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

import org.isnad.article.Span;

/**
 * A line in one spelling per month: Latin digits, lower case, without accents, vowel marks, hamzas and invisible characters. Knows
 * where each of its characters stands in the original.
 */
final class PlainLine {
    private final String original;
    private final int[] codePoints;
    private final StringBuilder text = new StringBuilder();
    private int[] origins = new int[64];

    private PlainLine(String original) {
        this.original = original;
        this.codePoints = original.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            append(codePoints[i], i);
        }
    }

    static PlainLine of(String line) {
        return new PlainLine(line);
    }

    String text() {
        return text.toString();
    }

    String original() {
        return original;
    }

    /** The stretch of the original that the plain text from {@code start} to {@code end} stands for, with its last marks. */
    Span span(int start, int end) {
        int last = origins[end - 1] + 1;
        while (last < codePoints.length && isMark(codePoints[last])) {
            last++;
        }
        return new Span(origins[start], last);
    }

    private void append(int original, int origin) {
        String decomposed = original < 0x80
                ? Character.toString(Character.toLowerCase(original))
                : Normalizer.normalize(Character.toString(original), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        decomposed.codePoints().filter(c -> !isMark(c) && Character.getType(c) != Character.FORMAT && c != 'ـ')
                .map(PlainLine::plain).forEach(c -> {
                    int from = text.length();
                    text.appendCodePoint(c);
                    if (text.length() > origins.length) {
                        origins = Arrays.copyOf(origins, 2 * text.length());
                    }
                    Arrays.fill(origins, from, text.length(), origin);
                });
    }

    private static boolean isMark(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    private static int plain(int codePoint) {
        return switch (codePoint) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ة' -> 'ه';
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            default -> Character.isDigit(codePoint)
                    ? '0' + Character.digit(codePoint, 10)
                    : Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint) ? ' ' : codePoint;
        };
    }
}
