package org.isnad.intake;

/** How one row stands. Names are stored: never rename one. */
public enum ItemState {
    /** Looked at; it would become an article. */
    CHECKED,
    WAITING,
    RUNNING,
    /** Captured, and waits for a person to confirm what was found in it. */
    READY,
    /** A person looked at what was captured, and does not want it. */
    DISMISSED,
    /** An article now. */
    NEW,
    /** It was at the desk already. */
    KNOWN,
    FAILED,
    CANCELLED
}
