package org.isnad.desk.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.evidence.Stance;

/** Words of the claim workspace. */
@MessageBundle(value = "work", locale = "en")
public interface WorkMessages {
    @Message
    String title();

    @Message
    String whereYouAre();

    @Message
    String previous();

    @Message
    String next();

    @Message
    String place(long place, long total);

    @Message
    String assignedToYou();

    @Message
    String assignedTo(String name);

    @Message
    String due();

    @Message
    String history();

    @Message
    String release();

    @Message
    String take();

    @Message
    String withdraw();

    @Message
    String decide();

    @Message
    String publicPage();

    @Message
    String article();

    @Message
    String noArticle();

    @Message
    String version(int number, long versions);

    @Message
    String frozen();

    @Message
    String markMore();

    @Message
    String parts();

    @Message
    String claimPart();

    @Message
    String evidencePart();

    @Message
    String verdictPart();

    @Message
    String checklistPart();

    @Message
    String theClaim();

    @Message
    String claimant();

    @Message
    String claimedOn();

    @Message
    String appearsIn();

    @Message
    String articles(int count);

    @Message
    String priority();

    @Message
    String unknown();

    @Message
    String reword();

    @Message
    String cameBack(String name);

    @Message
    String note(WorkspaceNote note);

    @Message
    String stanceCount(Stance stance, long count);

    @Message
    String noEvidence();

    @Message
    String noEvidenceYet();

    @Message
    String removed(int number);

    @Message
    String undo();

    @Message
    String acts(int number);

    @Message
    String edit();

    @Message
    String up();

    @Message
    String down();

    @Message
    String remove();

    @Message
    String addedBy(String name);

    @Message
    String addEvidence();

    @Message
    String scale(int version);

    @Message
    String noVerdict();

    @Message
    String submittedBy(int revision, String name);

    @Message
    String checklist();

    @Message
    String check(WorkspaceView.Check check);

    @Message
    String advice();

    @Message
    String waived();

    @Message
    String notSavedYet();

    @Message
    String savedAt();

    @Message
    String saving();

    @Message
    String kept();

    @Message
    String signedOut();

    @Message
    String elsewhere();

    @Message
    String refused();

    @Message
    String compare();

    @Message
    String signIn();

    @Message
    String keptHere();

    @Message
    String restore();

    @Message
    String discard();

    @Message
    String cited();

    @Message
    String notCited();

    @Message
    String outdated();

    @Message
    String wordsLost();

    @Message
    String whatChanged();

    @Message
    String showThere();

    @Message
    String markThere();

    @Message
    String wordsGone();
}
