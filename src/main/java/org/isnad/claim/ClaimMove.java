package org.isnad.claim;

import java.util.Locale;

/** The arrows of a claim's life: from which state to which. The database's {@code claim_moves_legally} holds the same. */
public enum ClaimMove {
    ACCEPT(ClaimState.PROPOSED, ClaimState.QUEUED),
    DISMISS(ClaimState.PROPOSED, ClaimState.DISMISSED),
    RESTORE(ClaimState.DISMISSED, ClaimState.QUEUED),
    ASSIGN(ClaimState.QUEUED, ClaimState.ASSIGNED),
    REASSIGN(ClaimState.ASSIGNED, ClaimState.ASSIGNED),
    RELEASE(ClaimState.ASSIGNED, ClaimState.QUEUED),
    SUBMIT(ClaimState.ASSIGNED, ClaimState.SUBMITTED),
    WITHDRAW(ClaimState.SUBMITTED, ClaimState.ASSIGNED),
    RETURN(ClaimState.SUBMITTED, ClaimState.ASSIGNED),
    APPROVE(ClaimState.SUBMITTED, ClaimState.APPROVED),
    PUBLISH(ClaimState.APPROVED, ClaimState.PUBLISHED),
    CORRECT(ClaimState.PUBLISHED, ClaimState.QUEUED),
    RETRACT(ClaimState.PUBLISHED, ClaimState.RETRACTED);

    private final ClaimState from;
    private final ClaimState to;

    ClaimMove(ClaimState from, ClaimState to) {
        this.from = from;
        this.to = to;
    }

    public ClaimState from() {
        return from;
    }

    public ClaimState to() {
        return to;
    }

    String verb() {
        return name().toLowerCase(Locale.ROOT);
    }
}
