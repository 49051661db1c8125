package org.isnad.article.suggestion;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.isnad.article.suggestion.Attributions.Claimant;

/** The words of an Arabic sentence, and what can be told of each by itself and its neighbours. */
class ArabicSentence {
    static final int LONGEST = 14;
    static final int LOOK_AHEAD = 16;
    static final int APPOSITION = 6;

    private static final Set<String> COMMAS = Set.of("،", ",");
    private static final Set<String> BREAKS = Set.of("،", ",", ".", ";", "؛", "!", "?", "؟", "(", ")", "[", "]", "…");
    private static final Set<String> OPENING = Set.of("«", "“", "\"");
    private static final Set<String> CLOSING = Set.of("»", "”", "\"");
    private static final Pattern THAT = Pattern.compile("[بف]?ان(?:ه|ها|هم|هما|هن|نا|ني)?");

    final List<Word> words;

    ArabicSentence(List<Word> words) {
        this.words = words;
    }

    @Nullable
    String verbAt(int at) {
        Word word = words.get(at);
        for (String form : List.of(word.plain(), word.bare(), word.bare().startsWith("ل")
                ? word.bare().substring(1)
                : word.bare())) {
            if (ArabicWords.SAYING.contains(form) || ArabicWords.DOUBTING.contains(form)
                    || ArabicWords.DENYING.contains(form)) {
                return form;
            }
        }
        return null;
    }

    private boolean isDefinite(int at) {
        return words.get(at).plain().startsWith("ال") && !isStop(at);
    }

    boolean isThat(int at) {
        return THAT.matcher(words.get(at).plain()).matches();
    }

    boolean isStop(int at) {
        return ArabicWords.STOP.contains(words.get(at).plain());
    }

    boolean isComma(int at) {
        return COMMAS.contains(words.get(at).raw());
    }

    boolean isBreak(int at) {
        return BREAKS.contains(words.get(at).raw());
    }

    boolean isQuote(int at) {
        return OPENING.contains(words.get(at).raw());
    }

    /** A colon, or the beginning of a quotation that is too long to be a name. */
    boolean isSpeechMark(int at) {
        return words.get(at).raw().equals(":") || isQuote(at) && (closing(at) < 0 || closing(at) - at > APPOSITION);
    }

    int closing(int open) {
        for (int i = open + 1; i < Math.min(words.size(), open + 2 * LONGEST); i++) {
            if (CLOSING.contains(words.get(i).raw())) {
                return i;
            }
        }
        return -1;
    }

    boolean saysSomethingLater(int from) {
        for (int i = from; i < Math.min(words.size(), from + LOOK_AHEAD); i++) {
            if (isThat(i) || isSpeechMark(i)) {
                return true;
            }
            if (i > from && verbAt(i) != null || ArabicWords.SAYING_MORE.contains(words.get(i).plain())) {
                return false;
            }
        }
        return false;
    }

    /** Without a sure sign of where the subject ends: its head, the nouns up to the first definite one, and what is definite after it. */
    int definiteEnd(int from, int end) {
        boolean media = words.get(from).plain().equals("وسائل");
        boolean fewWords = end - from <= (media || ArabicWords.UNNAMED.contains(words.get(from).plain()) ? 3 : 2);
        if (fewWords && !isDefinite(from)) {
            return end;
        }
        int at = from;
        while (at < end && at - from < APPOSITION && !isDefinite(at)) {
            at++;
        }
        at = at < end && isDefinite(at) ? at : from + 1;
        while (at < end && (isDefinite(at) || isQuote(at))) {
            at = isQuote(at) && closing(at) > 0 ? closing(at) + 1 : at + 1;
        }
        return Math.min(at, end);
    }

    @Nullable
    Claimant claimant(int from, int until, String verb) {
        int to = until;
        while (to > from && words.get(to - 1).isMark() && !CLOSING.contains(words.get(to - 1).raw())) {
            to--;
        }
        int start = from;
        while (start < to && (isBreak(start) || isComma(start))) {
            start++;
        }
        if (start >= to || words.subList(start, to).stream().allMatch(Word::isMark) || isPronounOnly(start, to)) {
            return null;
        }
        Attribution.Verb kind = ArabicWords.DOUBTING.contains(verb)
                ? Attribution.Verb.DOUBTING
                : ArabicWords.DENYING.contains(verb) ? Attribution.Verb.DENYING : Attribution.Verb.NEUTRAL;
        return new Claimant(start, to, kind, isUnnamed(start, to));
    }

    boolean isPronounOnly(int from, int to) {
        return to - from == 1 && ArabicWords.PRONOUNS.contains(words.get(from).plain());
    }

    boolean isUnnamed(int from, int to) {
        String head = words.get(from).plain();
        String bare = isPrefixed(words.get(from)) ? head.substring(1) : head;
        boolean alone = to - from <= 4 || !bare.startsWith("مسوول");
        return (ArabicWords.UNNAMED.contains(head) || ArabicWords.UNNAMED.contains(bare)) && alone
                || to - from > 1 && ArabicWords.ONE_OF_SEVERAL.contains(head) && words.subList(from, to).stream()
                        .anyMatch(word -> ArabicWords.UNNAMED.contains(word.plain()));
    }

    /** «وفقا لمصادر»: what the preposition is written onto. */
    static boolean isPrefixed(Word word) {
        return word.plain().length() > 4 && word.plain().charAt(0) == 'ل' && !word.plain().startsWith("لج")
                && !word.plain().startsWith("لوب") && !word.plain().startsWith("لور");
    }
}
