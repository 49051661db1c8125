package org.isnad.assignment.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about assignments. */
@MessageBundle(value = "assignment", locale = "en")
public interface AssignmentMessages {
    @Message
    String assignTitle();

    @Message
    String assignNote();

    @Message
    String assignee();

    @Message
    String choose();

    @Message
    String due();

    @Message
    String dueHint(String zone);

    @Message
    String assign();

    @Message
    String releaseTitle();

    @Message
    String releaseNote();

    @Message
    String release();
}
