package org.isnad.article.extraction;

import java.text.Normalizer;
import java.util.Locale;

import org.isnad.article.CodePoints;

/** Reduces a line to what its readers would call the same words. */
final class Wording {
    /** Longer lines are prose; nothing that is compared is nearly as long. */
    private static final int ENOUGH = 600;

    private Wording() {}

    /** The line without what is not seen, such as the characters that steer its direction; joiners belong to words. */
    static String visible(String line) {
        StringBuilder visible = new StringBuilder(line.length());
        line.codePoints().filter(c -> Character.getType(c) != Character.FORMAT || c == 0x200C || c == 0x200D)
                .forEach(visible::appendCodePoint);
        int start = 0;
        int end = visible.length();
        while (start < end && isBlank(visible.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(visible.charAt(end - 1))) {
            end--;
        }
        return visible.substring(start, end);
    }

    /**
     * The line's beginning in one spelling: lower case, without vowel marks, stretching, forms of alif, and the signs around it,
     * with single blanks. Digits are those of ASCII.
     */
    static String plain(String line) {
        return plain(line, ENOUGH);
    }

    /** The same of so many code points at most. */
    static String plain(String line, int most) {
        StringBuilder plain = new StringBuilder();
        boolean blank = false;
        String start = Normalizer.normalize(CodePoints.head(line, most), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        for (int c : start.codePoints().toArray()) {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blank = !plain.isEmpty();
            } else if (isHeard(c)) {
                plain.append(blank ? " " : "");
                plain.appendCodePoint(spelled(c));
                blank = false;
            }
        }
        return withoutSignsAround(plain.toString());
    }

    /** How many words stand in the text, however long it is. Two signs of a script that leaves no blanks are about one. */
    static int words(String text) {
        int words = 0;
        int signs = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = isBlank(c);
            words += inside || blank ? 0 : 1;
            inside = !blank;
            signs += isOfUnbrokenScript(c) ? 1 : 0;
        }
        return words + signs / 2;
    }

    /** Chinese, Japanese, and Thai with its neighbours. */
    private static boolean isOfUnbrokenScript(char c) {
        return c >= '\u3040' && c <= '\u9FFF' || c >= '\u0E00' && c <= '\u0EFF';
    }

    static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isHeard(int c) {
        int type = Character.getType(c);
        return type != Character.NON_SPACING_MARK && type != Character.FORMAT && type != Character.CONTROL && c != 'ـ';
    }

    private static int spelled(int c) {
        return switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ة' -> 'ه';
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            case '’', '‘' -> '\'';
            default -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c;
        };
    }

    private static String withoutSignsAround(String plain) {
        int start = 0;
        int end = plain.length();
        while (start < end && isSign(plain.charAt(start))) {
            start++;
        }
        while (end > start && isSign(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(start, end);
    }

    private static boolean isSign(char c) {
        return !Character.isLetterOrDigit(c) && !Character.isSurrogate(c) && c != '©';
    }
}
