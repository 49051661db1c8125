package org.isnad.article.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2017-10-14                              | 2017-10-14
            2017-10-14T23:30:00+03:00               | 2017-10-14
            2017/1/4                                | 2017-01-04
            ٢٠١٧/١٠/١٤                              | 2017-10-14
            السبت، ١٤ أكتوبر ٢٠١٧                     | 2017-10-14
            السبت ۱۴ اکتوبر ۲۰۱۷                     | 2017-10-14
            14 تشرين الأول/أكتوبر 2017               | 2017-10-14
            3 كانون الثاني (يناير) 2018              | 2018-01-03
            1 شُبَاط 2018                            | 2018-02-01
            30 آذار 2018 - 10:15                    | 2018-03-30
            9 نيسان، 2018                           | 2018-04-09
            7 أيّار 2018                             | 2018-05-07
            7 حزيران 2018                           | 2018-06-07
            7 تمّوز 2018                             | 2018-07-07
            7 آب 2018                               | 2018-08-07
            7 أيلول 2018                            | 2018-09-07
            7 تشرين الثاني 2018                      | 2018-11-07
            7 كانون الأول 2018                       | 2018-12-07
            15 ديسمبر 2017 م                         | 2017-12-15
            7 فيفري 2018                            | 2018-02-07
            7 أفريل 2018                            | 2018-04-07
            7 جوان 2018                             | 2018-06-07
            7 جويلية 2018                           | 2018-07-07
            7 أوت 2018                              | 2018-08-07
            7 غشت 2018                              | 2018-08-07
            7 شتنبر 2018                            | 2018-09-07
            7 نونبر 2018                            | 2018-11-07
            7 دجنبر 2018                            | 2018-12-07
            7 هانيبال 1998                          | 1998-08-07
            أكتوبر 14, 2017                         | 2017-10-14
            October 14, 2017                        | 2017-10-14
            Oct. 3rd, 2017                          | 2017-10-03
            14 October 2017                         | 2017-10-14
            Publié le 1er août 2018 à 10h12         | 2018-08-01
            3 février 2019                          | 2019-02-03
            14/10/2017                              | 2017-10-14
            4/3/2017                                | 2017-03-04
            10/14/2017                              | 2017-10-14
            31 فبراير 2018                           |
            27 نوفمبر                                |
            أكتوبر 2017                             |
            4130 مشاهدة                             |
            """)
    void findsTheDayThatIsWrittenInFull(String line, LocalDate expected) {
        assertThat(new Days("ar", null).in(line).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4/3/2017", "04.03.2017"})
    void doesNotGuessWhichNumberIsTheMonthInEnglish(String line) {
        assertThat(new Days("en", null).in(line)).isEmpty();
        assertThat(new Days("fr", null).in(line)).contains(LocalDate.of(2017, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"السبت، ١٤ أكتوبر ٢٠١٧", "نشر في: 14/10/2017 الساعة 10:30 م",
            "Published on 14 October 2017 at 9:15 GMT",
            "آخر تحديث: 14 أكتوبر 2017"})
    void knowsALineThatIsADate(String line) {
        assertThat(new Days("ar", null).isAll(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"انفجار 14 أكتوبر 2017", "وقع الهجوم في 14 أكتوبر 2017 وأدى إلى مقتل مدنيين", "السبت",
            "أخبار"})
    void knowsALineThatIsNot(String line) {
        assertThat(new Days("ar", null).isAll(line)).isFalse();
    }

    /** Counted back from half past midnight UTC. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            منذ ساعتين                 | 2026-11-26
            نُشر منذ ٢٠ دقيقة            | 2026-11-27
            أمس                       | 2026-11-26
            قبل 3 أيام                 | 2026-11-24
            3 hours ago               | 2026-11-26
            Published yesterday       | 2026-11-26
            il y a 2 jours            | 2026-11-25
            Publié il y a 10 minutes  | 2026-11-27
            منذ شهرين                  |
            Updated 3 hours ago       |
            """)
    void countsBackFromWhenThePageWasCaptured(String line, @Nullable LocalDate expected) {
        assertThat(new Days("ar", Instant.parse("2026-11-27T00:30:00Z")).published(line).orElse(null))
                .isEqualTo(expected);
        assertThat(new Days("ar", null).published(line)).isEmpty();
    }
}
