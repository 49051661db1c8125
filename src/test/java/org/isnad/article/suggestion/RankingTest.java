package org.isnad.article.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What docs/suggestions.md says of the scorer. */
class RankingTest {

    @Test
    void theModelFileIsWhatTheLabelsMake() throws IOException {
        assertThat(ModelTraining.file()).isEqualTo(Files.readString(ModelTraining.FILE));
    }

    @Test
    void manySentencesOfManyArticlesWereLabelled() {
        List<LabelledSentence> corpus = LabelledArticles.corpus();

        assertThat(corpus).hasSize(484);
        assertThat(corpus.stream().map(LabelledSentence::article).distinct()).hasSize(120);
        assertThat(corpus.stream().filter(LabelledSentence::worthChecking)).hasSize(274);
    }

    @Test
    void ranksBetterThanNGramsAndThanLengthOnArticlesItHasNotSeen() {
        List<LabelledSentence> own = new ArrayList<>(LabelledArticles.own("ar"));
        own.addAll(LabelledArticles.own("en"));
        Ranking ranking = new Ranking(LabelledArticles.corpus(), own);
        double ours = ranking.measure("ours").averagePrecision();

        assertThat(ours).isGreaterThan(85);
        assertThat(ranking.measure("words").averagePrecision()).isLessThan(ours - 3);
        assertThat(ranking.measure("characters").averagePrecision()).isLessThan(ours);
        assertThat(ranking.measure("longest").averagePrecision()).isLessThan(ours - 15);
        assertThat(ranking.better("ours", "words")).isGreaterThan(0.95);
        assertThat(ranking.better("ours", "longest")).isGreaterThan(0.95);
    }
}
