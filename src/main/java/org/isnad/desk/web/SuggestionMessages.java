package org.isnad.desk.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.article.suggestion.Attribution;
import org.isnad.article.suggestion.Reason;

/** Words of suggested claims. */
@MessageBundle(value = "suggestion", locale = "en")
public interface SuggestionMessages {
    @Message
    String title(int count);

    @Message
    String note();

    @Message
    String score(int score);

    @Message
    String why(Reason reason);

    @Message
    String says(Attribution.Verb verb);

    @Message
    String unnamed();

    @Message
    String tooLong();

    @Message
    String did(SuggestionAct act);

    @Message
    String gone();

    @Message
    String dismissed(int count);

    @Message
    String again();
}
