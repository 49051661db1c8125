package org.isnad.article.web;

import io.quarkus.qute.TemplateExtension;

import org.isnad.article.language.Languages;

/** The language of a quotation, for its {@code lang} attribute: {@code lang="{passage:language(words, around).langTag}"}. */
@TemplateExtension(namespace = "passage")
final class PassageLanguage {
    private PassageLanguage() {}

    /** @param around ISO 639 code of the text around it, or of what it is about */
    static String language(String words, String around) {
        return Languages.ofPassage(words, around);
    }
}
