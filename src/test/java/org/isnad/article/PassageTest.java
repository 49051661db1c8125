package org.isnad.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

import org.isnad.kernel.Problem;

class PassageTest {

    @Property
    void standsWhereItSays(@ForAll("marked") Marked marked) {
        Passage passage = of(marked);
        int[] text = marked.text().codePoints().toArray();

        assertThat(new String(text, passage.start(), passage.end() - passage.start())).isEqualTo(passage.exact());
        assertThat(passage.span().of(marked.text())).isEqualTo(passage.exact());
        assertThat(passage.start()).isBetween(marked.start(), marked.end());
        assertThat(passage.end()).isBetween(marked.start(), marked.end());
    }

    @Property
    void contextTouchesTheWordsAndIsShort(@ForAll("marked") Marked marked) {
        Passage passage = of(marked);

        assertThat(marked.text()).contains(passage.prefix() + passage.exact() + passage.suffix());
        assertThat(CodePoints.length(passage.prefix())).isEqualTo(Math.min(Passage.CONTEXT, passage.start()));
        assertThat(CodePoints.length(passage.suffix()))
                .isEqualTo(Math.min(Passage.CONTEXT, CodePoints.length(marked.text()) - passage.end()));
    }

    @Property
    void neverSplitsAPair(@ForAll("marked") Marked marked) {
        Passage passage = of(marked);

        for (String part : new String[]{passage.prefix(), passage.exact(), passage.suffix()}) {
            assertThat(part.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        }
    }

    @Property
    void markingTheWordsAgainGivesTheSame(@ForAll("marked") Marked marked) {
        Passage passage = of(marked);

        assertThat(Passage.of(marked.text(), passage.start(), passage.end())).isEqualTo(passage);
    }

    @Property
    void utf16IndexesRoundTrip(@ForAll("marked") Marked marked) {
        int index = CodePoints.toUtf16(marked.text(), marked.start());

        assertThat(CodePoints.ofUtf16(marked.text(), index)).isEqualTo(marked.start());
        if (Character.isSupplementaryCodePoint(marked.text().codePointAt(index))) {
            assertThat(CodePoints.ofUtf16(marked.text(), index + 1)).isEqualTo(marked.start());
        }
    }

    @Test
    void leavesOutTheWhiteSpaceThatWasMarkedAlong() {
        String text = "قال الوزير:\u00A0\n «نعم» ثم مضى";

        assertThat(Passage.of(text, 11, 19))
                .isEqualTo(new Passage("«نعم»", "قال الوزير:\u00A0\n ", " ثم مضى", 14, 19));
    }

    @Test
    void countsCodePointsNotUnits() {
        assertThat(Passage.of("😀😀 ab 😀", 3, 5)).isEqualTo(new Passage("ab", "😀😀 ", " 😀", 3, 5));
    }

    @Test
    void survivesNaughtyStrings() {
        for (String naughty : NaughtyStrings.all()) {
            String text = "قبل " + naughty + " بعد";
            Passage passage = Passage.of(text, 0, CodePoints.length(text));
            assertThat(passage.exact()).isEqualTo(text);
        }
    }

    @Test
    void refusesWhatIsNoPassage() {
        assertCode("outside-the-text", () -> Passage.of("abc", -1, 2));
        assertCode("outside-the-text", () -> Passage.of("😀", 0, 2));
        assertCode("outside-the-text", () -> Passage.of("abc", 2, 2));
        assertCode("outside-the-text", () -> Passage.of("abc", 2, 1));
        assertCode("no-words", () -> Passage.of("a \n\u00A0 b", 1, 4));
        assertCode("too-long", () -> Passage.of("x".repeat(6000), 0, 5001));
    }

    private static void assertCode(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.Invalid.class,
                problem -> assertThat(problem.errors()).extracting(Problem.FieldError::code).containsExactly(code));
    }

    private static Passage of(Marked marked) {
        Assume.that(!new Span(marked.start(), marked.end()).of(marked.text()).codePoints()
                .allMatch(Passage::isBlank));
        return Passage.of(marked.text(), marked.start(), marked.end());
    }

    record Marked(String text, int start, int end) {}

    @Provide
    Arbitrary<Marked> marked() {
        Arbitrary<Integer> codePoints = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between('ء', 'ي')),
                Tuple.of(3, Arbitraries.of((int) ' ', (int) '\n', 0xA0, 0x200F, 0x64B, (int) '.')),
                Tuple.of(2, Arbitraries.integers().between(0x1F600, 0x1F64F)),
                Tuple.of(2, Arbitraries.integers().between('a', 'z')));
        Arbitrary<String> texts = codePoints.list().ofMinSize(1).ofMaxSize(120).map(list -> {
            StringBuilder text = new StringBuilder();
            list.forEach(text::appendCodePoint);
            return text.toString();
        });
        return texts.flatMap(text -> Combinators
                .combine(Arbitraries.integers().between(0, CodePoints.length(text) - 1),
                        Arbitraries.integers().between(1, CodePoints.length(text)))
                .as((a, b) -> new Marked(text, Math.min(a, b - 1), Math.max(a + 1, b))));
    }
}
