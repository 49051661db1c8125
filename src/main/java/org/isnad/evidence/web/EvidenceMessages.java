package org.isnad.evidence.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;

/** Words about evidence. */
@MessageBundle(value = "evidence", locale = "en")
public interface EvidenceMessages {
    @Message
    String stance(Stance stance);

    @Message
    String source(Source source);

    @Message
    String url();

    @Message
    String title();

    @Message
    String quote();

    @Message
    String stanceLabel();

    @Message
    String sourceLabel();

    @Message
    String note();

    @Message
    String noteSummary();

    @Message
    String noteHint();

    @Message
    String addTitle();

    @Message
    String add();

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
    String editTitle(int number);

    @Message
    String mergeTitle(int number);
}
