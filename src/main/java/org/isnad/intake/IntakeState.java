package org.isnad.intake;

/** How a list stands. Names are stored: never rename one. */
public enum IntakeState {
    /** Looked at, and not begun: nothing of it is saved. */
    DRAFT,
    RUNNING,
    DONE,
    CANCELLED
}
