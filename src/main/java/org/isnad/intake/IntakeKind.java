package org.isnad.intake;

/** Where a list comes from. Names are stored: never rename one. */
public enum IntakeKind {
    /** Web addresses that a person named. */
    ADDRESSES,
    /** Articles that a program sent in one request. */
    BATCH,
    /** A table with one article in each row. */
    CSV,
    /** Articles as the API takes them, in a file. */
    JSON,
    /** The table that Meedan Check exports. */
    CHECK,
    /** What is new in a feed. */
    FEED,
    /** Tables and documents in one archive. */
    ZIP
}
