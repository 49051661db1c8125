package org.isnad.kernel.web;

import java.util.Set;

import io.quarkus.qute.TemplateExtension;

/**
 * The attributes of content whose language is known by its ISO 639 code, or unknown ({@code und}). Templates write
 * {@code lang="{x.langTag}" dir="{x.direction}"}.
 */
@TemplateExtension
final class ContentLanguage {
    /** Languages whose usual script runs from right to left. */
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr",
            "ug",
            "ur", "yi");

    private ContentLanguage() {}

    /** HTML says with an empty language that it is not known. */
    static String langTag(String language) {
        return language.equals("und") ? "" : language;
    }

    static String direction(String language) {
        if (language.equals("und")) {
            return "auto";
        }
        return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
    }
}
