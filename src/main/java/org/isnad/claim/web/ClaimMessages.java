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

    @Message
    String wording();

    @Message
    String wordingHint();

    @Message
    String claimant();

    @Message
    String claimedOn();

    @Message
    String priorityLabel();

    @Message
    String rewordTitle();

    @Message
    String mergeTitle();

    @Message
    String mergeNote();

    @Message
    String mergeChanges();

    @Message
    String mergeStored();

    @Message
    String mergeMine();

    @Message
    String mergeSave();

    @Message
    String mergeKeepStored();

    @Message
    String markTitle();

    @Message
    String whereYouAre();

    @Message
    String article();

    @Message
    String markedDone();

    @Message
    String markWords();

    @Message
    String markHowScript();

    @Message
    String markHowPlain();

    @Message
    String markKeys();

    @Message
    String chosenWords();

    @Message
    String newClaim();

    @Message
    String propose();

    @Message
    String sameTitle();

    @Message
    String sameNote();

    @Message
    String sameWords();

    @Message
    String find();

    @Message
    String sameNone();

    @Message
    String sameChoose();

    @Message
    String more();

    @Message
    String sentencesTitle();

    @Message
    String sentencesOpen();

    @Message
    String sentencesNote();

    @Message
    String sentenceFirst();

    @Message
    String sentenceLast();

    @Message
    String sentence();

    @Message
    String sentencesUse();

    @Message
    String pinWords();

    @Message
    String pin(int number);

    @Message
    String version(int number);

    @Message
    String reasonTitle(ClaimForms.ReasonedAct act);

    @Message
    String reasonNote(ClaimForms.ReasonedAct act);

    @Message
    String reasonSubmit(ClaimForms.ReasonedAct act);

    @Message
    String lostTitle();

    @Message
    String lostNote();

    @Message
    String lostNone();

    @Message
    String markAgain();

    @Message
    String wordsGone();

    @Message
    String lostNear();

    @Message
    String lostGone();

    @Message
    String lostSame();

    @Message
    String againTitle();

    @Message
    String againNote();

    @Message
    String lostFirst();

    @Message
    String lostMore();
}
