package org.isnad.kernel.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is wrong with a field, by its stable code, and the words that all forms share. */
@MessageBundle(value = "form", locale = "en")
public interface FormMessages {
    @Message
    String fault(String code, long max);

    @Message
    String attention();

    @Message
    String back();

    @Message
    String save();

    @Message
    String optional();

    @Message
    String reason();

    @Message
    String reasonHint();
}
