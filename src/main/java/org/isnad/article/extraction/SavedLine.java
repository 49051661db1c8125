package org.isnad.article.extraction;

import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final int MENU = 3;
    static final int LONGEST_TITLE = 250;
    private static final Pattern ABBREVIATED = Pattern.compile("(?:\\p{Lu}\\.){2}$");

    static SavedLine of(String text, boolean spaced) {
        String seen = Wording.visible(text);
        String plain = Wording.plain(seen);
        return new SavedLine(text, spaced, seen, plain, Wording.words(seen), Phrases.opening(plain));
    }

    /** Whether it reads as a paragraph: long, or a whole sentence. */
    boolean isProse() {
        return (words >= LONG || words >= SENTENCE && endsSentence()) && !isMenu();
    }

    /** Whether it is a row of links: signs divide a few words from the next few. */
    private boolean isMenu() {
        long signs = seen.chars().filter(c -> c == '|' || c == '·' || c == '•').count();
        return signs >= MENU && signs * SENTENCE > words;
    }

    /** Whether a title could look so; a full stop at the end of many words is a paragraph's. */
    boolean looksLikeTitle() {
        return seen.codePoints().anyMatch(Character::isLetter) && CodePoints.length(seen) <= LONGEST_TITLE
                && !(words >= SENTENCE && Endings.isFullStop(seen) && !isAbbreviated());
    }

    /** Whether it ends with a stop that belongs to letters, as in "U.S." */
    boolean isAbbreviated() {
        return ABBREVIATED.matcher(seen).find();
    }

    boolean endsSentence() {
        return Endings.isSentence(seen);
    }

    boolean isItem() {
        return !seen.isEmpty() && "-–—•*●▪◦·".indexOf(seen.charAt(0)) >= 0
                || seen.length() > 2 && Character.isDigit(seen.charAt(0))
                        && seen.substring(1, Math.min(4, seen.length()))
                                .matches("\\d?[.)\\-].*");
    }
}
