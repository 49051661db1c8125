package org.isnad.publication;

/** What the public page says of itself. */
public enum PublicationState {
    LIVE,
    UNDER_CORRECTION,
    RETRACTED
}
