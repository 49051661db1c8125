package org.isnad.article.language;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Languages as ISO 639 codes, of two letters where there is one; {@code und} (ISO 639-2, undetermined) where nothing tells. A text
 * that could be either of two languages is undetermined: a person can say what it is, and a wrong guess would have to be noticed
 * first.
 */
public final class Languages {
    public static final String UNKNOWN = "und";
    /** How many times as likely as the next the likeliest language must be. */
    private static final double SURE = 1.2;
    /** The same for words that may well be in the language of the text around them. */
    private static final double SURE_AGAINST_THE_TEXT = 1.5;
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");
    /** Of three letters there are thousands, which Java does not list. */
    private static final Set<String> OF_TWO_LETTERS = Set.of(Locale.getISOLanguages());

    private Languages() {}

    /** The language of a whole text. */
    public static String of(String text) {
        return LanguageGuess.of(text).filter(guess -> guess.lead() >= SURE).map(LanguageGuess::code).orElse(UNKNOWN);
    }

    /**
     * The language that a document declares, unless its text plainly is in another. Sites declare that of their menus for all of
     * their pages, or what their software came with.
     *
     * @param declared
     *            a BCP 47 tag; null, or anything else, for none
     */
    public static String declaredOr(@Nullable String declared, String text) {
        String found = of(text);
        return code(declared).filter(code -> Scripts.writes(Scripts.of(text), code))
                .filter(code -> found.equals(UNKNOWN) || !LanguageGuess.known().contains(code)).orElse(found);
    }

    /**
     * The language of a passage of a text, or of words that somebody wrote about it: people quote other languages, and word claims
     * of Arabic articles in English too. Words that are too few to tell are in the text's language, if their letters allow it.
     *
     * @param around
     *            the text's language
     */
    public static String ofPassage(String words, String around) {
        UnicodeScript script = Scripts.of(words);
        boolean asAround = LanguageGuess.canBe(script, around, words);
        if (script == UnicodeScript.COMMON) {
            return around;
        }
        return LanguageGuess.of(words).filter(guess -> guess.lead() >= (asAround ? SURE_AGAINST_THE_TEXT : SURE))
                .map(LanguageGuess::code).orElse(asAround ? around : UNKNOWN);
    }

    /** The ISO 639 part of a language tag such as {@code ar-SY}. */
    public static Optional<String> code(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String code = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return CODE.matcher(code).matches() && (code.length() > 2 || OF_TWO_LETTERS.contains(code))
                ? Optional.of(code)
                : Optional.empty();
    }

    /** All that can be told apart, to be chosen from. */
    public static SortedSet<String> all() {
        return new TreeSet<>(LanguageGuess.known());
    }
}
