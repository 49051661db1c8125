package org.isnad.desk.web;

/** What became of taking a claim, where that did not lead to the claim. */
enum QueueNotice {
    /** Nothing waits to be taken. */
    NOTHING,
    /** Somebody else was quicker. */
    GONE
}
