package org.isnad.desk.web;

/** What can be done in triage, to one claim or to all that are ticked. */
enum TriageAct {
    ACCEPT,
    DISMISS,
    ASSIGN,
    RESTORE,
    FINISH,
    REOPEN
}
