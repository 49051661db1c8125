package org.isnad.identity;

import org.isnad.kernel.Action;

/** What an auditor's look at the desk is called in the history; see {@link Readings}. */
public enum Reading implements Action {
    /** The claim, or the work on it: evidence, draft, revisions, decisions. */
    CLAIM_READ,
    /** A claim's history. */
    HISTORY_READ,
    /** A claim's history with all values and proofs was taken away. */
    BUNDLE_EXPORTED,
    /** An article, or its original bytes. */
    ARTICLE_READ,
    /** Several things at once, in a list. */
    LIST_READ,
    /** The whole log with all values was taken away. */
    LOG_EXPORTED
}
