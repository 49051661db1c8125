package org.isnad.verdict;

import java.util.Locale;

/** What a verdict consists of. A missing piece needs a waiver: a recorded reason why it is missing. */
public enum Piece {
    EVIDENCE,
    RATING,
    RATIONALE;

    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
