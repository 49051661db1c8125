package org.isnad.claim;

import java.util.List;
import java.util.stream.Stream;

/** Where a claim stands in the desk's work. Never says anything about what was found: that is the rating. */
public enum ClaimState {
    PROPOSED,
    QUEUED,
    ASSIGNED,
    SUBMITTED,
    APPROVED,
    PUBLISHED,
    RETRACTED,
    DISMISSED;

    /** What can be done with a claim that stands here. */
    public List<ClaimMove> moves() {
        return Stream.of(ClaimMove.values()).filter(move -> move.from() == this).toList();
    }
}
