package org.isnad.article.suggestion;

import org.jspecify.annotations.Nullable;

/**
 * What the score of a statement is made of, each from 0 to 1. A feature may only speak for a statement or only against it,
 * so that every reason given is one; the weights are learnt within that.
 */
enum Feature {
    NUMBER(Reason.NUMBER),
    QUANTITY(Reason.QUANTITY),
    DATE(Reason.DATE),
    PLACE(Reason.PLACE),
    ACTOR(Reason.NAMED_ACTOR),
    ATTRIBUTED(Reason.ATTRIBUTED),
    HEARSAY(Reason.UNNAMED_SOURCE),
    DISPUTED(Reason.DISPUTED),
    QUOTED(Reason.QUOTED),
    SUPERLATIVE(Reason.SUPERLATIVE),
    COMPARISON(Reason.COMPARISON),
    CAUSE(Reason.CAUSE),
    HARM(Reason.HARM),
    ACT(Reason.ACT),
    ALLEGATION(Reason.ALLEGATION),
    EVIDENCE(Reason.EVIDENCE),
    HEADLINE(Reason.HEADLINE),
    OPENING(Reason.OPENING),
    CENTRAL(Reason.CENTRAL),
    LENGTH(true),
    OPINION(false),
    FUTURE(false),
    HEDGE(false),
    PROTOCOL(false),
    FIRST_PERSON(false),
    NOTHING_YET(false),
    ASIDE(false),
    FURNITURE(false),
    QUESTION(false),
    SPEECH(false),
    SHORT(false);

    private final @Nullable Reason reason;
    private final boolean speaksFor;

    Feature(Reason reason) {
        this.reason = reason;
        speaksFor = true;
    }

    Feature(boolean speaksFor) {
        reason = null;
        this.speaksFor = speaksFor;
    }

    @Nullable
    Reason reason() {
        return reason;
    }

    /** Whether the reason is true of a statement with this value: being near the beginning counts, but only one begins the article. */
    boolean isTold(double value) {
        return this != OPENING || value == 1;
    }

    boolean speaksFor() {
        return speaksFor;
    }
}
