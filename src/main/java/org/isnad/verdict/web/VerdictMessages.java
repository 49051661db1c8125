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

    @Message
    String rating();

    @Message
    String noNumber();

    @Message
    String noRating();

    @Message
    String summary();

    @Message
    String summaryHint();

    @Message
    String rationale();

    @Message
    String citeHint();

    @Message
    String draftTitle();

    @Message
    String notSubmitted();

    @Message
    String submit();

    @Message
    String saveDraft();

    @Message
    String toEvidence();

    @Message
    String toClaim();

    @Message
    String mergeTitle();

    @Message
    String mergeNote();

    @Message
    String mergeChanges();

    @Message
    String mergeStored();

    @Message
    String mergeStoredNote();

    @Message
    String mergeTake();

    @Message
    String mergeMine();

    @Message
    String mergeSave();

    @Message
    String mergeKeepStored();

    @Message
    String unsavedTitle();

    @Message
    String unsavedText();

    @Message
    String withdrawTitle();

    @Message
    String withdrawNote();

    @Message
    String withdraw();

    @Message
    String checklist();

    @Message
    String approve();

    @Message
    String returnReason();

    @Message
    String sendBack();

    @Message
    String decideTitle();

    @Message
    String waive(Piece piece);

    @Message
    String waiverReason(Piece piece);

    @Message
    String unsavedNote(String refusal);

    @Message
    String decideBack(int revision);

    @Message
    String staleTitle();

    @Message
    String staleNote(int seen, int now);

    @Message
    String staleSeen(int number);

    @Message
    String staleNow(int number);

    @Message
    String staleTyped();

    @Message
    String staleGo(int number);
}
