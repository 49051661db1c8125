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

    static Stretch of(List<SavedLine> lines, @Nullable Kind[] kinds) {
        Stretch best = new Stretch(0, -1);
        int most = 0;
        int sum = 0;
        int from = -1;
        for (int i = 0; i < kinds.length; i++) {
            SavedLine line = lines.get(i);
            if (kinds[i] == null && line.isProse()) {
                from = from < 0 ? i : from;
                sum += line.words();
                if (sum > most) {
                    most = sum;
                    best = new Stretch(from, i);
                }
            } else if (from >= 0) {
                sum -= Math.max(1, SCRAP - line.words() / 2);
                from = sum < 0 ? -1 : from;
                sum = Math.max(0, sum);
            }
        }
        return best;
    }
}
