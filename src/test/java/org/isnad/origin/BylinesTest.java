package org.isnad.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylinesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '=', value = {
            "Sara Omar = Sara Omar",
            "By Sara Omar = Sara Omar",
            "by: Sara Omar and Ali Hassan = Sara Omar|Ali Hassan",
            "Sara Omar, Ali Hassan = Sara Omar|Ali Hassan",
            "Sara Omar, Ali Hassan, and Jane Doe = Sara Omar|Ali Hassan|Jane Doe",
            "Sara Omar & Ali Hassan = Sara Omar|Ali Hassan",
            "Sara Omar; Ali = Sara Omar|Ali",
            "Sara Omar and sara omar, Ali Hassan = Sara Omar|sara omar|Ali Hassan",
            "Andy Brandt = Andy Brandt",
            "Byron Sand = Byron Sand",
            "بقلم: سارة عمر = سارة عمر",
            "كتبت سارة عمر = سارة عمر",
            "سارة عمر، علي حسن = سارة عمر|علي حسن",
            "سارة عمر و علي حسن = سارة عمر|علي حسن",
            "سارة عمر، علي حسن، بيروت = سارة عمر|علي حسن، بيروت",
            "Posted by: Sara Omar = Sara Omar",
            "Par Sara Omar = Sara Omar",
            "الكاتب: علي حسن = علي حسن",
            "تقرير: حسن البدوي = حسن البدوي",
            "تقرير حسن البدوي = تقرير حسن البدوي",
            "سارة عمر و مراسلنا = سارة عمر",
            "بواسطة علي حسن = علي حسن",
            "إعداد: سارة عمر؛ علي حسن و ليلى = سارة عمر|علي حسن|ليلى"})
    void severalPersonsAreTold(String byline, String authors) {
        assertThat(Bylines.authors(byline)).containsExactly(authors.split("\\|"));
    }

    /** An «and» that is joined to the next word may be the first letter of a name. */
    @ParameterizedTest
    @ValueSource(strings = {"وليد حسن", "سارة وليد", "وائل وهبة", "سارة عمر وعلي حسن", "Doe, Jane", "Jane Doe, Reuters",
            "Jane Doe, Political Editor",
            "أحمد علي، بيروت", "سارة، علي", "أحمد علي، مراسل الجزيرة", "Sara Omar, New York",
            "Omar-Hassan O’Neill Jr."})
    void aNameIsNotCut(String byline) {
        assertThat(Bylines.authors(byline)).containsExactly(byline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "—", "ـــ", "█████ ███", "https://wadi.example/authors/7", ",،;"})
    void whatNamesNobodyIsNobody(String byline) {
        assertThat(Bylines.authors(byline)).isEmpty();
        assertThat(Bylines.name(byline)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"مراسلنا", "المحرر", "Staff reporter", "تقرير: مراسلتنا", "وكالات"})
    void anOfficeIsNobodyInParticular(String byline) {
        assertThat(Bylines.authors(byline)).isEmpty();
    }

    @Test
    void marksAndWhiteSpaceAroundANameAreNoneOfIt() {
        assertThat(Bylines.name("  Wadi\u00a0 \n Echo | ")).contains("Wadi Echo");
        assertThat(Bylines.authors(null)).isEmpty();
        assertThat(Bylines.authors("a b, ".repeat(60))).hasSize(1);
    }
}
