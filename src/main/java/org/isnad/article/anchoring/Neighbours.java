package org.isnad.article.anchoring;

import java.util.Arrays;

import org.isnad.article.Span;

/** What stood around marked words, against what stands around a place in the new text. */
final class Neighbours {
    /** So much of its letters any two pieces of one language have in common, in the same order. */
    private static final double CHANCE = 0.35;

    private final int[] text;
    private final int[] prefix;
    private final int[] suffix;
    private final EditDistance toPrefix;
    private final EditDistance toSuffix;
    private final boolean beginsWithAWord;
    private final boolean endsWithAWord;

    Neighbours(Quote quote, int[] text) {
        int[] words = quote.exact().codePoints().toArray();
        this.text = text;
        this.prefix = quote.prefix().codePoints().toArray();
        this.suffix = quote.suffix().codePoints().toArray();
        this.toPrefix = new EditDistance(Letters.reversed(prefix, 0, prefix.length));
        this.toSuffix = new EditDistance(suffix);
        this.beginsWithAWord = prefix.length == 0 || !isInsideAWord(prefix[prefix.length - 1], words[0]);
        this.endsWithAWord = suffix.length == 0 || !isInsideAWord(words[words.length - 1], suffix[0]);
    }

    /** From 0, no more than chance does, to 1; what was nothing agrees with everything. */
    double agreement(Span span) {
        if (prefix.length == 0 && suffix.length == 0) {
            return 1;
        }
        int[] before = Letters.reversed(text, Math.max(0, span.start() - reach(prefix)), span.start());
        int[] after = Arrays.copyOfRange(text, span.end(), Math.min(text.length, span.end() + reach(suffix)));
        double agreeing = (agreeing(toPrefix, prefix, before) + agreeing(toSuffix, suffix, after))
                / (prefix.length + suffix.length);
        return Math.max(0, (agreeing - CHANCE) / (1 - CHANCE));
    }

    /** The span without white space at its ends and, where the quote was whole words, with the words it cuts through or without. */
    Span inWholeWords(Span span) {
        int start = span.start();
        int end = span.end();
        if (beginsWithAWord) {
            start = edge(start, false);
        }
        if (endsWithAWord) {
            end = edge(end, true);
        }
        while (start < end && Letters.isBlank(text[start])) {
            start++;
        }
        while (end > start && Letters.isBlank(text[end - 1])) {
            end--;
        }
        return start < end ? new Span(start, end) : span;
    }

    private static int reach(int[] context) {
        return context.length + context.length / 2;
    }

    private static double agreeing(EditDistance distance, int[] context, int[] there) {
        return context.length - Arrays.stream(distance.ofBeginnings(there)).min().orElse(context.length);
    }

    /** The nearest place that is not inside a word; of two that are as near, the one that keeps the word. */
    private int edge(int place, boolean isEnd) {
        int left = place;
        int right = place;
        while (left > 0 && left < text.length && isInsideAWord(text[left - 1], text[left])) {
            left--;
        }
        while (right > 0 && right < text.length && isInsideAWord(text[right - 1], text[right])) {
            right++;
        }
        boolean leftIsNearer = place - left < right - place || place - left == right - place && !isEnd;
        return leftIsNearer ? left : right;
    }

    private static boolean isInsideAWord(int before, int after) {
        return Letters.isOfAWord(before) && Letters.isOfAWord(after);
    }
}
