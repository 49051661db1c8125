package org.isnad.article.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.isnad.article.dates.FoundDate.Calendar;

class DatesPropertiesTest {
    private static final List<String> BEFORE = List.of("", "نشر في: ", "السبت، ", "Published on ", "Publié le ",
            "قال المتحدث في ", "\u200F");
    private static final List<String> AFTER = List.of("", " م", " - 10:30", ".", "، الساعة 10:15", "\u200F", " GMT");
    private static final List<String> PATTERNS = List.of("yyyy-MM-dd", "yyyy/M/d", "d/M/yyyy", "dd.MM.yyyy",
            "d MMMM yyyy", "d MMMM, yyyy", "MMMM d, yyyy", "EEEE d MMMM yyyy", "yyyy-MM-dd'T'23:59:59+03:00");

    @Property
    void theDayFoundIsTheDayWritten(@ForAll("days") LocalDate day, @ForAll("patterns") String pattern,
            @ForAll("languages") String language, @ForAll("zeros") char zero, @ForAll("before") String before,
            @ForAll("after") String after) {
        String written = DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language)).format(day);
        String line = before + digits(written, zero) + after;

        assertThat(Dates.find(line, "ar", null, ZoneOffset.UTC).map(FoundDate::day)).as(line).contains(day);
    }

    @Property
    void anAmbiguousDayIsNeverADifferentOne(@ForAll("days") LocalDate day, @ForAll("zeros") char zero) {
        String monthFirst = digits(DateTimeFormatter.ofPattern("M/d/yyyy").format(day), zero);
        String dayFirst = digits(DateTimeFormatter.ofPattern("d/M/yyyy").format(day), zero);

        for (String line : List.of(monthFirst, dayFirst)) {
            assertThat(Dates.find(line, "en", null, ZoneOffset.UTC).map(FoundDate::day).orElse(day)).isEqualTo(day);
        }
    }

    @Property
    void theHijriDayFoundIsTheDayWritten(@ForAll("days") LocalDate day, @ForAll("zeros") char zero) {
        HijrahDate hijri = HijrahDate.from(day);
        String line = digits("%d/%d/%d هـ".formatted(hijri.get(ChronoField.DAY_OF_MONTH),
                hijri.get(ChronoField.MONTH_OF_YEAR), hijri.get(ChronoField.YEAR)), zero);

        assertThat(Dates.find(line, "ar", null, ZoneOffset.UTC)).get().satisfies(found -> {
            assertThat(found.day()).isEqualTo(day);
            assertThat(found.calendar()).isEqualTo(Calendar.HIJRI);
        });
    }

    @Property
    void persianDaysFollowEachOther(@ForAll("persianDays") int[] date) {
        LocalDate day = PersianCalendar.day(date[0], date[1], date[2]);

        assertThat(PersianCalendar.day(date[0] + 1, date[1], date[2])).isBetween(day.plusDays(365), day.plusDays(366));
        if (date[2] > 1) {
            assertThat(PersianCalendar.day(date[0], date[1], date[2] - 1)).isEqualTo(day.minusDays(1));
        }
    }

    @Property
    void proseIsNoDateLine(@ForAll("prose") String prose, @ForAll("days") LocalDate day) {
        String line = prose + " في " + day;

        assertThat(Dates.isDateLine(line)).isFalse();
        assertThat(Dates.find(prose + " أمس", "ar", Instant.EPOCH, ZoneOffset.UTC)).isEmpty();
    }

    @Property
    void neverFailsAndNeverPointsOutside(@ForAll("mess") String line) {
        Optional<FoundDate> found = Dates.find(line, "ar", Instant.EPOCH, ZoneOffset.UTC);

        found.ifPresent(date -> assertThat(date.span().of(line)).isEqualTo(date.words()).isNotEmpty());
    }

    private static String digits(String written, char zero) {
        return written.chars().map(c -> c >= '0' && c <= '9' ? c - '0' + zero : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(LocalDate.of(1900, 1, 1).toEpochDay(), LocalDate.of(2099, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<int[]> persianDays() {
        return Combinators.combine(Arbitraries.integers().between(1300, 1498), Arbitraries.integers().between(1, 12),
                Arbitraries.integers().between(1, 29)).as((year, month, day) -> new int[]{year, month, day});
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(PATTERNS);
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("en", "fr", "ar", "ar-SY", "ar-DZ", "ar-MA", "ar-LB", "ar-SA", "ar-TN", "fa");
    }

    @Provide
    Arbitrary<Character> zeros() {
        return Arbitraries.of('0', '٠', '۰');
    }

    @Provide
    Arbitrary<String> before() {
        return Arbitraries.of(BEFORE);
    }

    @Provide
    Arbitrary<String> after() {
        return Arbitraries.of(AFTER);
    }

    @Provide
    Arbitrary<String> prose() {
        return Arbitraries.of("قتل", "انفجار", "الوزير", "مدنيون", "said", "election", "gouvernement", "الأزمة", "قصف")
                .list().ofMinSize(1).ofMaxSize(8).map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<String> mess() {
        return Arbitraries
                .of("14", "1439", "2017", " ", "/", "-", ".", "أكتوبر", "محرم", "مهر", "هـ", "ش", "منذ", "ساعتين",
                        "ago", "days", "T10:15", "Z", "+03:00", "\u064B", "\u200F", "😀", "ﷺ", "أمس", "،", "x")
                .list().ofMaxSize(14)
                .map(pieces -> String.join("", pieces));
    }
}
