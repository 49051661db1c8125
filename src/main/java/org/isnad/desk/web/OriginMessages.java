package org.isnad.desk.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.origin.OriginKind;

/** Words of the pages of outlets and authors. */
@MessageBundle(value = "origin", locale = "en")
public interface OriginMessages {
    @Message
    String all(OriginKind kind);

    @Message
    String allNote(OriginKind kind);

    @Message
    String which();

    @Message
    String nameHas();

    @Message
    String find();

    @Message
    String articleCount(long count);

    @Message
    String manyArticles(long count);

    @Message
    String latest();

    @Message
    String fromStart();

    @Message
    String more();

    @Message
    String none(OriginKind kind);

    @Message
    String noneFound();

    @Message
    String showAll();

    @Message
    String note();

    @Message
    String articles();

    @Message
    String noArticles();

    @Message
    String claims(long count);

    @Message
    String claimsHere();

    @Message
    String noClaims();

    @Message
    String olderClaims();

    @Message
    String verdicts();

    @Message
    String noVerdicts();

    @Message
    String noRating();

    @Message
    String retracted();

    @Message
    String newest();

    @Message
    String older();

    @Message
    String names();

    @Message
    String hosts();

    @Message
    String noOthers(OriginKind kind);

    @Message
    String edit();

    @Message
    String rename();

    @Message
    String newName();

    @Message
    String renameHint();

    @Message
    String merge();

    @Message
    String mergeHint();

    @Message
    String sameAs();

    @Message
    String mergeNow();

    @Message
    String part();

    @Message
    String partWhich();

    @Message
    String partHint();

    @Message
    String why();

    @Message
    String both();

    @Message
    String fromAddress();

    /** @param count
     *            how many articles something is taken from */
    @Message
    String ofNewest(long count);

    /** As {@link #ofNewest}, in a list. */
    @Message
    String ofNewestShort(long count);

    @Message
    String moreFound();

    @Message
    String stale(String name);

    @Message
    String noteStays();
}
