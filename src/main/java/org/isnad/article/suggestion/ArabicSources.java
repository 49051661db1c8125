package org.isnad.article.suggestion;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.article.suggestion.Attributions.Claimant;

/** Whom an Arabic sentence names without a verb of saying of its own: «بحسب الوزارة», «وفقا لمصادر», «نقلا عن», «تصريح الوزير». */
final class ArabicSources extends ArabicSentence {
    ArabicSources(List<Word> words) {
        super(words);
    }

    @Nullable
    Claimant claimant() {
        for (int i = 0; i < words.size(); i++) {
            Claimant found = afterAccording(i);
            found = found == null ? afterUtterance(i) : found;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Claimant afterAccording(int at) {
        String word = words.get(at).bare();
        if (!ArabicWords.ACCORDING.contains(word) && !ArabicWords.ACCORDING.contains(words.get(at).plain())) {
            return null;
        }
        int from = at + 1;
        if (from < words.size() && ArabicWords.SOURCE_AS_CLAUSE.contains(words.get(from).plain())) {
            from++;
        }
        while (from > at + 1 && from < words.size()
                && (isTelling(from) || ArabicWords.BEFORE_SOURCE.contains(words.get(from).plain()))) {
            from++;
        }
        int to = from;
        while (to < words.size() && to - from < LONGEST && !isThat(to) && !isBreak(to) && !isSpeechMark(to)
                && !ArabicWords.AFTER_SOURCE.contains(words.get(to).plain()) && verbAt(to) == null) {
            to = isQuote(to) && closing(to) > 0 ? closing(to) + 1 : to + 1;
        }
        boolean names = from < to && !ArabicWords.NO_SOURCE.contains(words.get(from).plain())
                && !words.get(from).isMark();
        return names && !words.get(from).isNumber() ? claimant(from, to, "قال") : null;
    }

    /** «وجاء تصريح الوزير … حيث زعم»: the verb has no subject of its own. */
    private @Nullable Claimant afterUtterance(int at) {
        boolean utterance = ArabicWords.UTTERANCES.contains(words.get(at).bare());
        for (int i = at + 2; utterance && i < Math.min(words.size(), at + LOOK_AHEAD); i++) {
            String verb = verbAt(i);
            if (verb != null && i + 1 < words.size() && (isThat(i + 1) || isSpeechMark(i + 1))) {
                return named(at + 1, i, verb);
            }
        }
        return null;
    }

    private @Nullable Claimant named(int from, int until, String verb) {
        int end = from;
        while (end < until && !isStop(end) && !ArabicWords.OUTLETS.contains(words.get(end).plain())) {
            end++;
        }
        return end == from ? null : claimant(from, definiteEnd(from, end), verb);
    }

    /** «أفاد به», «نقلته», «كشفه»: verbs of saying with what was said written onto them. */
    private boolean isTelling(int at) {
        return verbAt(at) != null || ArabicWords.TELLING_IT.contains(words.get(at).plain());
    }
}
