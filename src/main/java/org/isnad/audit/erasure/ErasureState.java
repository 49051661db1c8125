package org.isnad.audit.erasure;

/** How far a request for erasure is; it is decided once. */
public enum ErasureState {
    ASKED,
    WITHDRAWN,
    REFUSED,
    DONE
}
