package org.isnad.article.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.HijrahChronology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.isnad.article.dates.FoundDate.Calendar;
import org.isnad.article.dates.FoundDate.Kind;

/** Dates that are written out, in a line as {@link PlainLine} spells it. */
final class DateForms {
    private static final String GREGORIAN_YEAR = "(?<year>(?:19|20)\\d{2})";
    private static final String HIJRI_YEAR = "(?<year>1[345]\\d{2})";
    private static final String PERSIAN_YEAR = "(?<year>1[34]\\d{2})";
    private static final String DAY = "(?<![\\d.])(?<day>[0-3]?\\d)(?:er|st|nd|rd|th)?";
    private static final String SEPARATOR = "(?<sep> ?[-/.\\\\\u060D\u2013] ?)";
    private static final String NUMBERS_AND_YEAR = "(?<![\\d.])(?<first>\\d{1,2})" + SEPARATOR
            + "(?<second>\\d{1,2})\\k<sep>";
    private static final String YEAR_AND_NUMBERS = SEPARATOR + "(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?!\\d)";

    private static final List<Form> FORMS = List.of(
            // 20171014T101500Z: without a time, eight digits are any number.
            new Form(Calendar.GREGORIAN, Kind.ISO,
                    "(?<!\\d)" + GREGORIAN_YEAR + "(?<month>[01]\\d)(?<day>[0-3]\\d)(?=t\\d{4})"),
            new Form(Calendar.GREGORIAN, Kind.ISO,
                    "(?<![\\d.])" + GREGORIAN_YEAR + "-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d)"),
            new Form(Calendar.GREGORIAN, Kind.NUMERIC, "(?<![\\d.])" + GREGORIAN_YEAR + YEAR_AND_NUMBERS),
            new Form(Calendar.GREGORIAN, Kind.NUMERIC, NUMBERS_AND_YEAR + GREGORIAN_YEAR + "(?!\\d)"),
            new Form(Calendar.GREGORIAN, Kind.WRITTEN, dayFirst(MonthNames.GREGORIAN, GREGORIAN_YEAR)),
            new Form(Calendar.GREGORIAN, Kind.WRITTEN, monthFirst(MonthNames.GREGORIAN, GREGORIAN_YEAR)),
            new Form(Calendar.HIJRI, Kind.WRITTEN, dayFirst(MonthNames.HIJRI, HIJRI_YEAR)),
            new Form(Calendar.HIJRI, Kind.WRITTEN, monthFirst(MonthNames.HIJRI, HIJRI_YEAR)),
            new Form(Calendar.HIJRI, Kind.NUMERIC, "(?<![\\d.])" + HIJRI_YEAR + YEAR_AND_NUMBERS),
            new Form(Calendar.HIJRI, Kind.NUMERIC, NUMBERS_AND_YEAR + HIJRI_YEAR + "(?!\\d)"),
            new Form(Calendar.PERSIAN, Kind.WRITTEN, dayFirst(MonthNames.PERSIAN, PERSIAN_YEAR)),
            new Form(Calendar.PERSIAN, Kind.NUMERIC, "(?<![\\d.])" + PERSIAN_YEAR + YEAR_AND_NUMBERS),
            new Form(Calendar.PERSIAN, Kind.NUMERIC, NUMBERS_AND_YEAR + PERSIAN_YEAR + "(?!\\d)"));

    // The two calendars' years have come near to each other: in numbers only the mark tells which one is meant.
    private static final String HIJRI_MARK = "(?<!\\p{L})(?:ه(?:جري[ها]?)?(?: ?[.]? ?ق)?(?! ?[.]? ?ش)|a\\.?h|h)(?!\\p{L})";
    private static final String PERSIAN_MARK = "(?<!\\p{L})(?:ه(?:جري[ها]?)? ?[.]? ?ش|(?:هجري[ها]? )?شمسي[ها]?)(?!\\p{L})";
    private static final int LONGEST_MARK = 20;

    private static final Pattern TIME = Pattern.compile("(?: ?t ?|[ ,]{1,3})(?<hour>[012]?\\d):?(?<minute>[0-5]\\d)"
            + "(?::?(?<second>[0-5]\\d)(?:[.,]\\d{1,9})?)? ?(?<offset>z|gmt|utc|[+\\-\u2212]\\d{2}:?\\d{2})(?![\\p{L}\\d])");
    /** A date with two digits for the year: it has the form, and does not say which year. */
    private static final Pattern SHORT_YEAR = Pattern.compile("(?<![\\d.])\\d{1,2}([-/.])\\d{1,2}\\1\\d{2}(?!\\d)");

    private record Form(Calendar calendar, Kind kind, boolean monthIsKnown, Pattern pattern, @Nullable Pattern before,
            @Nullable Pattern after) {
        Form(Calendar calendar, Kind kind, String regex) {
            this(calendar, kind, !regex.contains("<first>"), Pattern.compile(regex), mark(calendar, kind, "%s ?$"),
                    mark(calendar, kind, " ?%s"));
        }

        boolean isMeant(String plain, int start, int end) {
            return before == null || after == null || after.matcher(plain).region(end, plain.length()).lookingAt()
                    || before.matcher(plain.substring(Math.max(0, start - LONGEST_MARK), start)).find();
        }

        private static @Nullable Pattern mark(Calendar calendar, Kind kind, String place) {
            if (calendar == Calendar.GREGORIAN || kind == Kind.WRITTEN) {
                return null;
            }
            return Pattern.compile(place.formatted(calendar == Calendar.HIJRI ? HIJRI_MARK : PERSIAN_MARK));
        }
    }

    private DateForms() {}

    /** What has the form of a date, in the order in which it stands there. */
    static List<DateForm> in(String plain, String language) {
        List<DateForm> forms = new ArrayList<>();
        if (!hasYear(plain)) {
            return forms;
        }
        for (Form form : FORMS) {
            for (Matcher match = form.pattern().matcher(plain); match.find();) {
                if (form.isMeant(plain, match.start(), match.end())) {
                    forms.add(read(form, match, plain, language));
                }
            }
        }
        forms.sort(Comparator.comparingInt(DateForm::start).thenComparing(DateForm::end, Comparator.reverseOrder()));
        return forms;
    }

    /** Whether just four digits stand together, or eight: every form has them, and few lines do. */
    private static boolean hasYear(String plain) {
        int digits = 0;
        for (int i = 0; i <= plain.length(); i++) {
            if (i < plain.length() && plain.charAt(i) >= '0' && plain.charAt(i) <= '9') {
                digits++;
            } else if (digits == 4 || digits == 8) {
                return true;
            } else {
                digits = 0;
            }
        }
        return false;
    }

    static String without(String plain) {
        String left = plain;
        for (DateForm form : in(plain, "")) {
            left = left.substring(0, form.start()) + " ".repeat(form.end() - form.start())
                    + left.substring(form.end());
        }
        return SHORT_YEAR.matcher(left).replaceAll(" ");
    }

    private static DateForm read(Form form, Matcher match, String plain, String language) {
        LocalDate day = day(form, match, language);
        Matcher time = TIME.matcher(plain).region(match.end(), plain.length());
        if (day != null && form.calendar() == Calendar.GREGORIAN && time.lookingAt()) {
            OffsetDateTime moment = moment(day, time);
            return new DateForm(match.start(), moment == null ? match.end() : time.end(), day, moment,
                    form.calendar(), form.kind());
        }
        return new DateForm(match.start(), match.end(), day, null, form.calendar(), form.kind());
    }

    private static @Nullable LocalDate day(Form form, Matcher match, String language) {
        int year = Integer.parseInt(match.group("year"));
        if (form.kind() == Kind.WRITTEN) {
            return day(form.calendar(), year, month(form.calendar(), match), number(match, "day"));
        }
        if (form.monthIsKnown()) {
            return day(form.calendar(), year, number(match, "month"), number(match, "day"));
        }
        int first = number(match, "first");
        int second = number(match, "second");
        if (first <= 12 && second <= 12 && first != second && language.equals("en")) {
            return null;
        }
        return second > 12 ? day(form.calendar(), year, first, second) : day(form.calendar(), year, second, first);
    }

    /** From 1; 0 when the two names of «كانون الأول/ديسمبر» are not the same month. */
    private static int month(Calendar calendar, Matcher match) {
        MonthNames names = switch (calendar) {
            case GREGORIAN -> MonthNames.GREGORIAN;
            case HIJRI -> MonthNames.HIJRI;
            case PERSIAN -> MonthNames.PERSIAN;
        };
        int month = names.number(match.group("name"));
        String also = match.group("also");
        return also == null || names.number(also) == month ? month : 0;
    }

    private static @Nullable LocalDate day(Calendar calendar, int year, int month, int day) {
        try {
            return switch (calendar) {
                case GREGORIAN -> LocalDate.of(year, month, day);
                case HIJRI -> LocalDate.from(HijrahChronology.INSTANCE.date(year, month, day));
                case PERSIAN -> PersianCalendar.day(year, month, day);
            };
        } catch (DateTimeException e) {
            // 31 February is somebody's slip, not a day.
            return null;
        }
    }

    private static @Nullable OffsetDateTime moment(LocalDate day, Matcher time) {
        try {
            int second = time.group("second") == null ? 0 : number(time, "second");
            String offset = time.group("offset");
            ZoneOffset zone = Character.isLetter(offset.charAt(0))
                    ? ZoneOffset.UTC
                    : ZoneOffset.of(offset.replace('\u2212', '-'));
            return OffsetDateTime.of(day, LocalTime.of(number(time, "hour"), number(time, "minute"), second), zone);
        } catch (DateTimeException e) {
            // No such hour or offset: the day is still written.
            return null;
        }
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }

    private static String dayFirst(MonthNames names, String year) {
        return DAY + "[ ,.\\-/\u060C]{0,3}(?:of |de |من )?(?:شهر )?" + named(names)
                + "[ ,\\-/.\u060C]{0,3}(?:(?:من )?(?:سنه|عام|لسنه|لعام) )?" + year + "(?!\\d)";
    }

    private static String monthFirst(MonthNames names, String year) {
        return named(names) + " +" + DAY + " ?[,\u060C]? +" + year + "(?!\\d)";
    }

    /** The second name in «15 كانون الأول/ديسمبر 2017» is the same month in the other tradition. */
    private static String named(MonthNames names) {
        return "(?<name>" + names.pattern() + ")\\.?(?: ?[/(\\-\u2013] ?(?<also>" + names.pattern() + ") ?\\)?)?";
    }
}
