package org.isnad.claim;

import org.isnad.kernel.Action;

/** What triage does to claims. */
public enum ClaimAction implements Action {
    CLAIM_PROPOSED,
    CLAIM_REWORDED,
    APPEARANCE_ADDED,
    CLAIM_ACCEPTED,
    CLAIM_DISMISSED,
    CLAIM_RESTORED,
    APPEARANCE_FOLLOWED,
    APPEARANCE_LOST,
    APPEARANCE_GONE
}
