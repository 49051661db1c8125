package org.isnad.desk.web;

/** What can be done with a suggested claim in triage. */
enum SuggestionAct {
    ACCEPT,
    DISMISS,
    RESTORE
}
