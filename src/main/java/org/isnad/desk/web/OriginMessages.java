package org.isnad.desk.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.desk.ArticleOrigin;

/** Words of the pages of outlets and authors. */
@MessageBundle(value = "origin", locale = "en")
public interface OriginMessages {
    @Message
    String kind(ArticleOrigin origin);

    @Message
    String note();

    @Message
    String articles();

    @Message
    String claims(long count);

    @Message
    String verdicts();

    @Message
    String noVerdicts();

    @Message
    String newest();

    @Message
    String older();
}
