package org.isnad.verdict.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.verdict.ApprovalCheck;
import org.isnad.verdict.Piece;

/** Words about verdicts. */
@MessageBundle(value = "verdict", locale = "en")
public interface VerdictMessages {
    @Message
    String piece(Piece piece);

    /** What a senior editor confirms before approving. */
    @Message
    String check(ApprovalCheck check);
}
