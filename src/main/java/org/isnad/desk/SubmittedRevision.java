package org.isnad.desk;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.isnad.desk.ApprovalItem.Rated;
import org.isnad.verdict.Approval.Decision;

/**
 * A revision of a claim's verdict, with what was decided on it.
 *
 * @param decision
 *            null while nobody decided
 */
public record SubmittedRevision(int number, int round, @Nullable Rated rating, String summary, String rationale,
        String author, Instant at, @Nullable Decision decision, @Nullable String decidedBy, @Nullable Instant decidedAt,
        @Nullable String reason) {}
