package org.isnad.article.suggestion;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.article.suggestion.Attributions.Claimant;

/**
 * Who speaks in an Arabic sentence: the subject after a verb of saying («أعلن وزير الدفاع أن»), or the one before it («لكن الوزارة
 * أكدت أن»).
 */
final class ArabicSpeech extends ArabicSentence {
    private static final int LONGEST_BEFORE = 9;

    ArabicSpeech(List<Word> words) {
        super(words);
    }

    @Nullable
    Claimant claimant() {
        if (isSaidByPronoun()) {
            return null;
        }
        for (int i = 0; i < words.size(); i++) {
            Claimant found = afterVerb(i);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Claimant afterVerb(int at) {
        String verb = verbAt(at);
        if (verb == null || isNotSaid(at)) {
            return null;
        }
        if (ArabicWords.CARRYING.contains(verb)) {
            Claimant quoted = carried(at);
            // «نقل» is to carry as well, and only a quotation shows which.
            if (quoted != null || !verb.equals("نقلت")) {
                return quoted;
            }
        }
        int from = at + 1;
        while (from < words.size() && ArabicWords.BEFORE_SOURCE.contains(words.get(from).plain())) {
            from++;
        }
        int end = subjectEnd(from, verb);
        boolean certain = saysSomethingLater(end) || ArabicWords.TELLING_BY.contains(verb) && toldByLater(end);
        if (ArabicWords.AMBIGUOUS.contains(verb) && !certain) {
            return null;
        }
        if (end == from && (tellsOf(verb, end) || end < words.size() && isObject(end, verb))) {
            return sourceBefore(at, verb);
        }
        if (end == from) {
            return certain && !isRelative(at) ? beforeVerb(at, verb) : null;
        }
        if (certain || isOccasion(end) || tellsOf(verb, end)) {
            return claimant(from, end, verb);
        }
        return ArabicWords.WITH_OBJECT.contains(verb) && !canSpeak(from)
                ? null
                : claimant(from, definiteEnd(from, end), verb);
    }

    /** «وأضاف أن»: the speaker was named before, and whoever is named after speaks of something else. */
    private boolean isSaidByPronoun() {
        return words.size() > 1 && verbAt(0) != null && (isThat(1) || isSpeechMark(1));
    }

    /** «لم يوضح», «بيان ذكرت فيه», «يدعى». */
    private boolean isNotSaid(int at) {
        return at > 0 && ArabicWords.NEGATION.contains(words.get(at - 1).plain())
                || at + 1 < words.size() && ArabicWords.IN_IT.contains(words.get(at + 1).plain())
                || ArabicWords.NAMED.contains(words.get(at).raw());
    }

    private boolean canSpeak(int at) {
        String word = words.get(at).plain();
        return word.startsWith("ال") || ArabicWords.UNNAMED.contains(word) || ArabicWords.OFFICES.contains(word)
                || ArabicWords.HEADS_WITH_IN.contains(word);
    }

    /** «نقلت الشبكة عن عدد من اللاجئين قولهم». */
    private @Nullable Claimant carried(int at) {
        for (int i = at + 1; i < Math.min(words.size(), at + LONGEST); i++) {
            if (words.get(i).plain().equals("عن")) {
                int end = i + 1;
                while (end < words.size() && end - i <= LONGEST && !isSaidBy(end) && !isThat(end)
                        && (!isStop(end) || words.get(end).plain().equals("من")) && !isBreak(end)) {
                    end++;
                }
                boolean told = end < words.size() && (isSaidBy(end) || isThat(end));
                return told || words.get(at).plain().equals("نقلا") ? claimant(i + 1, end, "نقل") : null;
            }
        }
        return null;
    }

    private boolean isSaidBy(int at) {
        return ArabicWords.SAID_BY.contains(words.get(at).plain());
    }

    /** The first word that is no longer the subject of the verb before {@code from}. */
    private int subjectEnd(int from, String verb) {
        int at = from;
        while (at < words.size() && at - from < LONGEST && !isThat(at) && !isSpeechMark(at)) {
            if (isQuote(at)) {
                int close = closing(at);
                if (close < 0 || at == from && close - at > APPOSITION) {
                    return at;
                }
                at = close + 1;
            } else if (isBreak(at)) {
                if (!isComma(at) || at == from || !isApposition(at + 1)) {
                    return at;
                }
                at++;
            } else if (isStop(at) && !isPartOfName(at, from, verb) || isObject(at, verb)) {
                return at;
            } else {
                at++;
            }
        }
        return at;
    }

    /** «القيادي في الجبهة، سامي الحداد إن»: after the comma the name follows, and then what he says. */
    private boolean isApposition(int from) {
        for (int i = from; i < Math.min(words.size(), from + APPOSITION); i++) {
            if (isThat(i) || isSpeechMark(i) || isComma(i)) {
                return i > from;
            }
            if (isStop(i) || i == from && words.get(i).plain().startsWith("و")) {
                return false;
            }
        }
        return false;
    }

    private boolean isPartOfName(int at, int from, String verb) {
        String word = words.get(at).plain();
        if (at == from || at + 1 >= words.size()) {
            return false;
        }
        return switch (word) {
            case "في" -> at - from <= 2 && ArabicWords.HEADS_WITH_IN.contains(words.get(at - 1).plain())
                    && !ArabicWords.OCCASION.contains(words.get(at + 1).plain());
            case "عن" -> !ArabicWords.TELLING_OF.contains(verb) && saysSomethingLater(at);
            case "من" -> ArabicWords.ONE_OF_SEVERAL.contains(words.get(at - 1).plain());
            default -> false;
        };
    }

    /** «لوكالة …» tells to whom; «بمقتل» what. */
    private boolean isObject(int at, String verb) {
        String word = words.get(at).plain();
        return ArabicWords.OUTLETS.contains(word) || words.get(at).isNumber()
                || ArabicWords.TELLING_BY.contains(verb) && isToldBy(at);
    }

    private boolean isToldBy(int at) {
        String word = words.get(at).plain();
        return word.startsWith("ب") && word.length() > 3 && !word.startsWith("بن ")
                && !ArabicWords.OFFICES.contains(words.get(at - 1).plain());
    }

    private boolean tellsOf(String verb, int end) {
        return end < words.size() && ArabicWords.TELLING_OF.contains(verb) && words.get(end).plain().equals("عن");
    }

    private boolean isOccasion(int at) {
        return at + 1 < words.size() && words.get(at).plain().equals("في")
                && ArabicWords.OCCASION.contains(words.get(at + 1).plain())
                || at < words.size()
                        && ArabicWords.OUTLETS.contains(words.get(at).plain());
    }

    private boolean toldByLater(int from) {
        for (int i = Math.max(1, from); i < Math.min(words.size(), from + APPOSITION); i++) {
            if (isToldBy(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRelative(int at) {
        return at > 0 && ArabicWords.RELATIVE.contains(words.get(at - 1).plain());
    }

    /** «سربت وثائق جديدة كشفت عن», «معلومات أفادت ب»: the verb describes the source. */
    private @Nullable Claimant sourceBefore(int at, String verb) {
        for (int i = at - 1; i >= Math.max(0, at - LONGEST_BEFORE); i--) {
            if (ArabicWords.SOURCES.contains(words.get(i).plain())
                    || ArabicWords.SOURCES.contains(words.get(i).bare())) {
                int end = i + 1;
                while (end < at && end - i < 3 && !isStop(end) && !isBreak(end)) {
                    end++;
                }
                return claimant(i, end, verb);
            }
        }
        return null;
    }

    /** «لكن وكالة الأنباء أكدت أن», «وكانت الحكومة قد أكدت أن». */
    private @Nullable Claimant beforeVerb(int at, String verb) {
        int to = at > 0 && words.get(at - 1).plain().equals("قد") ? at - 1 : at;
        int from = to;
        while (from > 0 && to - from <= LONGEST_BEFORE && !isBreak(from - 1) && !isSpeechMark(from - 1)
                && verbAt(from - 1) == null) {
            from--;
        }
        while (from < to && ArabicWords.BEFORE_SUBJECT.contains(words.get(from).plain())) {
            from++;
        }
        boolean bounded = to - from <= LONGEST_BEFORE && from < to;
        boolean clean = bounded && words.subList(from, to).stream().map(Word::plain)
                .noneMatch(ArabicWords.NOT_A_SUBJECT::contains) && !ArabicWords.STOP.contains(words.get(from).bare());
        return clean ? claimant(from, to, verb) : null;
    }
}
