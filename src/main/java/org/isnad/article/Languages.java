package org.isnad.article;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.text.Direction;

/** Proposes the language of a text from its script and its commonest words; {@code und} (ISO 639-2, undetermined) when unsure. */
public final class Languages {
    public static final String UNKNOWN = "und";
    private static final int ENOUGH = 20_000;
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");
    private static final Map<String, Set<String>> COMMON_WORDS = Map.of("en",
            words("the of and to in that is for on with was by as it from at has are"), "fr",
            words("le la les des et en du un une est dans que pour qui au par sur avec"), "es",
            words("el los las del y en una es por con para que su al lo como más"), "de",
            words("der die das und ist von zu den mit auf für nicht ein eine im des dem"), "tr",
            words("ve bir bu için ile da de olarak çok daha olan gibi kadar ancak sonra"));

    private Languages() {}

    public static String of(String text) {
        String sample = CodePoints.head(text, ENOUGH);
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        sample.codePoints().filter(Character::isLetter)
                .forEach(c -> letters.merge(UnicodeScript.of(c), 1, Integer::sum));
        UnicodeScript script = letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElse(UnicodeScript.COMMON);
        return switch (script) {
            case ARABIC -> ofArabicScript(sample);
            case LATIN -> ofLatinScript(sample);
            case HEBREW -> "he";
            case GREEK -> "el";
            default -> UNKNOWN;
        };
    }

    /** The language that a document declares, if it is a code and the text's script does not belie it. */
    public static String declaredOr(@Nullable String declared, String text) {
        String found = of(text);
        return code(declared).filter(code -> found.equals(UNKNOWN) || isArabicScript(code) == isArabicScript(found))
                .orElse(found);
    }

    /**
     * The language of words that somebody wrote about a text: the text's own, unless the words run in the other direction. People
     * word claims of Arabic articles in English too.
     *
     * @param text
     *            ISO 639 code of the text's language
     * @return ISO 639 code, {@code und} where the words do not tell
     */
    public static String ofWords(String words, String text) {
        boolean noLetters = words.codePoints().noneMatch(Character::isLetter);
        boolean sameWay = (Direction.of(words) == Direction.RTL) == isRightToLeft(text);
        return noLetters || sameWay ? text : of(words);
    }

    private static boolean isRightToLeft(String code) {
        return isArabicScript(code) || code.equals("he");
    }

    /** The ISO 639 part of a language tag such as {@code ar-SY}. */
    static Optional<String> code(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String code = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }

    private static boolean isArabicScript(String code) {
        return Set.of("ar", "fa", "ur", "ps", "ckb", "ug", "sd").contains(code);
    }

    private static String ofArabicScript(String sample) {
        long arabic = count(sample, "يكةىأإ");
        long urdu = count(sample, "ٹڈڑےں");
        long persian = count(sample, "یکپچژگ");
        if (urdu > 0 && urdu + persian > arabic) {
            return "ur";
        }
        return persian > arabic ? "fa" : "ar";
    }

    private static String ofLatinScript(String sample) {
        String[] words = sample.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
        String best = UNKNOWN;
        long most = Math.max(2, words.length / 25);
        for (var language : COMMON_WORDS.entrySet()) {
            long hits = Arrays.stream(words).filter(language.getValue()::contains).count();
            if (hits >= most) {
                most = hits + 1;
                best = language.getKey();
            }
        }
        return best;
    }

    private static long count(String text, String letters) {
        return text.chars().filter(c -> letters.indexOf(c) >= 0).count();
    }

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.split(" ")));
    }
}
