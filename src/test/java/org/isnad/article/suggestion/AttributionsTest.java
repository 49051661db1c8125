package org.isnad.article.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.isnad.article.Span;
import org.isnad.article.suggestion.Attribution.Verb;

class AttributionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            قال الوزير إن السد متين. | الوزير | NEUTRAL | false
            وقالت وزيرة الري سلمى حداد إن السد متين. | وزيرة الري سلمى حداد | NEUTRAL | false
            أعلن وزير الدفاع "سامر حداد" أن القوات انسحبت. | وزير الدفاع "سامر حداد" | NEUTRAL | false
            وأفادت مصادر محلية بأن سبع شاحنات خرجت ليلا. | مصادر محلية | NEUTRAL | true
            كشفت مصادر محلية في محافظة النخيل عن فرار عشرين سجينا. | مصادر محلية في محافظة النخيل | NEUTRAL | true
            زعم المدير أن القمح كان تالفا. | المدير | DOUBTING | false
            وادعت الشركة أن النهر نظيف. | الشركة | DOUBTING | false
            ونفى الناطق باسم الجيش أن يكون السلاح مفقودا. | الناطق باسم الجيش | DENYING | false
            قال القيادي في الجبهة، سامي الحداد إن الاتفاق سري. | القيادي في الجبهة، سامي الحداد | NEUTRAL | false
            وكانت الحكومة قد أكدت أن السعر لن يتغير. | الحكومة | NEUTRAL | false
            لكن وكالة الأنباء أكدت أنهم غرقوا. | وكالة الأنباء | NEUTRAL | false
            بلغ عدد القتلى تسعة، بحسب وزارة الصحة. | وزارة الصحة | NEUTRAL | false
            ووفقا لتقرير صادر عن البلدية، انهار جسران. | تقرير صادر عن البلدية | NEUTRAL | false
            وبحسب وسائل إعلام محلية فإن السائق هرب. | وسائل إعلام محلية | NEUTRAL | false
            انهار الجسر، وفق ما أكده مسؤولون محليون. | مسؤولون محليون | NEUTRAL | true
            نقلت الصحيفة عن ضابط سابق قوله إن الصفقة تمت ليلا. | ضابط سابق | NEUTRAL | false
            أعلنت الشرطة اليوم الأحد أن الجسر مغلق. | الشرطة | NEUTRAL | false
            أفاد المرصد الشمالي، ومقره المدينة، بمقتل ثمانية مدنيين. | المرصد الشمالي | NEUTRAL | false
            وجاء تصريح حداد لقناة الساحل حيث زعم: لن نغادر المدينة قبل الشتاء. | حداد | DOUBTING | false
            تسربت وثائق كشفت عن بيع القمح. | وثائق | NEUTRAL | false
            ونشرت معلومات جديدة خلال الشهر، أفادت بهروب الحارس. | معلومات جديدة | NEUTRAL | true
            وأعلنت لجنة التحقيق أن الجسر مغلق. | لجنة التحقيق | NEUTRAL | false
            وبحسب الوكالة، قال الوزير إن السد متين. | الوزير | NEUTRAL | false
            """)
    void namesWhoSpeaksInArabic(String sentence, String claimant, Verb verb, boolean anonymous) {
        assertThat(found(sentence)).isEqualTo(expected(sentence, claimant, verb, anonymous));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            The minister said that the dam would hold. | The minister | NEUTRAL | false
            Wages fell, Labour Minister Tomas Veld claimed on Tuesday. | Labour Minister Tomas Veld | DOUBTING | false
            City engineer Paula Renn, 45, said the pipes were old. | City engineer Paula Renn | NEUTRAL | false
            According to the health ministry, nine people died. | the health ministry | NEUTRAL | false
            The rifles were sold, according to three aid workers who asked not to be named. | three aid workers | NEUTRAL | true
            Leaked documents show that the rifles were sold. | Leaked documents | NEUTRAL | false
            The army denied that any weapon was missing. | The army | DENYING | false
            “It will hold,” said Paula Renn. | Paula Renn | NEUTRAL | false
            Sources told the paper that he had paid. | Sources | NEUTRAL | true
            The plan was announced by the city council on Friday. | the city council | NEUTRAL | false
            Police said on Monday the bridge was closed, but the company denied it. | Police | NEUTRAL | false
            """)
    void namesWhoSpeaksInEnglish(String sentence, String claimant, Verb verb, boolean anonymous) {
        assertThat(found(sentence)).isEqualTo(expected(sentence, claimant, verb, anonymous));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"وأضاف أن السد متين.", "وقال إنه لا يعرف أحدا في الوزارة.",
            "تم نقل عدد من المسلحين إلى المدينة.",
            "وتم الكشف عن شبكة تهريب.", "قيل إن السد انهار.", "بدأ الفرز حسب القانون.", "بيعت الأرض على حد قوله.",
            "يدعى أحمد وهو شاب في العشرين.", "He said that the dam would hold.", "It was sold for nine million.",
            "They believe what they want."})
    void namesNobodyWhomTheSentenceDoesNotName(String sentence) {
        assertThat(found(sentence)).isNull();
    }

    @Test
    void staysFastOnSentencesWithoutEnd() {
        String text = "قال الوزير في ".repeat(70_000);
        assertThat(Attributions.of(0, text, Word.of(text))).isNotNull();
    }

    @Property(tries = 300)
    void quotesExactly(@ForAll @From("speech") String sentence) {
        Attribution found = found(sentence);
        if (found != null) {
            assertThat(found.span().of(sentence)).isEqualTo(found.claimant()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> speech() {
        return Arbitraries
                .of("قال", "زعم", "الوزير", "مصادر", "محلية", "إن", "أن", "،", "😀", "«", "»", "\"", "بحسب", "عن",
                        "نقل",
                        "لـ", "قوله", ":", "ما", "وفقا", "لتقرير", "said", "Paula", "according", "to", "claimed", "by",
                        ",", ".", "12")
                .list().ofMaxSize(25).map(words -> String.join(" ", words));
    }

    private static @Nullable Attribution found(String sentence) {
        return Attributions.of(0, sentence, Word.of(sentence));
    }

    private static Attribution expected(String sentence, String claimant, Verb verb, boolean anonymous) {
        int start = sentence.indexOf(claimant);
        return new Attribution(claimant, new Span(sentence.codePointCount(0, start),
                sentence.codePointCount(0, start + claimant.length())), verb, anonymous);
    }
}
