package org.isnad.article.anchoring;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether two passages say the same in the same words, up to how they are written: case, marks, punctuation, the forms of digits and
 * of some Arabic letters. One word more, less or other can turn a claim into its contrary ("did close", "did not close"; "rose",
 * "fell"), and so can one letter («قتيلًا», «قتيلان»); no rule tells when, so a person has to look then.
 */
final class SameWords {
    /** A number keeps its point and its sign: 11.4 is not 114. */
    private static final Pattern WORD = Pattern
            .compile("[-−+]?\\p{Nd}+(?:[.,٫٬]\\p{Nd}+)*[%٪]?|[\\p{L}\\p{M}\\p{Cf}]+|\\p{N}");
    /** Marks on letters, tatweel, and what nobody sees. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}ـ]");

    private SameWords() {}

    static boolean in(String before, String after) {
        return words(before).equals(words(after));
    }

    private static List<String> words(String passage) {
        return WORD.matcher(Normalizer.normalize(passage, Normalizer.Form.NFKD)).results().map(MatchResult::group)
                .map(SameWords::plain).filter(word -> !word.isEmpty()).toList();
    }

    private static String plain(String word) {
        String bare = UNSEEN.matcher(word).replaceAll("").toLowerCase(Locale.ROOT).replace('٫', '.').replace('٬', ',')
                .replace('٪', '%').replace('−', '-').replace('ى', 'ي').replace('ة', 'ه').replace('ٱ', 'ا');
        return bare.codePoints()
                .map(c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
