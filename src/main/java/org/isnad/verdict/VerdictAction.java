package org.isnad.verdict;

import org.isnad.kernel.Action;

/** What happens to verdicts and rating scales. */
public enum VerdictAction implements Action {
    RATING_SCALE_ADOPTED,
    DRAFT_SAVED,
    VERDICT_SUBMITTED,
    VERDICT_WITHDRAWN,
    VERDICT_RETURNED,
    VERDICT_APPROVED,
    APPROVAL_REFUSED
}
