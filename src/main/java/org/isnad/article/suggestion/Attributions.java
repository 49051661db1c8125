package org.isnad.article.suggestion;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.article.Span;

/** Finds who says what a sentence says. */
final class Attributions {
    private static final int NEAR = 6;

    private Attributions() {}

    /** Words {@code from} inclusive to {@code to} exclusive of a sentence. */
    record Claimant(int from, int to, Attribution.Verb verb, boolean anonymous) {}

    /**
     * @param offset
     *            where in the article the sentence begins, in code points
     */
    static @Nullable Attribution of(int offset, String sentence, List<Word> words) {
        boolean arabic = words.stream().filter(Word::isArabic).count() * 2 > words.stream().filter(w -> !w.isMark())
                .count();
        Claimant found = arabic ? inArabic(words) : new EnglishSpeech(words).claimant();
        if (found == null) {
            return null;
        }
        int start = words.get(found.from()).start() + (arabic ? prefix(words, found.from()) : 0);
        String claimant = sentence.substring(start, words.get(found.to() - 1).end());
        int at = offset + sentence.codePointCount(0, start);
        return new Attribution(claimant, new Span(at, at + claimant.codePointCount(0, claimant.length())),
                found.verb(), found.anonymous());
    }

    private static @Nullable Claimant inArabic(List<Word> words) {
        Claimant speaker = new ArabicSpeech(words).claimant();
        Claimant source = new ArabicSources(words).claimant();
        if (speaker == null || source == null) {
            return speaker == null ? source : speaker;
        }
        // «وحسب الوكالة، قال الوزير إن» has the minister speak; a verb far behind its source tells of something else.
        return source.to() + NEAR < speaker.from() ? source : speaker;
    }

    /** «وفقا لمصادر» names «مصادر»; «للشرطة» cannot be shortened to words that stand there. */
    private static int prefix(List<Word> words, int at) {
        boolean written = at > 0 && ArabicWords.WITH_PREFIX.contains(words.get(at - 1).bare());
        return written && ArabicSentence.isPrefixed(words.get(at)) && !words.get(at).raw().startsWith("لل") ? 1 : 0;
    }
}
