package org.isnad.article.dates;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.isnad.article.CodePoints;
import org.isnad.article.dates.FoundDate.Calendar;

/**
 * Finds the day that a line names: ISO 8601, English, French, and Arabic with the month names of every tradition; the Hijri
 * calendar and the Persian; any digits. A day is only found when day, month and year are all written and that day exists, and a
 * year only when it has all its digits; nothing is guessed.
 * <p>
 * Hijri days are those of Umm al-Qura ({@link java.time.chrono.HijrahChronology}, 1300 to 1600 AH, which is 1882 to 2174). Where
 * a month begins when its moon is seen, the day that was meant can be a day or two off, and the 30th of a month that has 29 days
 * by Umm al-Qura stays unknown. Persian days are those of the years 1300 to 1499, which is 1921 to 2121.
 */
public final class Dates {
    private static final int LONGEST_DATE_LINE = 100;

    private Dates() {}

    /**
     * The first day named in the line; where it is written in two calendars, the Gregorian one counts. When the first date of the
     * line cannot be read, such as 31 February, a later one is not taken in its place.
     *
     * @param language
     *            of the text; English alone writes the month first in {@code 3/4/2017}, so there such a date stays unknown
     * @param capturedAt
     *            when the text was as it is; without it, what says how long ago stays unknown. So do months and years ago, which
     *            name no day, and whatever is said so inside prose
     * @param zone
     *            whose day {@code capturedAt} is counted back from
     */
    public static Optional<FoundDate> find(String line, String language, @Nullable Instant capturedAt, ZoneId zone) {
        PlainLine plain = PlainLine.of(line);
        List<DateForm> written = DateForms.in(plain.text(), language);
        if (!written.isEmpty()) {
            return theOneThatCounts(written).found(plain);
        }
        return capturedAt != null && isDateLine(line)
                ? RelativeDates.in(plain.text(), capturedAt.atZone(zone).toLocalDateTime())
                        .flatMap(ago -> ago.found(plain))
                : Optional.empty();
    }

    /**
     * Whether the line says when and hardly anything else: a day inside prose is not the day of publication. Such a line need not
     * name a day that can be known: {@code 3/4/17} does not, and is no title either.
     */
    public static boolean isDateLine(String line) {
        if (CodePoints.length(line) > LONGEST_DATE_LINE) {
            return false;
        }
        String plain = PlainLine.of(line).text();
        String left = RelativeDates.without(DateForms.without(plain));
        return !left.equals(plain) && DateWords.without(left).codePoints().noneMatch(Character::isLetter);
    }

    private static DateForm theOneThatCounts(List<DateForm> written) {
        return written.stream().filter(form -> form.calendar() == Calendar.GREGORIAN).findFirst()
                .orElse(written.get(0));
    }
}
