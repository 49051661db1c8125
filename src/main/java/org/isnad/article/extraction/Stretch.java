package org.isnad.article.extraction;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where in a saved text the article is likely to be: the stretch in which paragraphs outweigh the scraps between them most. Menus
 * with a sentence here and there are none.
 *
 * @param from
 *            the index of its first paragraph
 * @param last
 *            the index of its last; before {@code from} when there is no paragraph at all
 */
record Stretch(int from, int last) {
    /** What the shortest scrap takes from the words of the paragraphs around it; longer ones take less. */
    private static final int SCRAP = 6;
    /** Scraps on end may be an article's list, unless so many of them are the page's: then each takes more. */
    private static final int LIST = 3;
    private static final int MOST = 4;
    /** So many captions and calls in a row may stand amid the text. */
    private static final int FEW = 10;

    /**
     * @param end
     *            where the readers begin to speak
     */
    static Stretch of(List<SavedLine> lines, @Nullable Kind[] kinds, int end) {
        Stretch best = new Stretch(0, -1);
        int most = 0;
        int sum = 0;
        int from = -1;
        int run = 0;
        int calls = 0;
        for (int i = 0; i < end; i++) {
            SavedLine line = lines.get(i);
            if (kinds[i] == null && line.isProse()) {
                from = from < 0 ? i : from;
                sum += line.words();
                run = 0;
                calls = 0;
                if (sum > most) {
                    most = sum;
                    best = new Stretch(from, i);
                }
            } else if (from >= 0) {
                boolean amid = (kinds[i] == Kind.CAPTION || kinds[i] == Kind.PROMOTION) && ++calls <= FEW;
                sum -= amid ? 1 : Math.max(1, SCRAP - line.words() / 2) * Math.min(MOST, 1 + run / LIST);
                run += kinds[i] == null || amid ? 0 : 1;
                from = sum < 0 ? -1 : from;
                sum = Math.max(0, sum);
            }
        }
        return best;
    }
}
