package org.isnad.article.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.isnad.article.NaughtyStrings;
import org.isnad.article.Span;
import org.isnad.article.dates.FoundDate.Calendar;
import org.isnad.article.dates.FoundDate.Kind;

class DatesTest {
    private static final Instant CAPTURED = Instant.parse("2017-10-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            كانون الثاني، يناير، ينائر، جانفي، أي النار، January، Jan.، janvier، janv.، ژانویه
            شباط، شُبَاط، فبراير، فيفري، النوار، February، Feb، février، févr.، فوریه
            آذار، اذار، مارس، الربيع، March، Mar، mars
            نيسان، أبريل، إبريل، ابريل، أفريل، الطير، April، avril، avr.، آوریل
            أيار، أيّار، ايار، مايو، ماي، مايس، الماء، May، mai، مه
            حزيران، يونيو، يونيه، يونية، جوان، الصيف، June، juin، ژوئن
            تموز، تمّوز، يوليو، يوليه، يوليوز، جويلية، ناصر، July، juillet، juil.، ژوئیه
            آب، أغسطس، اغسطس، غشت، أوت، هانيبال، August، Aug.، août
            أيلول، سبتمبر، شتنبر، شتمبر، الفاتح، September، Sept.، septembre، سپتامبر
            تشرين الأول، تشرين اول، ت1، أكتوبر، اكتوبر، التمور، October، octobre، اکتبر
            تشرين الثاني، تشرين ثاني، ت2، نوفمبر، نونبر، الحرث، November، Nov، novembre، نوامبر
            كانون الأول، كانون اول، ك1، ديسمبر، دجنبر، دجمبر، الكانون، December، Déc.، décembre، دسامبر
            """)
    void knowsEveryMonthOfEveryTraditionInAnyDigits(String names) {
        int month = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
                .indexOf(List.of(names.split("، ")).stream().filter(name -> name.matches("[A-Z][a-z]+")).findFirst()
                        .orElseThrow().substring(0, 3))
                + 1;
        for (String name : names.split("، ")) {
            for (char zero : new char[]{'0', '٠', '۰', '０', '०'}) {
                String line = digits(14, zero) + " " + name + " " + digits(2017, zero);
                assertThat(day(line)).as(line).contains(LocalDate.of(2017, month, 14));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1  | محرم، المحرّم، محرم الحرام، Muharram
            2  | صفر، صفر الخير، Safar
            3  | ربيع الأول، ربيع أول، Rabi al-Awwal
            4  | ربيع الثاني، ربيع الآخر، ربيع الاخر، Rabi al-thani
            5  | جمادى الأولى، جمادى الاولى، جمادي الأول، Jumada al-Ula
            6  | جمادى الآخرة، جمادى الثانية، جمادي الثاني، Jumada al-akhirah
            7  | رجب، رجب المرجب، Rajab
            8  | شعبان، شعبان المعظم، Shaaban، chaabane
            9  | رمضان، رمضان المبارك، Ramadan
            10 | شوال، شوّال، Shawwal
            11 | ذو القعدة، ذي القعدة، ذوالقعدة، Dhu al-Qadah
            12 | ذو الحجة، ذي الحجّة، ذوالحجة، Dhu al-Hijjah
            """)
    void knowsEveryMonthOfTheHijriYear(int month, String names) {
        LocalDate expected = LocalDate.from(java.time.chrono.HijrahDate.of(1439, month, 23));
        for (String name : names.split("، ")) {
            for (char zero : new char[]{'0', '٠', '۰'}) {
                String line = digits(23, zero) + " " + name + " " + digits(1439, zero) + " هـ";
                assertThat(find(line)).as(line).get().satisfies(found -> {
                    assertThat(found.day()).isEqualTo(expected);
                    assertThat(found.calendar()).isEqualTo(Calendar.HIJRI);
                    assertThat(found.kind()).isEqualTo(Kind.WRITTEN);
                });
            }
        }
    }

    /** Days that were published in both calendars. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 محرم 1439 هـ          | 2017-09-21
            ١٤٣٩/١/٢٣ هـ            | 2017-10-13
            23/1/1439هـ             | 2017-10-13
            هـ 1439-01-23           | 2017-10-13
            23 محرم 1439            | 2017-10-13
            1 رمضان 1444 هجري       | 2023-03-23
            10 ذي الحجة 1445 هـ     | 2024-06-16
            Muharram 23, 1439 AH    | 2017-10-13
            30 صفر 1439 هـ          |
            1439/1/23               |
            23/1/1439               |
            31 محرم 1439 هـ         |
            1439/13/23 هـ           |
            23 محرم 39 هـ           |
            """)
    void reckonsHijriDaysByUmmAlQura(String line, LocalDate expected) {
        assertThat(day(line)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ١٤٣٩/١/٢٣ هـ الموافق ١٣ أكتوبر ٢٠١٧         | 2017-10-13 | ١٣ أكتوبر ٢٠١٧
            13 أكتوبر 2017 الموافق 23 محرم 1439 هـ      | 2017-10-13 | 13 أكتوبر 2017
            23 محرم 1439هـ - 14/10/2017م                | 2017-10-14 | 14/10/2017
            22 مهر 1396 / 14 أكتوبر 2017                | 2017-10-14 | 14 أكتوبر 2017
            23 محرم 1439 هـ الموافق 31 فبراير 2017       |            |
            """)
    void takesTheGregorianOneOfTwoCalendars(String line, LocalDate expected, String words) {
        assertThat(day(line)).isEqualTo(Optional.ofNullable(expected));
        assertThat(find(line).map(FoundDate::words)).isEqualTo(Optional.ofNullable(words));
        assertThat(Dates.isDateLine(line)).isTrue();
    }

    /** New year's days as Iran's official calendar had them, and the days before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ۱ فروردین ۱۳۰۰          | 1921-03-21
            ۱ فروردین ۱۳۵۸          | 1979-03-21
            ۱ فروردین ۱۳۷۶          | 1997-03-21
            ۱ فروردین ۱۴۰۰          | 2021-03-21
            ۳۰ اسفند ۱۳۹۹           | 2021-03-20
            ۲۹ اسفند ۱۴۰۲           | 2024-03-19
            ۱ فروردین ۱۴۰۳          | 2024-03-20
            ۳۰ اسفند ۱۴۰۳           | 2025-03-20
            ۱ فروردین ۱۴۰۴          | 2025-03-21
            ۳۰ اسفند ۱۴۰۴           |
            ۲۲ بهمن ۱۳۵۷            | 1979-02-11
            شنبه ۲۲ مهر ۱۳۹۶        | 2017-10-14
            1396/7/22 ه.ش           | 2017-10-14
            1396/7/22 هجري شمسي     | 2017-10-14
            1396/7/22               |
            ۱۲ تیر ۱۲۹۹             |
            """)
    void reckonsPersianDays(String line, LocalDate expected) {
        assertThat(day(line)).isEqualTo(Optional.ofNullable(expected));
        find(line).ifPresent(found -> assertThat(found.calendar()).isEqualTo(Calendar.PERSIAN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            منذ ساعتين                      | 2017-10-15
            قبل ٣ أيام                      | 2017-10-12
            منذ ۱۳ ساعة                     | 2017-10-14
            منذ 20 دقيقة                    | 2017-10-15
            منذ ثلاث ساعات                  | 2017-10-15
            منذ نصف ساعة                    | 2017-10-15
            منذ يوم واحد                    | 2017-10-14
            منذ يومين                       | 2017-10-13
            منذ أسبوع                       | 2017-10-08
            منذ أسبوعين                     | 2017-10-01
            أمس                             | 2017-10-14
            نشر أمس الساعة 22:15            | 2017-10-14
            أول أمس                         | 2017-10-13
            اليوم، 10:30 م                  | 2017-10-15
            2 hours ago                     | 2017-10-15
            Published 13h ago               | 2017-10-14
            an hour ago                     | 2017-10-15
            3 days ago                      | 2017-10-12
            Updated yesterday at 9:15       | 2017-10-14
            il y a 3 heures                 | 2017-10-15
            Publié il y a deux jours        | 2017-10-13
            aujourd’hui à 10h12             | 2017-10-15
            avant-hier                      | 2017-10-13
            منذ ساعات                       |
            منذ شهرين                       |
            3 months ago                    |
            days ago                        |
            """)
    void countsBackFromTheCapture(String line, LocalDate expected) {
        assertThat(Dates.find(line, "ar", CAPTURED, ZoneOffset.UTC).map(FoundDate::day))
                .isEqualTo(Optional.ofNullable(expected));
        assertThat(Dates.isDateLine(line)).isTrue();
        assertThat(find(line)).as("without a capture").isEmpty();
    }

    @Test
    void countsBackToTheDayOfTheZone() {
        assertThat(Dates.find("منذ ساعتين", "ar", Instant.parse("2017-10-15T00:30:00Z"), ZoneId.of("Asia/Damascus")))
                .get().isEqualTo(new FoundDate(LocalDate.of(2017, 10, 15), null, Calendar.GREGORIAN, Kind.RELATIVE,
                        new Span(0, 10), "منذ ساعتين"));
        assertThat(Dates.find("منذ ساعتين", "ar", Instant.parse("2017-10-15T00:30:00Z"), ZoneOffset.UTC)
                .map(FoundDate::day)).contains(LocalDate.of(2017, 10, 14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"قال إن الهجوم وقع منذ ساعتين", "قتل ثلاثة أمس", "He left 2 hours ago with his wife",
            "Il est arrivé hier"})
    void countsNothingBackInsideProse(String line) {
        assertThat(Dates.find(line, "ar", CAPTURED, ZoneOffset.UTC)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2017-10-14T23:30:00+03:00                   | 2017-10-14 | 2017-10-14T23:30+03:00    | ISO
            2017-10-14T23:30:15.123Z                    | 2017-10-14 | 2017-10-14T23:30:15Z      | ISO
            2017-10-14 23:30 +0300                      | 2017-10-14 | 2017-10-14T23:30+03:00    | ISO
            20171014T233000Z                            | 2017-10-14 | 2017-10-14T23:30Z         | ISO
            2017-10-14T23:30:00                         | 2017-10-14 |                           | ISO
            2017-10-14T99:30:00Z                        | 2017-10-14 |                           | ISO
            2017-10-14T23:30:00+99:00                   | 2017-10-14 |                           | ISO
            Sat, 14 Oct 2017 10:15:00 +0200             | 2017-10-14 | 2017-10-14T10:15+02:00    | WRITTEN
            14 October 2017, 10:15 GMT                  | 2017-10-14 | 2017-10-14T10:15Z         | WRITTEN
            14 October 2017, 10:15 pm GMT               | 2017-10-14 |                           | WRITTEN
            14/10/2017 10:15 UTC                        | 2017-10-14 | 2017-10-14T10:15Z         | NUMERIC
            """)
    void keepsTheDayAsWrittenAndTheMomentWhereItIsGiven(String line, LocalDate day, OffsetDateTime moment, Kind kind) {
        assertThat(find(line)).get().satisfies(found -> {
            assertThat(found.day()).isEqualTo(day);
            assertThat(found.moment()).isEqualTo(moment);
            assertThat(found.kind()).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            نشر في: 14 شُبَاطَ 2018 م                | 14 شُبَاطَ 2018
            😀 السبت ١٤ تشرين الأول/أكتوبر ٢٠١٧      | ١٤ تشرين الأول/أكتوبر ٢٠١٧
            (2017-10-14T23:30:00+03:00)             | 2017-10-14T23:30:00+03:00
            Published: October 14th, 2017           | October 14th, 2017
            """)
    void keepsTheWordsAndWhereTheyStand(String line, String words) {
        assertThat(find(line)).get().satisfies(found -> {
            assertThat(found.words()).isEqualTo(words);
            assertThat(found.span().of(line)).isEqualTo(words);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"14/10/17", "14 أكتوبر 17", "27 نوفمبر", "أكتوبر 2017", "4130 مشاهدة", "31 فبراير 2018",
            "31 February 2018, updated 2 March 2018", "14 تشرين الأول/نوفمبر 2017", "2017-13-01", "2017-02-29",
            "0 أكتوبر 2017", "14/10/20171", "192.168.10.2017", "20171014", "السبت", "", " ", "١٢٣٤٥٦٧٨٩",
            "1 رمضان 2017", "14 أكتوبر 1439"})
    void leavesUnknownWhatIsUnknown(String line) {
        assertThat(Dates.find(line, "ar", CAPTURED, ZoneOffset.UTC)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3/4/2017", "04.03.2017", "3-4-2017"})
    void doesNotGuessWhichNumberIsTheMonthInEnglish(String line) {
        assertThat(Dates.find(line, "en", null, ZoneOffset.UTC)).isEmpty();
        assertThat(day(line)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            14 - 10 - 2017          | 2017-10-14
            14\\10\\2017            | 2017-10-14
            14\u060D10\u060D2017    | 2017-10-14
            14 من شهر أكتوبر عام 2017 | 2017-10-14
            14 أكتوبر، 2017          | 2017-10-14
            the 14th of October 2017 | 2017-10-14
            le 1er août 2018         | 2018-08-01
            14 ديسمبر/كانون الأول 2017 | 2017-12-14
            ‏14‏/‏10‏/‏2017‏             | 2017-10-14
            """)
    void readsWhatPagesWrite(String line, LocalDate expected) {
        assertThat(day(line)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"السبت، ١٤ أكتوبر ٢٠١٧", "نشر في: 14/10/2017 الساعة 10:30 م",
            "Published on 14 October 2017 at 9:15 GMT", "آخر تحديث: 14 أكتوبر 2017", "تم النشر بتاريخ 14/10/17",
            "10:30 بتوقيت غرينتش، 14 أكتوبر 2017", "Mis à jour le 14 octobre 2017 à 10h12", "3/4/2017"})
    void knowsALineThatIsADate(String line) {
        assertThat(Dates.isDateLine(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"انفجار 14 أكتوبر 2017", "وقع الهجوم في 14 أكتوبر 2017 وأدى إلى مقتل مدنيين", "السبت",
            "أخبار", "", "10:30", "في الساعة", "May 2017 election", "2017"})
    void knowsALineThatIsNot(String line) {
        assertThat(Dates.isDateLine(line)).isFalse();
    }

    @Test
    void survivesNaughtyStrings() {
        for (String naughty : NaughtyStrings.all()) {
            assertThat(Dates.find(naughty, "ar", CAPTURED, ZoneOffset.UTC)).isEmpty();
            String line = "14 أكتوبر 2017 " + naughty;
            assertThat(day(line)).as(line).contains(LocalDate.of(2017, 10, 14));
        }
    }

    private static Optional<FoundDate> find(String line) {
        return Dates.find(line, "ar", null, ZoneOffset.UTC);
    }

    private static Optional<LocalDate> day(String line) {
        return find(line).map(FoundDate::day);
    }

    private static String digits(int number, char zero) {
        return String.valueOf(number).chars().map(c -> c - '0' + zero)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
