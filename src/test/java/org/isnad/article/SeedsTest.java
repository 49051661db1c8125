package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.isnad.article.extraction.Extractor;
import org.isnad.article.extraction.Line;

/** What is proposed for real documents, copied from real sites with everything that comes along. */
class SeedsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            000 | برعاية أمريكية.. دخول أعداد من مسلحي “داعش” الفارّين من “الباغوز” إلى مناطق سيطرة “قسد” في حلب والرقة | |
            001 | واشنطن تنقل 3 آلاف داعشي من سوريا إلى العراق بمساعدة قسد | عربي اليوم |
            002 | تناغم بين أمريكا وداعش في الرقة بعد سيطرة الأكراد على المدينة.. الى أين ينقل الأمريكان الارهابيين؟ | | 2017-10-14
            003 | قادة في قسد يتفقون مع دواعش لتهريبهم من الباغوز مقابل .. | |
            004 | تواطؤ غربي لإعادة تموضع "داعش" في سوريا | المرصد الاستراتيجي | 2017-12-15
            """, quoteCharacter = '`')
    void proposesWhatTheDocumentSays(String seed, String title, @Nullable String byline,
            @Nullable LocalDate publishedOn) {
        ArticleProposal proposal = proposal(seed);

        assertThat(proposal.title()).isEqualTo(title);
        assertThat(proposal.byline()).isEqualTo(byline);
        assertThat(proposal.publishedOn()).isEqualTo(publishedOn);
        assertThat(proposal.outlet()).isNull();
        assertThat(proposal.url()).isNull();
        assertThat(proposal.language()).isEqualTo("ar");
        assertThat(proposal.mediaType()).isEqualTo("text/plain");
    }

    /** Which lines, of those that are not blank, are the article: the numbers stand for the words, which are not ours to repeat. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            000, 2 3 4 5 6 7
            001, 1 3 5 6 7 8
            002, 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22
            003, 2 3 4 5 6 7 8 9 10 11 12
            004, 1 2 3 4 5 6 7 8 9 10 11
            """)
    void keepsTheArticleAndNothingElse(String seed, String numbers) {
        List<String> lines = new String(Seeds.bytes(seed), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.codePoints().allMatch(Passage::isBlank)).toList();
        List<String> article = Stream.of(numbers.split(" ")).map(number -> lines.get(Integer.parseInt(number)))
                .toList();

        assertThat(proposal(seed).text().lines().filter(line -> !line.codePoints().allMatch(Passage::isBlank)))
                .isEqualTo(article);
    }

    @Test
    void losesNothingOfTheDocument() {
        for (var seed : Seeds.all()) {
            byte[] bytes = Seeds.bytes(seed.getFileName().toString());
            String text = new String(bytes, StandardCharsets.UTF_8);

            assertThat(Documents.read(new Upload("seed.txt", bytes)).articles().get(0).original().bytes())
                    .isEqualTo(bytes);
            assertThat(Extractor.savedText(text, null).lines()).extracting(Line::text)
                    .isEqualTo(text.lines().filter(line -> !line.codePoints().allMatch(Passage::isBlank)).toList());
        }
    }

    @Test
    void everySeedHasSentencesToChooseFrom() {
        for (var seed : Seeds.all()) {
            String text = Documents
                    .read(new Upload(null, Seeds.bytes(seed.getFileName().toString()))).articles().get(0).text();
            // Every paragraph has one at least.
            long paragraphs = text.lines().filter(line -> !line.codePoints().allMatch(Passage::isBlank)).count();
            assertThat(Sentences.of(text, "ar")).hasSizeGreaterThanOrEqualTo((int) paragraphs)
                    .allSatisfy(span -> assertThat(Passage.of(text, span.start(), span.end()).exact())
                            .isEqualTo(span.of(text)));
        }
    }

    private static ArticleProposal proposal(String seed) {
        return Documents.read(new Upload(seed + ".txt", Seeds.bytes(seed))).articles().get(0);
    }
}
