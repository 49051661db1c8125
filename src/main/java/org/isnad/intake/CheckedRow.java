package org.isnad.intake;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;

/**
 * A row on its way into a list.
 *
 * @param state
 *            CHECKED, WAITING, KNOWN or FAILED
 * @param article
 *            the one that holds it already; null where none does
 * @param trouble
 *            why it failed, or of what other row it says the same; null for nothing
 */
record CheckedRow(ItemInput input, ItemState state, @Nullable ArticleId article, @Nullable Trouble trouble) {

    static CheckedRow waiting(IntakeRow row) {
        return row.trouble() == null
                ? new CheckedRow(row.input(), ItemState.WAITING, null, null)
                : failed(row.input(), row.trouble());
    }

    static CheckedRow failed(ItemInput input, Trouble trouble) {
        return new CheckedRow(input, ItemState.FAILED, null, trouble);
    }
}
