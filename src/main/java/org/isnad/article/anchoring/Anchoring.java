package org.isnad.article.anchoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.isnad.article.Span;

/**
 * Finds marked words again: the same words where their neighbours are most alike, else the words that come nearest to them. Where
 * too little is left of them nothing is found, and a person has to say what became of them.
 * <p>
 * Candidates are weighed as Hypothesis does: words 50, prefix and suffix 20 each, position 2. All positions are Unicode code
 * points.
 */
public final class Anchoring {
    /** With less in common, other words of the same language come as near. */
    public static final double LEAST_SIMILARITY = 0.6;
    /**
     * So many code points that are the same prove by themselves that the words are those that were marked; of fewer, neighbours
     * have to agree as well, for words that stand in many places prove nothing.
     */
    static final int PROOF = 64;
    private static final double LEAST_AGREEMENT = 0.4;
    private static final int MOST_CANDIDATES = 100;

    /**
     * A place where the words may be.
     *
     * @param agreement
     *            of its neighbours with the quote's, from 0 to 1
     */
    private record Candidate(Anchor anchor, double agreement) {}

    private final Quote quote;
    private final int[] words;
    private final int[] text;
    private final Neighbours neighbours;

    private Anchoring(Quote quote, String newText) {
        this.quote = quote;
        this.words = quote.exact().codePoints().toArray();
        this.text = newText.codePoints().toArray();
        this.neighbours = new Neighbours(quote, text);
    }

    /**
     * Where the words stand in the new text. Takes one step for each code point of the new text and 64 of the quote.
     *
     * @return empty when the words are gone, or too much of them
     */
    public static Optional<Anchor> find(Quote quote, String newText) {
        if (quote.exact().isBlank() || newText.isBlank()) {
            return Optional.empty();
        }
        Anchoring anchoring = new Anchoring(quote, newText);
        return anchoring.best(anchoring.occurrences(newText))
                .or(() -> anchoring.best(anchoring.approximately()));
    }

    private Stream<Anchor> occurrences(String newText) {
        List<Anchor> occurrences = new ArrayList<>();
        int counted = 0;
        int start = 0;
        for (int at = newText.indexOf(quote.exact()); at >= 0; at = newText.indexOf(quote.exact(), at + 1)) {
            start += newText.codePointCount(counted, at);
            counted = at;
            occurrences.add(new Anchor(new Span(start, start + words.length), 1, true));
        }
        return occurrences.stream();
    }

    private Stream<Anchor> approximately() {
        int most = (int) (words.length * (1 - LEAST_SIMILARITY));
        int[] distances = new EditDistance(words).ofPieces(text);
        EditDistance backwards = new EditDistance(Letters.reversed(words, 0, words.length));
        return nearest(distances, most).flatMap(end -> anchor(backwards, end, most).stream());
    }

    private Optional<Anchor> best(Stream<Anchor> anchors) {
        return anchors.map(anchor -> new Candidate(anchor, neighbours.agreement(anchor.span())))
                .filter(this::isProven).max(Comparator.comparingDouble(this::weight)).map(Candidate::anchor);
    }

    /** The less there is of the words, the more of their neighbours has to be there. */
    private boolean isProven(Candidate candidate) {
        double similarity = candidate.anchor().similarity();
        double same = words.length * (similarity - LEAST_SIMILARITY) / (1 - LEAST_SIMILARITY);
        return similarity >= LEAST_SIMILARITY && candidate.agreement() >= LEAST_AGREEMENT * (1 - same / PROOF);
    }

    private double weight(Candidate candidate) {
        int moved = Math.abs(candidate.anchor().span().start() - quote.start());
        return 50 * candidate.anchor().similarity() + 40 * candidate.agreement()
                + 2 * (1 - Math.min(1, (double) moved / text.length));
    }

    /** The ends of pieces that are near enough, one for each run of neighbouring ends, and only the nearest of them. */
    private static Stream<Integer> nearest(int[] distances, int most) {
        List<Integer> ends = new ArrayList<>();
        int best = -1;
        for (int end = 0; end <= distances.length; end++) {
            if (end < distances.length && distances[end] <= most) {
                best = best < 0 || distances[end] < distances[best] ? end : best;
            } else if (best >= 0) {
                ends.add(best);
                best = -1;
            }
        }
        return ends.stream().sorted(Comparator.comparingInt(end -> distances[end])).limit(MOST_CANDIDATES);
    }

    /** The piece that ends there and is nearest to the words, in whole words where they were. */
    private Optional<Anchor> anchor(EditDistance backwards, int end, int most) {
        int[] before = Letters.reversed(text, Math.max(0, end - words.length - most), end);
        int[] distances = backwards.ofBeginnings(before);
        int length = IntStream.rangeClosed(1, before.length).boxed()
                .min(Comparator.comparingInt(letters -> distances[letters])).orElse(0);
        if (length == 0) {
            return Optional.empty();
        }
        Span span = neighbours.inWholeWords(new Span(end - length, end));
        int[] piece = Letters.reversed(text, span.start(), span.end());
        int distance = backwards.ofBeginnings(piece)[piece.length];
        return Optional.of(new Anchor(span, 1 - (double) distance / Math.max(words.length, piece.length),
                SameWords.in(quote.exact(), new String(text, span.start(), span.end() - span.start()))));
    }
}
