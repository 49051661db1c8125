package org.isnad.claim;

/** How soon a claim should be checked. */
public enum Priority {
    HIGH,
    NORMAL,
    LOW
}
