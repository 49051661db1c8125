package org.isnad.desk.web;

/** What was done just now, as the workspace says it. */
public enum WorkspaceNote {
    SAVED,
    SUBMITTED
}
