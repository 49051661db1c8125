package org.isnad.claim.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.claim.ClaimState;
import org.isnad.claim.Priority;

/** Words about claims. */
@MessageBundle(value = "claim", locale = "en")
public interface ClaimMessages {
    @Message
    String state(ClaimState state);

    @Message
    String priority(Priority priority);

    @Message
    String round(int round);
}
