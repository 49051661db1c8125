package org.isnad.article.suggestion;

import org.jspecify.annotations.Nullable;

/**
 * What the score of a statement is made of, each from 0 to 1. A feature with a reason may only speak for a statement and one
 * without only against it, so that every reason given is one; the weights are learnt within that.
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
    LENGTH(Reason.DETAILED),
    OPINION(null),
    FUTURE(null),
    HEDGE(null),
    PROTOCOL(null),
    FIRST_PERSON(null),
    NOTHING_YET(null),
    ASIDE(null),
    FURNITURE(null),
    QUESTION(null),
    SPEECH(null),
    SHORT(null);

    private final @Nullable Reason reason;

    Feature(@Nullable Reason reason) {
        this.reason = reason;
    }

    @Nullable
    Reason reason() {
        return reason;
    }

    boolean speaksFor() {
        return reason != null;
    }
}
