package org.isnad.intake;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.intake.ItemInput.CheckNotes;

/**
 * The report on one row.
 *
 * @param position
 *            its place in the list, from 1; where the list came in a file, the head is not counted
 * @param title
 *            the article's where there is one and the reader may read it, else what the row says, or its file's name; null for none
 * @param article
 *            the article that holds it; null until then
 * @param claim
 *            the claim that was proposed with it; null for none
 */
public record IntakeItem(int position, ItemState state, @Nullable String url, @Nullable String title,
        @Nullable String opening, @Nullable Trouble trouble, @Nullable UUID article, @Nullable UUID claim,
        @Nullable UUID capture, int attempts, @Nullable CheckNotes check) {

    /** Whether a person can confirm what was found in the document that was fetched, as long as that is kept. */
    public boolean isConfirmable() {
        return state == ItemState.READY && capture != null;
    }

    /** Whether a person said that they do not want it, and can still take that back. */
    public boolean isRestorable() {
        return state == ItemState.DISMISSED && capture != null;
    }
}
