package org.isnad.verdict;

import org.jspecify.annotations.Nullable;

/**
 * A revision with what is needed to show it.
 *
 * @param rating
 *            null where it is waived
 * @param decision
 *            null until somebody decided on it
 */
public record DecidedRevision(VerdictRevision revision, @Nullable Rating rating, String author,
        @Nullable Approval decision, @Nullable String decidedBy) {}
