package org.isnad.article.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What is promised for real pages; docs/extraction.md has the figures. */
class RealPagesTest {
    private static final List<GoldPage> PAGES = GoldPage.all();

    @Test
    void theMainTextIsFound() {
        List<GoldPage> whole = PAGES.stream().filter(page -> !page.text().isEmpty()).toList();
        double sum = 0;
        for (GoldPage page : whole) {
            double f1 = Score.of(page.text(), Extractor.html(page.html(), page.address(), null).text()).f1();
            assertThat(f1).as(page.name()).isGreaterThanOrEqualTo(page.isArabic() ? 0.95 : 0.85);
            sum += f1;
        }
        assertThat(sum / whole.size()).isGreaterThanOrEqualTo(0.96);
    }

    @Test
    void ofArabicPagesTheTitleIsExactAndNothingElseIsText() {
        for (GoldPage page : PAGES.stream().filter(GoldPage::isArabic).toList()) {
            Extraction found = Extractor.html(page.html(), page.address(), null);

            assertThat(found.title()).isEqualTo(page.title());
            assertThat(found.language()).isEqualTo("ar");
            assertThat(page.with()).allSatisfy(words -> assertThat(found.text()).contains(words));
            assertThat(page.without()).allSatisfy(words -> assertThat(found.text()).doesNotContain(words));
        }
    }

    @Test
    void truncatedPagesAreRead() {
        for (GoldPage page : PAGES.subList(0, 10)) {
            for (int part = 0; part < 5; part++) {
                Extraction found = Extractor.html(page.html().substring(0, page.html().length() * part / 5), null,
                        null);
                assertThat(found.lines()).allSatisfy(line -> assertThat(line.text()).isNotBlank());
            }
        }
    }
}
