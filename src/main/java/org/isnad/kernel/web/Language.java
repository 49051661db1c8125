package org.isnad.kernel.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language of the interface. Content has its own language, which any ISO 639 code can name. */
public enum Language {
    EN("en", "English", "en-GB"),
    /** Numbers and dates are written with Arabic-Indic digits. */
    AR("ar", "العربية", "ar-u-nu-arab");

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName, String formats) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = Locale.forLanguageTag(formats);
    }

    /** BCP 47, as in the page's {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** How its dates and numbers are written. */
    public Locale locale() {
        return locale;
    }

    public String dir() {
        return this == AR ? "rtl" : "ltr";
    }

    public Language other() {
        return this == AR ? EN : AR;
    }

    /** The language that a tag such as {@code ar-SY} asks for, if the interface speaks it. */
    public static Optional<Language> of(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        return Stream.of(values()).filter(language -> language.tag.equals(primary)).findFirst();
    }
}
