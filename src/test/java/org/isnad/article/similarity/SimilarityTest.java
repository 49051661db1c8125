package org.isnad.article.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import org.isnad.article.NaughtyStrings;
import org.isnad.article.RealArticles;

class SimilarityTest {
    private static final String ARTICLE = """
            افتتاح مكتبة عامة للأطفال في حي المرفأ

            افتتحت بلدية المدينة صباح اليوم مكتبة عامة مخصصة للأطفال في حي المرفأ بعد عامين من أعمال الترميم. \
            وحضر الافتتاح مئات من سكان الحي ومعلمون من المدارس المجاورة، وتسلم كل طفل بطاقة قراءة مجانية.

            وقالت مديرة المكتبة «لدينا أربعة آلاف كتاب بثلاث لغات، وسنضيف ألفا آخر قبل نهاية السنة». \
            وأضافت أن القاعة الكبيرة تتسع لثمانين قارئا وأن الدخول لا يحتاج إلى موعد مسبق.

            وبلغت كلفة الترميم نحو مليون ونصف المليون، دفعت البلدية ثلثيها وجمع الأهالي الباقي عبر تبرعات صغيرة. \
            وكان المبنى مخزنا للحبوب حتى أغلق قبل ثلاثين عاما وبقي مهجورا منذ ذلك الوقت.

            ومن المقرر أن تنظم المكتبة كل أسبوع ساعة للحكايات وورشة لإصلاح الكتب القديمة. \
            كما تدرس البلدية افتتاح مكتبتين مماثلتين في حيين آخرين خلال العام المقبل.
            """;
    private static final String SAME_TOPIC = """
            مكتبة الأطفال الجديدة تستقبل أول زوارها

            استقبلت مكتبة الأطفال في حي المرفأ اليوم أول زوارها بعد سنوات من الانتظار. وتجول الصغار بين الرفوف \
            الملونة بينما كان الآباء يسجلون أسماءهم عند المدخل.

            وعد رئيس البلدية بأن تبقى أبواب المكتبة مفتوحة طوال الأسبوع، وأشاد بمن تبرعوا من أهل الحي لترميم المخزن \
            القديم الذي صار قاعة للقراءة. وذكر أن المشروع كلف مليونا ونصف المليون.

            واشتكى بعض الأهالي من ضيق موقف السيارات ومن أن الكتب المترجمة قليلة، وطلبوا تمديد ساعات العمل في العطل.
            """;

    @Test
    void aCopyWithAnotherHeadlineAndALineMoreIsNearSame() {
        assertNearSame(ARTICLE.replace("افتتاح مكتبة عامة للأطفال في حي المرفأ", "بالصور.. مكتبة للصغار ترى النور")
                .replace("\n\nوبلغت", "\n\nاقرأ أيضا: بلدية المدينة تعلن موعد انتخابات مجلس الحي\n\nوبلغت"));
    }

    @Test
    void aCopyInAnotherSpellingIsTheSame() {
        String spelled = ARTICLE.replace('أ', 'ا').replace('إ', 'ا').replace('ة', 'ه').replace('ى', 'ي')
                .replace("«", "\"").replace("»", "\"").replace("، ", " , ").replace("مكتبة", "مكتـــبة")
                .replace("كتاب", "كِتَاب");

        assertThat(Resemblance.of(ARTICLE, spelled)).isEqualTo(new Resemblance(1, 1));
        assertThat(Fingerprint.of(spelled)).isEqualTo(Fingerprint.of(ARTICLE));
        assertThat(Fingerprint.of("في ١٤ أكتوبر ۲۰۱۷ CAFÉ")).isEqualTo(Fingerprint.of("في 14 اكتوبر 2017 café"));
    }

    @Test
    void aCopyWithTwoChangedSentencesIsNearSame() {
        assertNearSame(ARTICLE
                .replace("وأضافت أن القاعة الكبيرة تتسع لثمانين قارئا وأن الدخول لا يحتاج إلى موعد مسبق.",
                        "ولم توضح المديرة من سيدفع رواتب الموظفين الستة الذين اختارتهم لجنة خاصة.")
                .replace("كما تدرس البلدية افتتاح مكتبتين مماثلتين في حيين آخرين خلال العام المقبل.",
                        "ونفت البلدية نيتها فرض رسوم على الاشتراك بعد الأشهر الأولى."));
    }

    @Test
    void anotherArticleOnTheSameTopicIsNot() {
        assertThat(Resemblance.of(ARTICLE, SAME_TOPIC).jaccard()).isLessThan(Resemblance.NEAR_SAME / 4);
        assertThat(Fingerprint.of(ARTICLE).similarity(Fingerprint.of(SAME_TOPIC))).isLessThan(0.1);
    }

    @Test
    void anArticleInsideALongerOneIsContained() {
        Resemblance resemblance = Resemblance.of(ARTICLE, SAME_TOPIC.repeat(1) + ARTICLE);

        assertThat(resemblance.containment()).isEqualTo(1);
        assertThat(resemblance.jaccard()).isLessThan(0.8);
    }

    @Test
    void shortTextsAreNearSameOnlyWhenEqual() {
        assertThat(Resemblance.of("افتتحت البلدية مكتبة جديدة للأطفال", "افتتحت البلدية مكتبة جديدة للكبار").jaccard())
                .isZero();
        assertThat(Resemblance.of("افتتحت البلدية مكتبة", "إفتتحت  البلديه: مكتبة!").isNearSame()).isTrue();
    }

    @Test
    void textsWithoutWordsAreLikeNothing() {
        assertThat(Fingerprint.of(" …! ").bands()).isEmpty();
        assertThat(Fingerprint.of("").similarity(Fingerprint.of(""))).isZero();
        assertThat(Resemblance.of("", "")).isEqualTo(new Resemblance(0, 0));
    }

    /** The values are another program's. Stored fingerprints must be found again: whoever changes how they are made has to raise the version. */
    @Test
    void theFirstVersionStaysAsItIs() {
        Fingerprint print = Fingerprint.of("""
                The town opened a public library for children near the old harbour today, after two years of repairs, \
                and hundreds of neighbours came.""");

        assertThat(print.version()).isEqualTo(1);
        assertThat(print.shingles()).isEqualTo(21);
        assertThat(Arrays.stream(print.values()).limit(4)).containsExactly(-2139435364, -2092918374, -2088461297,
                -1946816038);
        assertThat(Arrays.stream(print.bands()).limit(2)).containsExactly(-4147247792055045116L, 9069069016553122460L);
    }

    @Test
    void fingerprintsOfOtherVersionsAreNotCompared() {
        Fingerprint print = Fingerprint.of(ARTICLE);

        assertThatThrownBy(() -> print.similarity(new Fingerprint(2, print.shingles(), print.values())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTwoDifferentArticlesAreNearSame() {
        List<String> articles = RealArticles.all();
        List<Fingerprint> prints = articles.stream().map(Fingerprint::of).toList();

        for (int i = 0; i < articles.size(); i++) {
            for (int j = 0; j < i; j++) {
                Resemblance resemblance = Resemblance.of(articles.get(i), articles.get(j));
                assertThat(resemblance.jaccard()).isLessThan(Resemblance.NEAR_SAME / 2);
                assertThat(prints.get(i).similarity(prints.get(j))).isBetween(resemblance.jaccard() - 0.16,
                        resemblance.jaccard() + 0.16);
            }
        }
    }

    @Test
    void copiesOfRealArticlesAreFoundByTheirBands() {
        Random random = new Random(7);
        List<String> missed = new ArrayList<>();
        List<String> articles = RealArticles.all();
        for (String article : articles) {
            String copy = copied(article, random);
            if (!Resemblance.of(article, copy).isNearSame() || !meet(Fingerprint.of(article), Fingerprint.of(copy))) {
                missed.add(article);
            }
        }

        assertThat(missed.size()).isLessThanOrEqualTo(articles.size() / 50);
    }

    @Property
    void aTextIsLikeItselfAndLikenessIsMutual(@ForAll("texts") String one, @ForAll("texts") String other) {
        Fingerprint a = Fingerprint.of(one);
        Fingerprint b = Fingerprint.of(other);

        assertThat(a.similarity(b)).isEqualTo(b.similarity(a)).isBetween(0.0, 1.0);
        assertThat(Resemblance.of(one, other)).isEqualTo(Resemblance.of(other, one));
        assertThat(Resemblance.of(one, one).jaccard()).isEqualTo(Words.of(one).isEmpty() ? 0 : 1);
        assertThat(a.similarity(a)).isEqualTo(Words.of(one).isEmpty() ? 0 : 1);
    }

    @Test
    void survivesNaughtyStrings() {
        for (String naughty : NaughtyStrings.all()) {
            assertThat(Fingerprint.of(naughty)).isEqualTo(Fingerprint.of(naughty));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("مكتبة", "كتاب", "library", "في", "٣", "«", ".", "\u064B", "😀").list().ofMaxSize(60)
                .map(words -> String.join(" ", words));
    }

    private static void assertNearSame(String copy) {
        assertThat(Resemblance.of(ARTICLE, copy).isNearSame()).isTrue();
        assertThat(Fingerprint.of(ARTICLE).similarity(Fingerprint.of(copy))).isGreaterThan(Resemblance.NEAR_SAME);
        assertThat(meet(Fingerprint.of(ARTICLE), Fingerprint.of(copy))).isTrue();
    }

    private static boolean meet(Fingerprint one, Fingerprint other) {
        Set<Long> bands = Arrays.stream(one.bands()).boxed().collect(Collectors.toSet());
        return Arrays.stream(other.bands()).anyMatch(bands::contains);
    }

    /** Another headline, one line more, and a twelfth of the words in two places changed. */
    private static String copied(String article, Random random) {
        List<String> words = new ArrayList<>(List.of(article.split("\\s+")));
        for (int change = 0; change < 2; change++) {
            int length = Math.min(14, Math.max(1, words.size() / 12));
            int start = random.nextInt(words.size() - length);
            IntStream.range(start, start + length).forEach(i -> words.set(i, "كلمة" + random.nextInt(1000)));
        }
        words.addAll(words.size() / 2, List.of("اقرأ", "أيضا", "ثلاث", "نصائح", "لقراءة", "الأخبار"));
        words.addAll(0, List.of("شاهد", "ماذا", "حدث", "في", "المدينة", "أمس"));
        return String.join(" ", words);
    }
}
