package org.isnad.platform;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What error pages say: for each kind of trouble a title and what to do next. */
@MessageBundle(value = "problem", locale = "en")
interface ProblemMessages {
    @Message
    String title(Trouble.Kind kind);

    @Message
    String advice(Trouble.Kind kind);

    @Message
    String status(int status);

    @Message
    String requestId();

    @Message
    String fields();

    @Message
    String home();

    @Message
    String signIn();

    @Message
    String signOut();
}
