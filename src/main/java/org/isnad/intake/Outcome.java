package org.isnad.intake;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.article.ArticleId;
import org.isnad.article.Received;
import org.isnad.claim.ClaimId;

/**
 * What became of a row.
 *
 * @param capture
 *            what was fetched for it; null where nothing was
 */
record Outcome(ItemState state, @Nullable ArticleId article, @Nullable ClaimId claim, @Nullable UUID capture,
        @Nullable Trouble trouble) {

    static Outcome of(Received received, @Nullable ClaimId claim, @Nullable UUID capture) {
        return new Outcome(received.known() ? ItemState.KNOWN : ItemState.NEW, received.id(), claim, capture, null);
    }

    static Outcome failed(Trouble trouble) {
        return new Outcome(ItemState.FAILED, null, null, null, trouble);
    }

    /** Whether an article holds now what the row said. */
    boolean isKept() {
        return article != null;
    }
}
