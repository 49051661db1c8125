package org.isnad.article.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class ClausesTest {
    private static final String FILL = "في المنطقة الواقعة بين النهر والجبل على الطريق القديم المؤدي إلى البلدة";

    @Test
    void cutsVeryLongSentencesWhereStatementsAreJoined() {
        String first = "قال الوزير إن السد انهار مساء الأحد " + FILL;
        String second = "وأضاف أن أربعة مهندسين حذروا من ذلك قبل عامين " + FILL;
        String third = "فيما أغلقت الشرطة الجسر أمام السيارات والمارة حتى إشعار آخر " + FILL;

        assertThat(parts(first + "، " + second + " ، " + third + ".")).containsExactly(first, second, third + ".");
    }

    @Test
    void leavesOtherSentencesWhole() {
        assertThat(parts("قال الوزير إن السد انهار، وأضاف أن المهندسين حذروا من ذلك قبل عامين.")).hasSize(1);
        assertThat(parts("قال الوزير إن السد والجسر والطريق، والمدرسة والمسجد والسوق، " + FILL + " " + FILL + " " + FILL
                + " " + FILL + " تضررت.")).hasSize(1);
    }

    @Test
    void theSpeakerGoesOnInWhatFollows() {
        String text = "قال الوزير سامر الحداد إن السد انهار مساء الأحد " + FILL + " " + FILL
                + "، مشيرا إلى أن أربعة مهندسين حذروا من ذلك قبل عامين " + FILL + " " + FILL + ".";

        List<Suggestion> suggestions = Suggestions.of(text, "ar");

        assertThat(suggestions).hasSize(2).allSatisfy(suggestion -> {
            assertThat(suggestion.attribution()).isNotNull();
            assertThat(suggestion.attribution().claimant()).isEqualTo("الوزير سامر الحداد");
        });
    }

    private static List<String> parts(String sentence) {
        return Clauses.of(sentence, Word.of(sentence)).stream()
                .map(clause -> sentence.substring(clause.start(), clause.end())).toList();
    }
}
