package org.isnad.audit.history;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Where a step stands in the log.
 *
 * @param leaf
 *            its leaf's index; null while it waits for one
 * @param checkpoint
 *            the size of the first checkpoint that covers it; null while none does
 * @param signedAt
 *            when that was signed
 */
public record LogPlace(@Nullable Long leaf, @Nullable Long checkpoint, @Nullable Instant signedAt) {
    public boolean isSigned() {
        return checkpoint != null;
    }
}
