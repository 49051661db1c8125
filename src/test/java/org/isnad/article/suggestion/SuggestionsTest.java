package org.isnad.article.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.isnad.article.CodePoints;
import org.isnad.article.NaughtyStrings;

class SuggestionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            NUMBER | غرق 17 قاربا. | They sank 17 boats.
            QUANTITY | ضاعت ملايين الليرات. | It lost millions of dollars.
            DATE | انهار الجدار في حزيران. | The wall gave way in June.
            PLACE | انهار جدار قرب المعبر في ريف المدينة. | A wall near the border of the province gave way.
            NAMED_ACTOR | رأى قائد الكتيبة ذلك بعينيه. | The wall of Colonel Adam Stern gave way.
            ATTRIBUTED | قال الوزير إن الجدار سليم. | Paula Renn said that the wall was sound.
            UNNAMED_SOURCE | أفادت مصادر محلية بأن الجدار مائل. | Sources said that the wall leaned.
            DISPUTED | زعم المالك أن الجدار سليم. | The owner, Paula Renn, claimed that the wall was sound.
            QUOTED | وهو «الجدار الذي لا يسقط أبدا» كما كتبوا على لوحة الحديقة القديمة. | It is “the wall that cannot fall” as they wrote on a sign in the old garden.
            SUPERLATIVE | هذا أطول جدار. | It is the longest wall.
            COMPARISON | ارتفع السعر أكثر من الضعف. | The price rose more than twice.
            CAUSE | مال الجدار بسبب الماء. | The wall leaned because of water.
            HARM | قتل القصف حارسين. | The bombing killed guards.
            ACT | باع الحارس المفتاح وفر. | The guard sold the key and fled.
            ALLEGATION | تورط الحارس في رشوة. | The guard took a secret bribe.
            EVIDENCE | تظهر الوثائق والصور غير ذلك. | The documents and photos differ.
            OPENING | جلس القط. | A cat sat down.
            """)
    void saysWhy(Reason reason, String arabic, String english) {
        assertThat(Suggestions.of(arabic, "ar").get(0).reasons()).contains(reason);
        assertThat(Suggestions.of(english, "en").get(0).reasons()).contains(reason);
    }

    @Test
    void onlyTheFirstStatementOpensTheArticle() {
        String article = "A cat sat down.\nThe dog came.\nA bird sang.\n";

        assertThat(Suggestions.of(article, "en")).hasSize(3).filteredOn(one -> one.reasons().contains(Reason.OPENING))
                .singleElement().satisfies(one -> assertThat(one.span().start()).isZero());
    }

    @Test
    void saysWhatTheHeadlineSaysAndWhatComesBack() {
        String article = """
                Harbour master sold donated grain to traders

                It rained a little in the old harbour on that day.
                A clerk whistled.
                The harbour master sold donated grain to traders, and traders sold grain again.
                """;

        assertThat(suggestion(article, "The harbour master sold").reasons()).contains(Reason.HEADLINE);
        assertThat(Features.of(Statements.of(article.repeat(3), "en").get(2))[Feature.CENTRAL.ordinal()])
                .isGreaterThan(0.4);
    }

    @Test
    void ranksFactsBeforeOpinionsAndFurniture() {
        String article = """
                فضيحة في ميناء النخيل

                نحن نأمل أن تتحمل الحكومة مسؤولياتها في هذه المرحلة.
                وكشفت وثائق أن مدير الميناء باع 350 طنا من القمح لثلاثة تجار مقابل مبالغ نقدية.
                ويجب على الجميع أن يتحلى بالصبر.
                فهل يُحاسب أحد؟
                اقرأ أيضا: أخبار الطقس.
                """;

        List<Suggestion> suggestions = Suggestions.of(article, "ar");

        assertThat(suggestions.get(0).span().of(article)).startsWith("وكشفت وثائق");
        assertThat(suggestions.get(0).score()).isGreaterThan(0.8);
        assertThat(suggestions.subList(1, suggestions.size())).allMatch(suggestion -> suggestion.score() < 0.5);
        assertThat(suggestions).noneMatch(suggestion -> suggestion.span().of(article).startsWith("فضيحة"));
    }

    @Test
    void suggestsAHeadingWhereThereIsNothingElse() {
        assertThat(Suggestions.of("Bridge closed for nine years", "en")).hasSize(1);
        assertThat(Suggestions.of("", "en")).isEmpty();
        assertThat(Suggestions.of("  \n ... \n", "ar")).isEmpty();
    }

    @Test
    void survivesEveryNaughtyString() {
        for (String text : NaughtyStrings.all()) {
            holds(text, "ar");
            holds(text + "\n" + text + ". قال " + text, "en");
        }
    }

    /** Seconds on a quiet machine; the bound is for a busy one, and anything worse than linear takes hours. */
    @Test
    void readsAMillionCharactersInSeconds() {
        List.of("قال الوزير إن 40 شخصا قتلوا في المدينة. ", "قال الوزير، ", "a", "\n", "«", "د. ", "x. \n", "وفق ما ",
                "said Paula, ", "…", "1 ", "😀").forEach(
                        part -> Assertions.assertTimeout(Duration.ofMinutes(1),
                                () -> Suggestions.of(part.repeat(1_000_000 / part.length()), "ar"), part));
    }

    @Property(tries = 300)
    void suggestsStretchesOfTheTextThatDoNotOverlap(@ForAll String text) {
        holds(text, "und");
    }

    @Property(tries = 300)
    void holdsForTextsLikeArticles(@ForAll @From("articles") String text) {
        holds(text, "ar");
    }

    @Provide
    Arbitrary<String> articles() {
        return Arbitraries
                .of("قال", "الوزير", "إن", "السد انهار", "،", "وأضاف أن", "40", "شخصا", ".", "\n", "😀", "«", "»", "؛",
                        "مصادر محلية", "Paula Renn said", "that", "!", "بحسب", "د.", "..", "حيث")
                .list().ofMinSize(1).ofMaxSize(200)
                .map(words -> String.join(" ", words));
    }

    private static void holds(String text, String language) {
        List<Suggestion> suggestions = Suggestions.of(text, language);
        int length = CodePoints.length(text);
        assertThat(suggestions).hasSizeLessThanOrEqualTo(Suggestions.MOST).allSatisfy(suggestion -> {
            assertThat(suggestion.score()).isBetween(0.0, 1.0);
            assertThat(suggestion.span().end()).isLessThanOrEqualTo(length).isGreaterThan(suggestion.span().start());
            assertThat(suggestion.span().of(text)).isNotBlank();
            Attribution attribution = suggestion.attribution();
            assertThat(attribution == null || attribution.span().of(text).equals(attribution.claimant())).isTrue();
        }).isSortedAccordingTo(Comparator.comparingDouble(Suggestion::score).reversed());
        List<Suggestion> inOrder = suggestions.stream()
                .sorted(Comparator.comparing(suggestion -> suggestion.span().start())).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            assertThat(inOrder.get(i).span().start()).isGreaterThanOrEqualTo(inOrder.get(i - 1).span().end());
        }
    }

    private static Suggestion suggestion(String article, String beginning) {
        return Suggestions.of(article, "en").stream()
                .filter(suggestion -> suggestion.span().of(article).startsWith(beginning)).findFirst().orElseThrow();
    }

    /** What the desk keeps of a page has its title elsewhere: the text begins with the sentence that says most. */
    @Test
    void aShortFirstSentenceIsNoTitle() {
        assertThat(words("The price of bread will rise by ten per cent on Monday, the ministry said.\n\n"
                + "According to bakers in the old town, flour costs 34 dinars a sack.", "en"))
                .anyMatch(words -> words.startsWith("The price of bread"));
        assertThat(words("استأنف عمال الميناء العمل بعد إضراب شارك فيه 640 عاملا.\n\n"
                + "وقال مدير الميناء إن خسائر الإضراب بلغت 3.2 مليون دينار.", "ar"))
                .anyMatch(words -> words.startsWith("استأنف"));
        assertThat(
                words("640 عاملا يضربون في الميناء\n\n" + "وقال مدير الميناء إن الخسائر بلغت 3.2 مليون دينار.", "ar"))
                .noneMatch(words -> words.startsWith("640"));
    }

    private static List<String> words(String text, String language) {
        return Suggestions.of(text, language).stream().map(one -> one.span().of(text)).toList();
    }
}
