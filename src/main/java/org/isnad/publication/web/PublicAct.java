package org.isnad.publication.web;

import java.util.Locale;

/** What a senior editor does before the public. */
public enum PublicAct {
    PUBLISH,
    CORRECT,
    RETRACT;

    /** The last part of its form's address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
