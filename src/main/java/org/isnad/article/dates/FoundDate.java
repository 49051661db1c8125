package org.isnad.article.dates;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import org.isnad.article.Span;

/**
 * A day that a line names, and the words that name it.
 *
 * @param day
 *            in the ISO calendar, as it was where the text was written: an offset beside it does not move it
 * @param moment
 *            when the text gives a time of day with its offset from UTC, else null
 * @param calendar
 *            in which the text writes the day; days of {@link Calendar#HIJRI} are reckoned by Umm al-Qura and can be a day or two
 *            off where the month began with a sighting of the moon
 * @param kind
 *            how the text writes the day
 * @param span
 *            where in the line the words stand
 * @param words
 *            the words, unaltered
 */
public record FoundDate(LocalDate day, @Nullable OffsetDateTime moment, Calendar calendar, Kind kind, Span span,
        String words) {

    public enum Calendar {
        GREGORIAN,
        HIJRI,
        PERSIAN
    }

    /** How a day is written; what is {@link #RELATIVE} was reckoned and can be earlier by less than one of the units it names. */
    public enum Kind {
        /** with the month's name */
        WRITTEN,
        /** in numbers */
        NUMERIC,
        /** as ISO 8601 has it, year first and with hyphens, or without any in a date with time */
        ISO,
        /** as so long before the text was captured */
        RELATIVE
    }
}
