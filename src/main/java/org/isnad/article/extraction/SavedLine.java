package org.isnad.article.extraction;

import java.util.Optional;

import org.isnad.article.CodePoints;

/**
 * One line of a saved text, measured once.
 *
 * @param text
 *            its exact characters
 * @param seen
 *            without what is not seen
 * @param plain
 *            its beginning in one spelling
 * @param opening
 *            the part of a page that it opens when it is a heading
 */
record SavedLine(String text, boolean spaced, String seen, String plain, int words, Optional<Kind> opening) {
    private static final int LONG = 25;
    private static final int SENTENCE = 8;
    static final int LONGEST_TITLE = 250;
    private static final String ENDS = ".!?؟。۔।";
    private static final String CLOSING = "\"'”’»)]›";

    static SavedLine of(String text, boolean spaced) {
        String seen = Wording.visible(text);
        String plain = Wording.plain(seen);
        return new SavedLine(text, spaced, seen, plain, Wording.words(seen), Phrases.opening(plain));
    }

    /** Whether it reads as a paragraph: long, or a whole sentence. */
    boolean isProse() {
        return words >= LONG || words >= SENTENCE && endsSentence();
    }

    /** Whether a title could look so; a full stop at the end of many words is a paragraph's. */
    boolean looksLikeTitle() {
        return seen.codePoints().anyMatch(Character::isLetter) && CodePoints.length(seen) <= LONGEST_TITLE
                && !(words >= SENTENCE && endsWithFullStop());
    }

    /** Dots that trail off end nothing: titles have them too. */
    boolean endsSentence() {
        return endsWithFullStop() || "!?؟".indexOf(last()) >= 0;
    }

    boolean isItem() {
        return !seen.isEmpty() && "-–—•*●▪◦·".indexOf(seen.charAt(0)) >= 0
                || seen.length() > 2 && Character.isDigit(seen.charAt(0))
                        && seen.substring(1, Math.min(4, seen.length()))
                                .matches("\\d?[.)\\-].*");
    }

    private boolean endsWithFullStop() {
        int end = end();
        return end >= 0 && ENDS.indexOf(seen.charAt(end)) >= 0 && "!?؟".indexOf(seen.charAt(end)) < 0
                && !(end > 0 && seen.charAt(end - 1) == '.');
    }

    private char last() {
        int end = end();
        return end < 0 ? ' ' : seen.charAt(end);
    }

    private int end() {
        int end = seen.length() - 1;
        while (end >= 0 && (CLOSING.indexOf(seen.charAt(end)) >= 0 || Wording.isBlank(seen.charAt(end)))) {
            end--;
        }
        return end;
    }
}
