package org.isnad.audit.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.audit.check.Verification;

/** The words for what is proven of a history, and of a publication. */
@MessageBundle(value = "proof", locale = "en")
public interface ProofMessages {
    @Message
    String showReading();

    @Message
    String leaf();

    @Message
    String checkpoint();

    @Message
    String inTheNext();

    @Message
    String verified();

    @Message
    String broken();

    @Message
    String reads(int count);

    @Message
    String proof();

    @Message
    String verify();

    @Message
    String verifyAgain();

    @Message
    String notChecked();

    @Message
    String notSigned();

    @Message
    String nothingSignedOfIt();

    @Message
    String allVerified(long count);

    @Message
    String allSignedVerified(long count);

    @Message
    String waitForCheckpoint(long count);

    @Message
    String stepsDiffer(long count, long all);

    @Message
    String rowsDiffer(int count);

    @Message
    String rowsAgree();

    @Message
    String checkedAt();

    @Message
    String witnesses(long count);

    @Message
    String copies(long count);

    @Message
    String exportFirst();

    @Message
    String tellTheDesk();

    @Message
    String inDoubt();

    @Message
    String stepDiffers(long number);

    @Message
    String stepMissing(long number);

    @Message
    String lastWritten(long number);

    @Message
    String changedBehind();

    @Message
    String historyAndNow();

    @Message
    String impossible(Verification.Trouble why);

    @Message
    String fault(Verification.Fault fault);

    @Message
    String row(Verification.How how);
}
