package org.isnad.verdict;

/** What a senior editor confirms before approving; all of them. */
public enum ApprovalCheck {
    SOURCES_OPENED,
    QUOTES_MATCH,
    RATING_FOLLOWS,
    NO_INTEREST
}
