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

    /** A person sees more in a fetched document than a program does: a title, or which of several documents is meant. */
    static Outcome toBeConfirmed(Trouble trouble, @Nullable UUID capture) {
        boolean readable = trouble.reason().equals("original-several-documents")
                || !trouble.reason().startsWith("original-") && !trouble.reason().startsWith("text-");
        return new Outcome(readable ? ItemState.READY : ItemState.FAILED, null, null, capture, trouble);
    }

    /** Whether an article holds now what the row said. */
    boolean isKept() {
        return article != null;
    }
}
