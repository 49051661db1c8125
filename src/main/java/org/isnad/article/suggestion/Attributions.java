package org.isnad.article.suggestion;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.isnad.article.Span;

/** Finds who says what a sentence says. */
final class Attributions {
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
        Claimant found = arabic ? new ArabicSpeech(words).claimant() : new EnglishSpeech(words).claimant();
        if (found == null) {
            return null;
        }
        int start = words.get(found.from()).start() + prefix(words.get(found.from()), arabic);
        String claimant = sentence.substring(start, words.get(found.to() - 1).end());
        int at = offset + sentence.codePointCount(0, start);
        return new Attribution(claimant, new Span(at, at + claimant.codePointCount(0, claimant.length())),
                found.verb(), found.anonymous());
    }

    /** «وفقا لمصادر» names «مصادر»; «للشرطة» cannot be shortened to words that stand there. */
    private static int prefix(Word word, boolean arabic) {
        String raw = word.raw();
        return arabic && ArabicSpeech.isPrefixed(word) && !raw.startsWith("لل") ? 1 : 0;
    }
}
