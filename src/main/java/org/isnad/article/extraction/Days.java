package org.isnad.article.extraction;

import java.time.LocalDate;
import java.util.Optional;

import org.isnad.article.ArticleDates;

/** The one place that asks which day some words name. */
final class Days {
    private Days() {}

    /** The first day that the words name. */
    static Optional<LocalDate> in(String words, String language) {
        return ArticleDates.in(words, language);
    }

    /** Whether the line says nothing but a day. */
    static boolean isAll(String line, String language) {
        return ArticleDates.isAll(line, language);
    }
}
