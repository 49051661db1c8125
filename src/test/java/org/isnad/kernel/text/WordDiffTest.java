package org.isnad.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    @Test
    void marksWholeWords() {
        assertThat(shown("Twelve trucks entered.", "Twelve lorries entered."))
                .isEqualTo("Twelve [-trucks-][+lorries+] entered.");
    }

    @Test
    void arabicWordsAreNeverSplit() {
        assertThat(shown("دخلت ١٢ شاحنة فقط يوم الخميس؛ والبقية عالقة.",
                "دخلت ١٢ شاحنة فقط يوم الخميس؛ أما الشاحنات الـ٢٨ الباقية فبقيت قيد التفتيش."))
                .isEqualTo("دخلت ١٢ شاحنة فقط يوم الخميس؛ [-والبقية عالقة-]"
                        + "[+أما الشاحنات الـ٢٨ الباقية فبقيت قيد التفتيش+].");
    }

    @Test
    void aMarkOnALetterChangesItsWholeWord() {
        assertThat(shown("كتب الرجل", "كُتب الرجل")).isEqualTo("[-كتب-][+كُتب+] الرجل");
    }

    @Test
    void invisibleJoinersBelongToTheirWord() {
        assertThat(shown("می‌خواهم بروم", "میخواهم بروم")).isEqualTo("[-می‌خواهم-][+میخواهم+] بروم");
    }

    @Test
    void replacedNeighboursReadAsOnePhrase() {
        assertThat(shown("a red old house", "a blue new house")).isEqualTo("a [-red old-][+blue new+] house");
    }

    @Test
    void aLongerPhraseInThePlaceOfAShortOneIsOneChange() {
        assertThat(shown("He said no.", "He did not say so at all."))
                .isEqualTo("He [-said no-][+did not say so at all+].");
    }

    @Test
    void anAddedParagraphLeavesTheOthersAlone() {
        assertThat(shown("One.\nThree.\n", "One.\nTwo.\nThree.\n")).isEqualTo("One.\n[+Two.\n+]Three.\n");
    }

    @Test
    void fromNothingAndToNothing() {
        assertThat(shown(null, "new text")).isEqualTo("[+new text+]");
        assertThat(shown("old text", null)).isEqualTo("[-old text-]");
        assertThat(WordDiff.of(null, null)).isEmpty();
        assertThat(shown("same", "same")).isEqualTo("same");
    }

    @Test
    void aReferenceIsOneWord() {
        assertThat(shown("The bulletin says twelve [1].", "The bulletin says twelve [1], and so does the mayor [2]."))
                .isEqualTo("The bulletin says twelve [1][+, and so does the mayor [2]+].");
    }

    @Test
    void aNumberIsOneWord() {
        assertThat(shown("It fell to 11.4 percent.", "It rose to 14.1 percent."))
                .isEqualTo("It [-fell-][+rose+] to [-11.4-][+14.1+] percent.");
        assertThat(shown("10.15am", "10.30am")).isEqualTo("[-10.15am-][+10.30am+]");
        assertThat(shown("In 2019, 1,200 came.", "In 2019, 12,00 came."))
                .isEqualTo("In 2019, [-1,200-][+12,00+] came.");
        assertThat(shown("نحو 2.3 مليون شخص", "نحو 3 ملايين شخص")).isEqualTo("نحو [-2.3 مليون-][+3 ملايين+] شخص");
        assertThat(shown("بلغت ١٢٫٥٪ هذا العام", "بلغت ١٥٪ هذا العام")).isEqualTo("بلغت [-١٢٫٥٪-][+١٥٪+] هذا العام");
    }

    @Test
    void anEmojiSequenceStaysOne() {
        assertThat(shown("👩‍🔬 said", "👩‍🚀 said")).isEqualTo("[-👩‍🔬-][+👩‍🚀+] said");
    }

    @Test
    void aVeryLongRewrittenParagraphIsShownAsReplaced() {
        String before = "old words ".repeat(5_000).strip();
        String after = "new terms ".repeat(5_000).strip();
        assertThat(WordDiff.of(before, after).stream().map(WordDiff.Piece::kind).toList())
                .containsExactly(WordDiff.Kind.REMOVED, WordDiff.Kind.ADDED);
    }

    @Property
    void bothTextsCanBeReadBackExactly(@ForAll("texts") String before, @ForAll("texts") String after) {
        List<WordDiff.Piece> pieces = WordDiff.of(before, after);
        assertThat(pieces.stream().filter(p -> !p.added()).map(WordDiff.Piece::text).collect(Collectors.joining()))
                .isEqualTo(before);
        assertThat(pieces.stream().filter(p -> !p.removed()).map(WordDiff.Piece::text).collect(Collectors.joining()))
                .isEqualTo(after);
        assertThat(pieces).noneMatch(p -> p.text().isEmpty());
    }

    @Property
    void noBoundaryInTheEarlierTextLiesInsideAWord(@ForAll("texts") String before, @ForAll("texts") String after) {
        StringBuilder read = new StringBuilder();
        for (WordDiff.Piece piece : WordDiff.of(before, after)) {
            if (!piece.added()) {
                if (!read.isEmpty()) {
                    assertThat(isWord(read.codePointBefore(read.length())) && isWord(piece.text().codePointAt(0)))
                            .isFalse();
                }
                read.append(piece.text());
            }
        }
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries
                .of("عبرت", "كُتب", "trucks", "12", "١٢", "a", "b", " ", " ", "\n", ".", "،", "👩‍🔬", "é", "_", "\r\n")
                .list().ofMaxSize(14).map(words -> String.join("", words));
    }

    private static String shown(String before, String after) {
        return WordDiff.of(before, after).stream().map(p -> switch (p.kind()) {
            case SAME -> p.text();
            case REMOVED -> "[-" + p.text() + "-]";
            case ADDED -> "[+" + p.text() + "+]";
        }).collect(Collectors.joining());
    }

    /** As two captures of a hostile page: compared line by line this would take hours. */
    @Test
    void textsOfVeryManyParagraphsAreShownAsReplaced() {
        String before = "a\n".repeat(200_000);
        String after = "b\n".repeat(200_000);
        assertThat(WordDiff.of(before, after)).containsExactly(
                new WordDiff.Piece(WordDiff.Kind.REMOVED, before.substring(0, before.length() - 1)),
                new WordDiff.Piece(WordDiff.Kind.ADDED, after.substring(0, after.length() - 1)),
                new WordDiff.Piece(WordDiff.Kind.SAME, "\n"));
        assertThat(WordDiff.of(before, before)).extracting(WordDiff.Piece::kind).containsExactly(WordDiff.Kind.SAME);
    }
}
