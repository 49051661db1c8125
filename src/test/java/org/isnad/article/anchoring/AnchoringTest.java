package org.isnad.article.anchoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import org.isnad.article.CodePoints;
import org.isnad.article.NaughtyStrings;
import org.isnad.article.Passage;
import org.isnad.article.RealArticles;
import org.isnad.article.Span;

class AnchoringTest {
    private static final String TEXT = """
            افتتحت البلدية صباح اليوم مكتبة عامة للأطفال في حي المرفأ بعد عامين من أعمال الترميم. 😀

            وقالت مديرة المكتبة إن لديها أربعة آلاف كتاب بثلاث لغات، وإن الدخول مجاني للجميع.
            وحضر الافتتاح مئات من سكان الحي. وقالت مديرة المدرسة إن الدخول مجاني للتلاميذ.

            وكان المبنى مخزنا للحبوب حتى أغلق قبل ثلاثين عاما وبقي مهجورا.
            """;

    @Test
    void findsTheSameWords() {
        assertFound("مئات من سكان الحي", TEXT, "مئات من سكان الحي", 1);
        assertFound("مئات من سكان الحي", "😀 سطر جديد.\n" + TEXT, "مئات من سكان الحي", 1);
    }

    @Test
    void choosesAmongTheSameWordsByTheirNeighbours() {
        String text = TEXT.replace("وقالت مديرة المكتبة إن لديها", "الدخول مجاني، قالت المديرة التي لديها");
        Quote second = quote(TEXT, TEXT.lastIndexOf("الدخول مجاني"), "الدخول مجاني");

        assertThat(Anchoring.find(second, text)).get().satisfies(anchor -> {
            assertThat(anchor.same()).isTrue();
            assertThat(anchor.span().start())
                    .isEqualTo(CodePoints.ofUtf16(text, text.lastIndexOf("الدخول مجاني")));
        });
    }

    @Test
    void choosesTheNearestAmongTheSameWordsWithTheSameNeighbours() {
        String text = "كرر الشاعر البيت ثم صمت قليلا. ".repeat(9);
        int fifth = 4 * "كرر الشاعر البيت ثم صمت قليلا. ".length() + 11;

        assertThat(Anchoring.find(quote(text, fifth, "البيت"), text)).get()
                .isEqualTo(new Anchor(new Span(fifth, fifth + 5), 1, true));
    }

    @Test
    void findsWordsThatWereEdited() {
        String text = TEXT.replace("أربعة آلاف كتاب بثلاث لغات", "خمسة آلاف كتاب بثلاث لغات مختلفة");

        assertFound("لديها أربعة آلاف كتاب بثلاث لغات، وإن الدخول مجاني للجميع", text,
                "لديها خمسة آلاف كتاب بثلاث لغات مختلفة، وإن الدخول مجاني للجميع", 0.8);
    }

    @Test
    void doesNotCutThroughWords() {
        String text = TEXT.replace("مئات من سكان الحي", "المئات من سكان الأحياء");

        assertFound("مئات من سكان الحي", text, "المئات من سكان الأحياء", 0.7);
    }

    @Test
    void doesNotFindWhatWasDeleted() {
        assertGone("وكان المبنى مخزنا للحبوب حتى أغلق قبل ثلاثين عاما وبقي مهجورا", "");
        assertGone("مئات من سكان الحي", "");
        assertGone("مجاني للجميع", "");
        assertGone("بثلاث لغات", "ولا يحتاج القارئ إلى موعد مسبق");
    }

    @Test
    void doesNotTakeAWordOfOtherSentencesForOneThatIsGone() {
        String text = TEXT.replaceAll("(?s)وحضر الافتتاح.*", "") + "واحتج آخرون في مكان بعيد من سكان الجبل على الرسوم.";

        assertThat(Anchoring.find(quote(TEXT, TEXT.indexOf("من سكان"), "من سكان"), text)).isEmpty();
    }

    @Test
    void findsNothingInNothing() {
        assertThat(Anchoring.find(new Quote("a", "", "", 0), "")).isEmpty();
        assertThat(Anchoring.find(new Quote(" ", "a", "b", 1), "a b")).isEmpty();
    }

    @Test
    void aWordWhoseLastLetterChangedIsKeptWhole() {
        assertThat(Anchoring.find(new Quote("في حي", "مكتبة عامة للأطفال ", " المرفأ بعد عامين من", 40),
                TEXT.replace("في حي ", "في حق "))).map(Anchor::span)
                .map(span -> span.of(TEXT.replace("في حي ", "في حق ")))
                .contains("في حق");
    }

    @Property
    void whatDidNotChangeIsWhereItWas(@ForAll("marked") Marked marked) {
        assertThat(Anchoring.find(marked.quote(), marked.text()))
                .contains(new Anchor(marked.passage().span(), 1, true));
    }

    @Property
    void whatHasMoreBeforeItIsLater(@ForAll("marked") Marked marked, @ForAll("words") String inserted) {
        Span span = marked.passage().span();
        int shift = CodePoints.length(inserted) + 1;

        assertThat(Anchoring.find(marked.quote(), inserted + "\n" + marked.text()))
                .contains(new Anchor(new Span(span.start() + shift, span.end() + shift), 1, true));
    }

    @Property
    void whatWasEditedALittleIsFound(@ForAll("marked") Marked marked, @ForAll @IntRange(max = 1_000_000) int seed) {
        int[] words = marked.passage().exact().codePoints().toArray();
        Random random = new Random(seed);
        for (int edit = 0; edit < words.length / 5; edit++) {
            words[random.nextInt(words.length)] = 'ء' + random.nextInt(26);
        }
        String edited = new String(words, 0, words.length);
        Span before = marked.passage().span();
        String text = CodePoints.slice(marked.text(), 0, before.start()) + edited
                + CodePoints.slice(marked.text(), before.end(), CodePoints.length(marked.text()));

        assertThat(Anchoring.find(marked.quote(), text)).get().satisfies(anchor -> {
            assertThat(anchor.similarity()).isGreaterThanOrEqualTo(Anchoring.LEAST_SIMILARITY);
            int common = Math.min(before.end(), anchor.span().end()) - Math.max(before.start(), anchor.span().start());
            assertThat(common).isGreaterThanOrEqualTo(words.length / 2);
        });
    }

    @Property
    void neverPointsOutsideTheText(@ForAll("marked") Marked marked, @ForAll("words") String other,
            @ForAll @IntRange(max = 400) int cut) {
        for (String text : List.of(other, CodePoints.head(marked.text(), cut), marked.text() + other)) {
            Anchoring.find(marked.quote(), text).ifPresent(anchor -> {
                assertThat(anchor.span().end()).isLessThanOrEqualTo(CodePoints.length(text));
                assertThat(anchor.span().of(text)).isNotBlank();
                assertThat(anchor.similarity()).isBetween(Anchoring.LEAST_SIMILARITY, 1.0);
                assertThat(anchor.same()).isEqualTo(SameWords.in(marked.passage().exact(), anchor.span().of(text)));
            });
        }
    }

    @Property
    void theDistanceIsThatOfTheTextbook(@ForAll("letters") String pattern, @ForAll("letters") String text) {
        int[] letters = pattern.codePoints().toArray();

        assertThat(new EditDistance(letters).ofPieces(text.codePoints().toArray()))
                .containsExactly(textbook(pattern, text, 0));
        assertThat(new EditDistance(letters).ofBeginnings(text.codePoints().toArray()))
                .containsExactly(textbook(pattern, text, 1));
    }

    @Test
    void survivesNaughtyStrings() {
        for (String naughty : NaughtyStrings.all()) {
            String text = TEXT + naughty + TEXT;
            int start = CodePoints.length(TEXT);
            int end = start + CodePoints.length(naughty);
            if (!naughty.isBlank()
                    && naughty.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
                assertThat(Anchoring.find(Quote.of(Passage.of(text, start, end)), text)).as(naughty)
                        .contains(new Anchor(new Span(start, end), 1, true));
            }
            Anchoring.find(Quote.of(Passage.of(TEXT, 0, 20)), naughty);
        }
    }

    /** Every tenth word in a passage is another, and the text begins with another line. */
    @Test
    void findsEditedPassagesOfRealArticles() {
        Random random = new Random(11);
        int passages = 0;
        int found = 0;
        for (String article : RealArticles.all()) {
            for (Passage passage : passages(article, random)) {
                String[] words = passage.exact().split(" ");
                for (int edit = 0; edit <= words.length / 10; edit++) {
                    words[random.nextInt(words.length)] = "مختلفة";
                }
                String edited = String.join(" ", words);
                String before = "سطر جديد\n" + CodePoints.slice(article, 0, passage.start());
                String text = before + edited
                        + CodePoints.slice(article, passage.end(), CodePoints.length(article));
                int start = CodePoints.length(before);
                passages++;
                found += Anchoring.find(Quote.of(passage), text).filter(anchor -> anchor.span().start() < start
                        + CodePoints.length(edited) && anchor.span().end() > start).isPresent() ? 1 : 0;
            }
        }

        assertThat(found).isGreaterThan(passages * 98 / 100);
    }

    @Test
    void doesNotFindDeletedPassagesOfRealArticles() {
        Random random = new Random(12);
        int passages = 0;
        int found = 0;
        for (String article : RealArticles.all()) {
            for (Passage passage : passages(article, random)) {
                String text = CodePoints.slice(article, 0, passage.start())
                        + CodePoints.slice(article, passage.end(), CodePoints.length(article));
                passages++;
                found += Anchoring.find(Quote.of(passage), text).isPresent() ? 1 : 0;
            }
        }

        assertThat(found).isLessThan(passages / 100);
    }

    @Test
    void isQuickInAMillionLetters() {
        String text = String.join("\n", RealArticles.all());
        String million = text.repeat(1 + 1_000_000 / text.length()).substring(0, 1_000_000);
        Passage passage = Passage.of(text, 1000, 1000 + Passage.MAX);
        Quote changed = new Quote(passage.exact().replace('و', 'ف'), passage.prefix(), passage.suffix(), 1000);

        assertTimeout(Duration.ofSeconds(30), () -> assertThat(Anchoring.find(changed, million)).isPresent());
    }

    /** Of about four words and more. */
    private static List<Passage> passages(String article, Random random) {
        int length = CodePoints.length(article);
        return IntStream.range(0, 10).mapToObj(i -> {
            int start = article.indexOf(' ', random.nextInt(length / 2));
            int end = article.indexOf(' ', Math.min(length - 1, start + 25 + random.nextInt(120)));
            return Passage.of(article, CodePoints.ofUtf16(article, start),
                    end < 0 ? length : CodePoints.ofUtf16(article, end));
        }).toList();
    }

    private static void assertFound(String exact, String text, String expected, double similarity) {
        assertThat(Anchoring.find(quote(TEXT, TEXT.indexOf(exact), exact), text)).get().satisfies(anchor -> {
            assertThat(anchor.span().of(text)).isEqualTo(expected);
            assertThat(anchor.similarity()).isGreaterThanOrEqualTo(similarity);
            assertThat(anchor.same()).isEqualTo(SameWords.in(exact, expected));
        });
    }

    private static void assertGone(String exact, String instead) {
        assertThat(Anchoring.find(quote(TEXT, TEXT.indexOf(exact), exact), TEXT.replace(exact, instead))).isEmpty();
    }

    private static Quote quote(String text, int index, String exact) {
        int start = CodePoints.ofUtf16(text, index);
        return Quote.of(Passage.of(text, start, start + CodePoints.length(exact)));
    }

    private static int[] textbook(String pattern, String text, int costOfLeavingOut) {
        int[] last = new int[text.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j * costOfLeavingOut;
        }
        for (int i = 1; i <= pattern.length(); i++) {
            int[] row = new int[last.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = last[j - 1] + (pattern.charAt(i - 1) == text.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
            }
            last = row;
        }
        return last;
    }

    record Marked(String text, Passage passage) {
        Quote quote() {
            return Quote.of(passage);
        }
    }

    /** A passage of words that stand nowhere else, as those of an article do. */
    @Provide
    Arbitrary<Marked> marked() {
        return Arbitraries.integers().between(0, 1_000_000).map(seed -> {
            Random random = new Random(seed);
            String before = randomWords(random, random.nextInt(40));
            String exact = randomWords(random, 2 + random.nextInt(40)).strip();
            String text = before + exact + " " + randomWords(random, random.nextInt(40));
            int start = CodePoints.length(before);
            return new Marked(text, Passage.of(text, start, start + CodePoints.length(exact)));
        });
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.integers().between(0, 1_000_000).map(seed -> randomWords(new Random(seed), seed % 60));
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings().withChars("ابتثab ").ofMinLength(1).ofMaxLength(200);
    }

    private static String randomWords(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int letter = 2 + random.nextInt(6); letter > 0; letter--) {
                words.appendCodePoint(
                        random.nextInt(40) == 0 ? 0x1F600 + random.nextInt(60) : 'ا' + random.nextInt(36));
            }
            words.append(random.nextInt(9) == 0 ? ". " : " ");
        }
        return words.toString();
    }
}
