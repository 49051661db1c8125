package org.isnad.article.similarity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text in one spelling: compatibility forms taken apart (NFKD), lower case, Latin digits, without vowel marks,
 * tatweel and invisible characters; Arabic letters that are written for each other are one, and punctuation is none. The first
 * version of {@link Fingerprint} is made of exactly this.
 */
final class Words {
    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (isInvisible(c)) {
                return;
            }
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(folded(c));
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }

    /** Marks on letters, among them hamza over alef once it is taken apart, and what steers the direction of writing. */
    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT
                || codePoint == 'ـ';
    }

    private static int folded(int codePoint) {
        return switch (codePoint) {
            case 'ٱ' -> 'ا';
            case 'ة', 'ۀ', 'ە' -> 'ه';
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            default -> Character.isDigit(codePoint) ? '0' + Character.digit(codePoint, 10) : codePoint;
        };
    }
}
