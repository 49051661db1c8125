package org.isnad.assignment;

import org.isnad.kernel.Action;

/** What happens to assignments. */
public enum AssignmentAction implements Action {
    CLAIM_ASSIGNED,
    CLAIM_TAKEN,
    CLAIM_REASSIGNED,
    CLAIM_RELEASED
}
