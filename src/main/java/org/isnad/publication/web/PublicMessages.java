package org.isnad.publication.web;

import java.time.Instant;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.publication.PublicationState;

/** Words of the public's pages, and of the forms that change them. */
@MessageBundle(value = "fact", locale = "en")
public interface PublicMessages {
    @Message
    String state(PublicationState state);

    @Message
    String factChecks();

    @Message
    String none();

    @Message
    String noneAdvice();

    @Message
    String older();

    @Message
    String newest();

    @Message
    String factCheck();

    @Message
    String claimedBy(String name);

    @Message
    String ourVerdict();

    @Message
    String scale();

    @Message
    String noRating();

    @Message
    String retracted(Instant at);

    @Message
    String underCorrection(Instant at);

    @Message
    String corrected(Instant at);

    @Message
    String found();

    @Message
    String evidence();

    @Message
    String noEvidence();

    @Message
    String original();

    @Message
    String about();

    @Message
    String published();

    @Message
    String correctedOn();

    @Message
    String checkedBy();

    @Message
    String approvedBy();

    @Message
    String proof();

    @Message
    String proofAdvice();

    @Message
    String actTitle(PublicAct act);

    @Message
    String actAdvice(PublicAct act);

    @Message
    String act(PublicAct act);

    @Message
    String reason();

    @Message
    String note();

    @Message
    String noteHint();

    @Message
    String back();
}
