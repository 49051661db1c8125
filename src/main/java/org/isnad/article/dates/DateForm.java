package org.isnad.article.dates;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.isnad.article.Span;
import org.isnad.article.dates.FoundDate.Calendar;
import org.isnad.article.dates.FoundDate.Kind;

/**
 * What has the form of a date, whether or not it says which day.
 *
 * @param start
 *            in the plain line, inclusive
 * @param end
 *            in the plain line, exclusive
 * @param day
 *            null when it is not known
 */
record DateForm(int start, int end, @Nullable LocalDate day, @Nullable OffsetDateTime moment, Calendar calendar,
        Kind kind) {

    Optional<FoundDate> found(PlainLine line) {
        if (day == null) {
            return Optional.empty();
        }
        Span span = line.span(start, end);
        return Optional.of(new FoundDate(day, moment, calendar, kind, span, span.of(line.original())));
    }
}
