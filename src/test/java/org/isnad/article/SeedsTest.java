package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void losesNothingOfTheText() {
        for (var seed : Seeds.all()) {
            byte[] bytes = Seeds.bytes(seed.getFileName().toString());
            ArticleProposal proposal = Documents.read(new Upload("seed.txt", bytes)).articles().get(0);

            assertThat(proposal.text())
                    .isEqualTo(new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n"));
            assertThat(proposal.original().bytes()).isEqualTo(bytes);
        }
    }

    @Test
    void everySeedHasSentencesToChooseFrom() {
        for (var seed : Seeds.all()) {
            String text = Documents
                    .read(new Upload(null, Seeds.bytes(seed.getFileName().toString()))).articles().get(0).text();
            assertThat(Sentences.of(text, "ar")).hasSizeGreaterThan(8)
                    .allSatisfy(span -> assertThat(Passage.of(text, span.start(), span.end()).exact())
                            .isEqualTo(span.of(text)));
        }
    }

    private static ArticleProposal proposal(String seed) {
        return Documents.read(new Upload(seed + ".txt", Seeds.bytes(seed))).articles().get(0);
    }
}
