package org.isnad.desk.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.desk.QueueList;

/** Words of My queue, triage and approvals. */
@MessageBundle(value = "desk", locale = "en")
public interface DeskMessages {
    @Message
    String queue();

    @Message
    String claims(long count);

    @Message
    String nothingToDo();

    @Message
    String late(long count);

    @Message
    String cameBack(long count);

    @Message
    String takeNext();

    @Message
    String take();

    @Message
    String lists();

    @Message
    String mine();

    @Message
    String openToTake();

    @Message
    String list(QueueList list);

    @Message
    String claimsToCheck();

    @Message
    String filterList();

    @Message
    String filterWords();

    @Message
    String filterHint();

    @Message
    String priority();

    @Message
    String anyPriority();

    @Message
    String language();

    @Message
    String anyLanguage();

    @Message
    String apply();

    @Message
    String clear();

    @Message
    String day(QueueView.Day day);

    @Message
    String returned();

    @Message
    String draftBegun();

    @Message
    String returnedBy(String name);

    @Message
    String evidence();

    @Message
    String decidedAt();

    @Message
    String proposedAt();

    @Message
    String more();

    @Message
    String keysMove();

    @Message
    String keysOpen();

    @Message
    String keysAll();

    @Message
    String notice(QueueNotice notice);

    @Message
    String emptyTitle(QueueList list);

    @Message
    String emptyAdvice(QueueList list);

    @Message
    String emptyOpen(long count);

    @Message
    String seeOpen();

    @Message
    String nothingMatches();

    @Message
    String nothingMatchesAdvice();

    @Message
    String triage();

    @Message
    String newArticles();

    @Message
    String addArticle();

    @Message
    String pinned(long count);

    @Message
    String undecided(long count);

    @Message
    String noArticles();

    @Message
    String newest();

    @Message
    String older();

    @Message
    String undo();

    @Message
    String did(TriageAct act, long count);

    @Message
    String failed(long count);

    @Message
    String triageEmpty();

    @Message
    String triageEmptyAdvice();

    @Message
    String received();

    @Message
    String readArticle();

    @Message
    String readOn();

    @Message
    String pinAnother();

    @Message
    String noClaims();

    @Message
    String noClaimsAdvice();

    @Message
    String selectClaim(int number);

    @Message
    String claimant();

    @Message
    String inArticles(long count);

    @Message
    String skipToArticle();

    @Message
    String skipToSuggestions();

    @Message
    String proposedBy(String name);

    @Message
    String accept();

    @Message
    String reword();

    @Message
    String dismiss();

    @Message
    String assign();

    @Message
    String reassign();

    @Message
    String restore();

    @Message
    String openClaim();

    @Message
    String forSelected();

    @Message
    String assignTo();

    @Message
    String nobody();

    @Message
    String dueSoon(long count);

    @Message
    String assignedNow();

    @Message
    String due();

    @Message
    String dismissReason();

    @Message
    String dismissSelected();

    @Message
    String finish();

    @Message
    String finished();

    @Message
    String reopen();

    @Message
    String theArticle();

    @Message
    String undoReason();

    @Message
    String lostWords();
}
