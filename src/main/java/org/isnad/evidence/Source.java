package org.isnad.evidence;

/** Whether the source knows it at first hand (a document, an eye witness) or reports what others said. */
public enum Source {
    PRIMARY,
    SECONDARY
}
