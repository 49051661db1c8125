package org.isnad.article.extraction;

import java.util.List;
import java.util.function.ToIntFunction;

/** Adds up a number of each block once, so that the sum of any part is at hand. */
final class Sums {
    private final int[] before;
    private final int start;

    /**
     * @param start
     *            the index on the page of the first of the blocks; parts may begin before it and end after the last
     */
    Sums(List<Block> blocks, int start, ToIntFunction<Block> number) {
        this.start = start;
        this.before = new int[blocks.size() + 1];
        int i = 0;
        for (Block block : blocks) {
            before[i + 1] = before[i] + number.applyAsInt(block);
            i++;
        }
    }

    int in(Part part) {
        return upTo(part.to() - start) - upTo(part.from() - start);
    }

    /** Of so many of the blocks. */
    int upTo(int count) {
        return before[Math.max(0, Math.min(count, before.length - 1))];
    }

    int all() {
        return before[before.length - 1];
    }
}
