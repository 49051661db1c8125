package org.isnad.article;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import org.isnad.article.dates.Dates;
import org.isnad.article.dates.FoundDate;
import org.isnad.article.dates.FoundDate.Calendar;

/** The Gregorian day that a line names, where neither the moment of its capture nor the words that name it matter. */
final class ArticleDates {
    private ArticleDates() {}

    /** The first day named in the line. */
    static Optional<LocalDate> in(String line, String language) {
        return Dates.find(line, language, null, ZoneOffset.UTC).filter(date -> date.calendar() == Calendar.GREGORIAN)
                .map(FoundDate::day);
    }

    /** Whether the line names a day and says hardly anything else. */
    static boolean isAll(String line, String language) {
        return Dates.isDateLine(line) && in(line, language).isPresent();
    }
}
