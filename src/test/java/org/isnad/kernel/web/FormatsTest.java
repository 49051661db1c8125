package org.isnad.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.isnad.kernel.web.Formats.Distance;
import org.isnad.kernel.web.Formats.Distance.Unit;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:31:00Z");

    @Test
    void anArabicPageWritesArabicDigits() {
        Formats arabic = formats(Language.AR);
        assertThat(arabic.number(1250)).isEqualTo("١٬٢٥٠");
        assertThat(arabic.moment(Instant.parse("2026-11-23T11:12:00Z"))).isEqualTo("٢٣ نوفمبر، ١٤:١٢");
        assertThat(arabic.day(LocalDate.of(2026, 10, 12))).isEqualTo("١٢ أكتوبر ٢٠٢٦");
    }

    @Test
    void anEnglishPageWritesLatinDigits() {
        Formats english = formats(Language.EN);
        assertThat(english.number(1250)).isEqualTo("1,250");
        assertThat(english.moment(Instant.parse("2026-11-23T11:12:00Z"))).isEqualTo("23 Nov, 14:12");
        assertThat(english.moment(Instant.parse("2025-03-04T11:12:00Z"))).isEqualTo("4 Mar 2025, 14:12");
    }

    @Test
    void theExactMomentIsAlwaysUtc() {
        assertThat(formats(Language.AR).utc(NOW)).isEqualTo("2026-11-23 12:31:00 UTC");
        assertThat(formats(Language.AR).local(NOW)).isEqualTo("2026-11-23T15:31");
    }

    @Test
    void distancesUseTheLargestUnitThatFits() {
        assertThat(Distance.between(NOW, NOW.plusSeconds(59))).isEqualTo(new Distance(Unit.NOW, 0, false));
        assertThat(Distance.between(NOW, NOW.minusSeconds(3_599))).isEqualTo(new Distance(Unit.MINUTES, 59, true));
        assertThat(Distance.between(NOW, NOW.plusSeconds(7_200))).isEqualTo(new Distance(Unit.HOURS, 2, false));
        assertThat(Distance.between(NOW, NOW.minusSeconds(200_000))).isEqualTo(new Distance(Unit.DAYS, 2, true));
    }

    /** Unicode CLDR, plural rules of Arabic. */
    @ParameterizedTest
    @CsvSource({"0,zero", "1,one", "2,two", "3,few", "10,few", "11,many", "99,many", "100,other", "102,other",
            "103,few", "111,many"})
    void arabicPlurals(long count, String category) {
        assertThat(Plural.of(Language.AR, count)).isEqualTo(category);
    }

    private static Formats formats(Language language) {
        CurrentLanguage fixed = new CurrentLanguage(new CurrentVertxRequest(), Optional::empty) {
            @Override
            public Language get() {
                return language;
            }
        };
        return new Formats(fixed, new CurrentVertxRequest(), Clock.fixed(NOW, ZoneOffset.UTC),
                Optional.of("Asia/Damascus"));
    }
}
