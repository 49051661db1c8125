package org.isnad.article.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * The Persian (solar Hijri) calendar of the years 1300 to 1499. Its year begins at the equinox; in these years that is told by
 * leap years that come in cycles of 33.
 */
final class PersianCalendar {
    private static final int FIRST_YEAR = 1300;
    private static final int LAST_YEAR = 1499;
    private static final LocalDate FIRST_DAY = LocalDate.of(1921, 3, 21);

    private PersianCalendar() {}

    /**
     * The day in the ISO calendar.
     *
     * @throws DateTimeException
     *             when there is no such day, or it is not known
     */
    static LocalDate day(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1
                || day > days(year, month)) {
            throw new DateTimeException("no day in the Persian calendar");
        }
        int before = (year - FIRST_YEAR) * 365 + (int) IntStream.range(FIRST_YEAR, year)
                .filter(PersianCalendar::isLeap).count();
        for (int earlier = 1; earlier < month; earlier++) {
            before += days(year, earlier);
        }
        return FIRST_DAY.plusDays(before + day - 1L);
    }

    private static int days(int year, int month) {
        if (month <= 6) {
            return 31;
        }
        return month < 12 || isLeap(year) ? 30 : 29;
    }

    private static boolean isLeap(int year) {
        return (25 * year + 11) % 33 < 8;
    }
}
