package org.isnad.kernel;

/** A kind of change, in the past tense; each feature has its own enum of them. Names are stored for ever: never rename one. */
public interface Action {
    String name();
}
