package org.isnad.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleFileTest {
    @Test
    void theShippedScaleGivesTrueFiveAndFalseOneAndNoNumberWhereNoneIsHonest() throws IOException {
        ScaleFile scale = ScaleFile.parse(Files.readString(Path.of("config/rating-scale.json")));

        assertThat(scale.values()).extracting(ScaleFile.Value::code, ScaleFile.Value::claimReview).containsExactly(
                org.assertj.core.api.Assertions.tuple("true", 5),
                org.assertj.core.api.Assertions.tuple("mostly-true", 4),
                org.assertj.core.api.Assertions.tuple("half-true", 3),
                org.assertj.core.api.Assertions.tuple("mostly-false", 2),
                org.assertj.core.api.Assertions.tuple("false", 1),
                org.assertj.core.api.Assertions.tuple("misleading", null),
                org.assertj.core.api.Assertions.tuple("unverifiable", null),
                org.assertj.core.api.Assertions.tuple("satire", null));
        assertThat(scale.values()).allSatisfy(value -> assertThat(value.labelAr()).matches(".*\\p{IsArabic}.*"));
    }

    @Test
    void itsHashIsOfTheMeaning() {
        String one = scale("\"code\": \"true\", \"tone\": \"r5\", \"claimReview\": 5");
        String spaced = one.replace(",", " ,\n");
        assertThat(ScaleFile.parse(spaced).sha256()).isEqualTo(ScaleFile.parse(one).sha256());
        String other = one.replace("\"claimReview\": 5", "\"claimReview\": 4");
        assertThat(ScaleFile.parse(other).sha256()).isNotEqualTo(ScaleFile.parse(one).sha256());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"code\": \"Not a code\", \"tone\": \"r5\", \"claimReview\": 5 | lower-case letters",
            "\"code\": \"false\", \"tone\": \"r5\", \"claimReview\": 5      | stand once",
            "\"code\": \"true\", \"tone\": \"red\", \"claimReview\": 5      | r0 to r5",
            "\"code\": \"true\", \"tone\": \"r5\", \"claimReview\": 6       | 1 to 5",
            "\"code\": \"true\", \"tone\": \"r5\", \"claimReview\": 5, \"retired\": true | at least two values",
            "\"tone\": \"r5\", \"claimReview\": 5                           | not readable"})
    void saysWhatToMend(String value, String told) {
        assertThatThrownBy(() -> ScaleFile.parse(scale(value))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }

    private static String scale(String first) {
        return """
                {"version": 1, "ratings": [
                {%s, "label": {"en": "True", "ar": "صحيح"}},
                {"code": "false", "tone": "r1", "claimReview": 1, "label": {"en": "False", "ar": "كاذب"}}]}
                """.formatted(first);
    }
}
