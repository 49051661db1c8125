package org.isnad.audit.erasure;

/** What of a target is to be erased: groups of values, so that whoever asks need not read what they hold. */
public enum ErasurePart {
    /** A person's name. */
    NAME,
    WORDING,
    CLAIMANT,
    /** The words of articles that the claim is pinned to. */
    PASSAGES,
    EVIDENCE,
    /** Summary, rationale and what was waived, in drafts and revisions. */
    VERDICT,
    /** Reasons and public notes. */
    REASONS,
    /** An article's title, byline, outlet, file name and address. */
    SOURCE,
    /** An article's text and original bytes, and the words of it that claims are pinned to. */
    TEXT
}
