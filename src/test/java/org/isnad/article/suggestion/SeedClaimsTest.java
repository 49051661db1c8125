package org.isnad.article.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.isnad.article.Seeds;
import org.isnad.article.Span;

/**
 * Whether the three main claims of each seed document are among the first eight suggestions, with who makes them where the text
 * says so. Somebody who read the documents decided which they are; they are known by place and hash, not by their words.
 */
class SeedClaimsTest {
    private static final Path CLAIMS = Path.of("src/test/resources/org/isnad/article/suggestion/seed-claims.tsv");
    private static final int FIRST = 8;

    /** @param speaker the first words of whoever makes the claim; {@code null} where the text does not say */
    record MainClaim(String seed, Span span, String hash, @Nullable Span speaker) {}

    static Stream<MainClaim> claims() throws IOException {
        return Files.readAllLines(CLAIMS).stream().filter(line -> !line.startsWith("#")).map(line -> line.split("\t"))
                .map(cells -> new MainClaim(cells[0], span(cells[1], cells[2]), cells[3],
                        cells[4].equals("-") ? null : span(cells[4], cells[5])));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void isAmongTheFirst(MainClaim claim) {
        String text = new String(Seeds.bytes(claim.seed()), StandardCharsets.UTF_8).replace("\r\n", "\n");
        assertThat(LabelledArticles.hash(claim.span().of(text))).isEqualTo(claim.hash());

        List<Suggestion> found = Suggestions.of(text, "ar").stream().limit(FIRST)
                .filter(suggestion -> suggestion.span().start() >= claim.span().start()
                        && suggestion.span().end() <= claim.span().end())
                .toList();

        assertThat(found).isNotEmpty();
        if (claim.speaker() != null) {
            assertThat(found.stream().map(Suggestion::attribution).filter(Objects::nonNull).map(Attribution::span))
                    .contains(claim.speaker());
        }
    }

    private static Span span(String start, String end) {
        return new Span(Integer.parseInt(start), Integer.parseInt(end));
    }
}
