package org.isnad.article.extraction;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.isnad.article.dates.Dates;
import org.isnad.article.dates.FoundDate;

/** The one place that asks which day some words name. */
final class Days {
    private static final Pattern CHANGE = Pattern
            .compile(
                    "(?<![\\p{L}])(?:اخر تحديث|تحديث|حدث|updated|last updated|modified|mis a jour|edited)(?![\\p{L}])");

    private Days() {}

    /** The first day that the words name. */
    static Optional<LocalDate> in(String words, String language) {
        return Dates.find(words, language, null, ZoneOffset.UTC).map(FoundDate::day);
    }

    /** Whether the line says nothing but a day. */
    static boolean isAll(String line, String language) {
        return Dates.isDateLine(line) && in(line, language).isPresent();
    }

    /** The day of publication, if the line names nothing but it: the day of a change is another. */
    static Optional<LocalDate> published(String line, String language) {
        Matcher change = CHANGE.matcher(Wording.plain(line));
        // «نشر في … آخر تحديث …»: what stands before the change counts.
        if (change.find() && change.start() == 0 || !isAll(line, language)) {
            return Optional.empty();
        }
        return in(line, language);
    }
}
