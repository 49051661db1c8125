package org.isnad.article.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Which script a text is written in, and which languages that script writes. */
final class Scripts {
    private static final int ENOUGH = 20_000;
    private static final int FEW = 20;
    /** The languages known here that are not written in Latin letters. */
    private static final Map<UnicodeScript, Set<String>> LANGUAGES = Map.ofEntries(
            Map.entry(UnicodeScript.ARABIC, Set.of("ar", "ckb", "fa", "pa", "ps", "sd", "ug", "ur")),
            Map.entry(UnicodeScript.HEBREW, Set.of("he", "yi")),
            Map.entry(UnicodeScript.GREEK, Set.of("el")),
            Map.entry(UnicodeScript.CYRILLIC,
                    Set.of("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk")),
            Map.entry(UnicodeScript.ARMENIAN, Set.of("hy")), Map.entry(UnicodeScript.GEORGIAN, Set.of("ka")),
            Map.entry(UnicodeScript.ETHIOPIC, Set.of("am", "ti")),
            Map.entry(UnicodeScript.DEVANAGARI, Set.of("hi", "mr", "ne", "sa")),
            Map.entry(UnicodeScript.BENGALI, Set.of("as", "bn")), Map.entry(UnicodeScript.GURMUKHI, Set.of("pa")),
            Map.entry(UnicodeScript.GUJARATI, Set.of("gu")), Map.entry(UnicodeScript.TAMIL, Set.of("ta")),
            Map.entry(UnicodeScript.TELUGU, Set.of("te")), Map.entry(UnicodeScript.KANNADA, Set.of("kn")),
            Map.entry(UnicodeScript.MALAYALAM, Set.of("ml")), Map.entry(UnicodeScript.SINHALA, Set.of("si")),
            Map.entry(UnicodeScript.THAI, Set.of("th")), Map.entry(UnicodeScript.MYANMAR, Set.of("my")),
            Map.entry(UnicodeScript.KHMER, Set.of("km")), Map.entry(UnicodeScript.HANGUL, Set.of("ko")),
            Map.entry(UnicodeScript.HIRAGANA, Set.of("ja")), Map.entry(UnicodeScript.HAN, Set.of("ja", "zh")));

    private Scripts() {}

    /** The script of most of a text's letters; {@code COMMON} when it has none. Japanese is told by its kana, however few. */
    static UnicodeScript of(String text) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        text.codePoints().limit(ENOUGH).filter(Character::isLetter)
                .forEach(c -> letters.merge(family(UnicodeScript.of(c)), 1, Integer::sum));
        UnicodeScript most = letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
        return most == UnicodeScript.HAN && letters.containsKey(UnicodeScript.HIRAGANA) ? UnicodeScript.HIRAGANA : most;
    }

    private static UnicodeScript family(UnicodeScript script) {
        return script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script;
    }

    /** Whether a language is written so; Latin letters are taken to write every language that is not known to be written otherwise. */
    static boolean writes(UnicodeScript script, String language) {
        return script == UnicodeScript.LATIN
                ? LANGUAGES.values().stream().noneMatch(languages -> languages.contains(language))
                        || language.equals("sr")
                : LANGUAGES.getOrDefault(script, Set.of()).contains(language);
    }

    /** How many letters a text has. */
    static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    /** Whether the letters are too few to tell anything from those that are missing: a name, two words. */
    static boolean hasFewLetters(String text) {
        return letters(text) < FEW;
    }
}
