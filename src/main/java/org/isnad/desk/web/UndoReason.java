package org.isnad.desk.web;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

import org.isnad.kernel.web.CurrentLanguage;

/** The reason that the history shows for what was undone with one click, in the words of the person's page. */
@RequestScoped
class UndoReason {
    private final CurrentLanguage language;

    UndoReason(CurrentLanguage language) {
        this.language = language;
    }

    String text() {
        return MessageBundles.get(DeskMessages.class, Localized.Literal.of(language.get().tag())).undoReason();
    }
}
