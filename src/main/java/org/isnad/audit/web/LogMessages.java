package org.isnad.audit.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.audit.check.LogChecks;

/** The words of the pages over the whole log, and of what is proven of a history. */
@MessageBundle(value = "log", locale = "en")
public interface LogMessages {
    @Message
    String title();

    @Message
    String titleIs();

    @Message
    String parts();

    @Message
    String partSteps();

    @Message
    String partCheckpoints();

    @Message
    String partChecks();

    @Message
    String trouble();

    @Message
    String troubleIs();

    @Message
    String from();

    @Message
    String to();

    @Message
    String about();

    @Message
    String aboutHint();

    @Message
    String notAnAddress();

    @Message
    String refusedOnly();

    @Message
    String everything();

    @Message
    String newestFirst();

    @Message
    String nothingYet();

    @Message
    String waits(long count);

    @Message
    String waitMany();

    @Message
    String subject(String type);

    @Message
    String scale(int number);

    @Message
    String same();

    @Message
    String changed(int count);

    @Message
    String inclusionProof();

    @Message
    String signedAt();

    @Message
    String root();

    @Message
    String whatToDo();

    @Message
    String whatDiffers();

    @Message
    String signing();

    @Message
    String signingNow();

    @Message
    String signingLate();

    @Message
    String behind(long count);

    @Message
    String unsigned(long count);

    @Message
    String publicCheckpoint();

    @Message
    String publicKeys();

    @Message
    String checkpointsAre();

    @Message
    String noCheckpoints();

    @Message
    String stepsOf();

    @Message
    String key();

    @Message
    String confirmedBy();

    @Message
    String noWitness();

    @Message
    String copySentTo();

    @Message
    String comma();

    @Message
    String note();

    @Message
    String checksAre();

    @Message
    String verifyNow();

    @Message
    String past();

    @Message
    String noChecks();

    @Message
    String oneCheck();

    @Message
    String allChecks();

    @Message
    String atWork();

    @Message
    String stopping();

    @Message
    String refresh();

    @Message
    String stop();

    @Message
    String leaves();

    @Message
    String events();

    @Message
    String aggregates();

    @Message
    String of(long done, long total);

    @Message
    String askedBy();

    @Message
    String stoppedBy();

    @Message
    String result();

    @Message
    String agrees();

    @Message
    String agree();

    @Message
    String differ();

    @Message
    String differs(int count);

    @Message
    String allFindings(int count);

    @Message
    String compared(long steps, long things);

    @Message
    String whatToDoIs();

    @Message
    String state(LogChecks.State state);

    @Message
    String unfinished(LogChecks.State state);
}
