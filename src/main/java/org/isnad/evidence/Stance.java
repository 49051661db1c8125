package org.isnad.evidence;

/** What a piece of evidence says about the claim. */
public enum Stance {
    SUPPORTS,
    REFUTES,
    CONTEXT
}
