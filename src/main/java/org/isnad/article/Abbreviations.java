package org.isnad.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the full stops that belong to a word and end no sentence. */
final class Abbreviations {
    private static final int WINDOW = 32;
    private static final Pattern LAST_WORD = Pattern.compile("(?:^|[^\\p{L}\\p{M}.])((?:[\\p{L}\\p{M}]+\\.)+)\\s*$");
    private static final Pattern ONE_LETTER = Pattern.compile("\\p{L}\\p{M}*\\.");
    private static final Pattern LETTERS = Pattern.compile("(?:\\p{L}\\p{M}*\\.){2,}");
    // «2015 م.», "6 p.": a unit or an era after its number may well be the last word.
    private static final Pattern AFTER_NUMBER = Pattern.compile("\\p{Nd}\\s?\\p{L}\\p{M}*\\.\\s*$");
    private static final Pattern LIST_NUMBER = Pattern.compile("^\\s*\\p{Nd}{1,3}\\.\\s*$");

    private static final Set<String> TITLES = words("mr mrs ms dr prof gen lt col sgt capt cmdr gov sen rep rev hon st "
            + "messrs mme mlle vs e.g i.e cf approx");
    private static final Set<String> BEFORE_NUMBERS = words(
            "no nos p pp art fig vol ch sec jan feb mar apr jun jul aug "
                    + "sep sept oct nov dec");
    private static final Set<String> MAY_END = words("inc ltd co corp jr sr etc dept est bros univ");
    // «سي. إن. إن.»: Latin letters by their names, as agencies and broadcasters are spelt in Arabic.
    private static final Set<String> LETTER_NAMES = words(
            "إيه ايه أيه بي سي دي إي اي آي أي إف اف أف جي إتش كيه كي إل ال "
                    + "إم ام أم إن ان أن أو بيه آر ار إس اس أس تي يو في إكس واي زد");
    private static final Set<String> BEGINNINGS = words("the a an it he she they we i you this that these those there "
            + "his her its their our in on at but and when if as after before for from by with no one two");

    private Abbreviations() {}

    /** Whether what ends just before the index is an abbreviation that goes on with what follows. */
    static boolean standBefore(String line, int end) {
        String before = line.substring(Math.max(0, end - WINDOW), end);
        if (end <= WINDOW && LIST_NUMBER.matcher(before).matches()) {
            return true;
        }
        Matcher last = LAST_WORD.matcher(before);
        return last.find() && !AFTER_NUMBER.matcher(before).find() && goesOn(last.group(1), nextWord(line, end));
    }

    private static boolean goesOn(String lastWord, String next) {
        String word = lastWord.substring(0, lastWord.length() - 1).toLowerCase(Locale.ROOT);
        boolean begins = BEGINNINGS.contains(next.toLowerCase(Locale.ROOT));
        if (ONE_LETTER.matcher(lastWord).matches() || TITLES.contains(word)) {
            return true;
        }
        if (BEFORE_NUMBERS.contains(word)) {
            return !next.isEmpty() && Character.isDigit(next.codePointAt(0));
        }
        if (LETTERS.matcher(lastWord).matches() || MAY_END.contains(word)) {
            return !begins;
        }
        String spelt = word.substring(word.lastIndexOf('.') + 1);
        return LETTER_NAMES.contains(spelt) && LETTER_NAMES.contains(next);
    }

    private static String nextWord(String line, int from) {
        int start = from;
        while (start < line.length() && !Character.isLetterOrDigit(line.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < line.length() && end < start + WINDOW && Character.isLetterOrDigit(line.charAt(end))) {
            end++;
        }
        return line.substring(start, end);
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
