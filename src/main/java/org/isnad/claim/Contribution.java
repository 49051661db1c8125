package org.isnad.claim;

/** How somebody took part in checking a claim; any of them bars that person from ever deciding on it. */
public enum Contribution {
    ASSIGNED,
    EVIDENCE,
    DRAFTED
}
