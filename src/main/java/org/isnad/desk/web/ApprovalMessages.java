package org.isnad.desk.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.claim.Contribution;
import org.isnad.desk.ApprovalList;
import org.isnad.verdict.Approval.Decision;

/** Words of the list of approvals and of the page on which one is decided. */
@MessageBundle(value = "approval", locale = "en")
public interface ApprovalMessages {
    @Message
    String approvals();

    @Message
    String approval();

    @Message
    String approvalsAdvice(ApprovalList list);

    @Message
    String approvalList(ApprovalList list);

    @Message
    String approvalsEmpty(ApprovalList list);

    @Message
    String approvalsEmptyAdvice(ApprovalList list);

    @Message
    String fromStart();

    @Message
    String revisionBy(int number, String name);

    @Message
    String youContributed();

    @Message
    String whereYouAre();

    @Message
    String submittedBy(String name);

    @Message
    String workspace();

    @Message
    String history();

    @Message
    String claimantLabel();

    @Message
    String saidOn();

    @Message
    String outlet();

    @Message
    String contributors();

    @Message
    String revision(int number);

    @Message
    String against();

    @Message
    String againstNothing();

    @Message
    String compare();

    @Message
    String decided(Decision decision);

    @Message
    String ratingLabel();

    @Message
    String was();

    @Message
    String isNow();

    @Message
    String summary();

    @Message
    String rationale();

    @Message
    String evidenceAndDecision();

    @Message
    String noEvidence();

    @Message
    String quoteChanged();

    @Message
    String openSource();

    @Message
    String decisionOn(int number);

    @Message
    String decisionHint();

    @Message
    String cannotDecide();

    @Message
    String fourEyes();

    @Message
    String fourEyesAdvice();

    @Message
    String contribution(Contribution contribution);

    @Message
    String decidedBy(String name);

    @Message
    String publicPage();

    @Message
    String newPiece();
}
