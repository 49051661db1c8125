package org.isnad.intake;

/** How one row stands. Names are stored: never rename one. */
public enum ItemState {
    /** Looked at; it would become an article. */
    CHECKED,
    WAITING,
    RUNNING,
    /** Captured, and waits for a person to confirm what was found in it. */
    READY,
    /** An article now. */
    NEW,
    /** It was at the desk already. */
    KNOWN,
    FAILED,
    CANCELLED
}
