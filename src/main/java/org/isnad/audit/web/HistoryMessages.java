package org.isnad.audit.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the history page. */
@MessageBundle(value = "audit", locale = "en")
public interface HistoryMessages {
    @Message
    String histories();

    @Message
    String historiesAre();

    @Message
    String state();

    @Message
    String allStates();

    @Message
    String newestClaims();

    @Message
    String noClaims();

    @Message
    String more();

    @Message
    String steps(long count);

    @Message
    String title();

    @Message
    String openClaim();

    @Message
    String export();

    @Message
    String exportLog();

    @Message
    String events();

    @Message
    String filter();

    @Message
    String person();

    @Message
    String anyone();

    @Message
    String action();

    @Message
    String allActions();

    @Message
    String round();

    @Message
    String allRounds();

    @Message
    String apply();

    @Message
    String newestFirst();

    @Message
    String earlier();

    @Message
    String newest();

    @Message
    String times();

    @Message
    String count(long count);

    @Message
    String noneMatches();

    @Message
    String showAll();

    @Message
    String reason();

    @Message
    String revision(int number);

    @Message
    String number(long number);

    /** Which step lost values. */
    @Message
    String ofStep(long number);

    @Message
    String saves(int count);

    @Message
    String becomes();

    @Message
    String added();

    @Message
    String removed();

    @Message
    String changed();

    @Message
    String inBrowser();

    @Message
    String throughClient(String client);

    @Message
    String byTheDesk();

    /** What somebody did; the person's name stands before it, and the revision or evidence after it. */
    @Message
    String did(HistoryAction action);

    /** The action's name where nobody is named, in the filter. */
    @Message
    String named(HistoryAction action);

    @Message
    String field(HistoryField field);

    @Message
    String publication(String state);

    @Message
    String attempt(String act);

    @Message
    String refusal(String code);
}
