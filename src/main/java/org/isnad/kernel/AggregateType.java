package org.isnad.kernel;

/**
 * The things whose history is kept as one line each. A claim's line includes its appearances, assignments, evidence, verdicts,
 * approvals and publication, so that one event stands for one act. Names are stored for ever: never rename one.
 */
public enum AggregateType {
    PERSON,
    ARTICLE,
    CLAIM,
    RATING_SCALE,
    ERASURE,
    /** A feed that the desk follows. */
    SOURCE,
    /** An outlet or an author. */
    ORIGIN
}
