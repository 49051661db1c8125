package org.isnad.article.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.article.ArticleState;
import org.isnad.article.extraction.Kind;
import org.isnad.article.extraction.Where;

/** Words about articles and how they come in. */
@MessageBundle(value = "article", locale = "en")
public interface ArticleMessages {
    @Message
    String articles();

    @Message
    String add();

    @Message
    String state(ArticleState state);

    @Message
    String all();

    @Message
    String filter();

    @Message
    String older();

    @Message
    String newest();

    @Message
    String none();

    @Message
    String noneWithState();

    @Message
    String receivedBy();

    @Message
    String newTitle();

    @Message
    String newNote();

    @Message
    String pasteLabel();

    @Message
    String filesLabel();

    @Message
    String filesHint();

    @Message
    String read();

    @Message
    String checkTitle();

    @Message
    String checkTitles(int count);

    @Message
    String checkNote();

    @Message
    String refused(String why, long most, long mostFormatted);

    @Message
    String refusedTitle();

    @Message
    String pastedText();

    @Message
    String keep();

    @Message
    String known();

    @Message
    String openKnown();

    @Message
    String savedTitle();

    @Message
    String title();

    @Message
    String byline();

    @Message
    String outlet();

    @Message
    String publishedOn();

    @Message
    String language();

    @Message
    String url();

    @Message
    String text();

    @Message
    String textHint();

    @Message
    String save(int count);

    @Message
    String startOver();

    @Message
    String provenance();

    @Message
    String sha256();

    @Message
    String capturedAt();

    @Message
    String capturedBy();

    @Message
    String version(int number);

    @Message
    String fileName();

    @Message
    String mediaType(String type);

    @Message
    String original();

    @Message
    String knownAgain();

    @Message
    String near(int percent);

    @Message
    String separate();

    @Message
    String seenAlso();

    @Message
    String newVersion();

    @Message
    String fetchAgain();

    @Message
    String latest();

    @Message
    String comparedWith(int number);

    @Message
    String versions();

    @Message
    String whatChanged();

    @Message
    String leftOut(long count);

    @Message
    String leftOutHint();

    @Message
    String leftOutLines();

    @Message
    String putBack();

    @Message
    String aside(Kind kind);

    @Message
    String where(Where where);

    @Message
    String given();

    @Message
    String says();

    @Message
    String addressLabel();

    @Message
    String addressHint(long seconds);

    @Message
    String httpsAssumed();

    @Message
    String bookmarkTitle();

    @Message
    String bookmarkHint();

    @Message
    String fetchedFrom();

    @Message
    String askedFor();

    @Message
    String warc();

    @Message
    String download();

    @Message
    String size(int kilobytes);

    @Message
    String unknown();

    @Message
    String claims();

    @Message
    String noClaims();

    @Message
    String earlierOnly();

    @Message
    String allCaptures();

    @Message
    String mark();

    @Message
    String finishTriage();

    @Message
    String reopenTriage();

    @Message
    String triage();

    @Message
    String alreadyHere();
}
