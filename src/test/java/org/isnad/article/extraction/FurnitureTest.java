package org.isnad.article.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages leave around an article when they are saved as text. */
class FurnitureTest {
    private static final String ENGLISH = "The valley road was closed on Tuesday night after the river rose by two metres, the council said.";
    private static final String ARABIC = "أُغلق طريق الوادي ليل الثلاثاء بعدما ارتفع منسوب النهر مترين، وقالت البلدية إنها ستفتحه الخميس.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SHARE      | Share on Facebook
            SHARE      | شارك هذا الخبر على تويتر
            SHARE      | واتساب
            RELATED    | Read also: Nine villages wait for the bridge
            RELATED    | اقرأ أيضاً: تسع قرى تنتظر الجسر
            RELATED    | شاهد أيضا: صور من الوادي
            COOKIES    | We use cookies to improve your experience. By continuing you accept them.
            COOKIES    | يستعمل موقعنا ملفات تعريف الارتباط لتحسين تجربتك، هل توافق؟
            COUNTER    | 1,204 views
            COUNTER    | عدد المشاهدات: ٤١٣
            COUNTER    | 3 دقائق للقراءة
            COUNTER    | 4 min read
            SOURCES    | المصدر: وكالة الساحل
            SOURCES    | Source: Coast Agency
            PROMOTION  | اشترك في نشرتنا البريدية
            PROMOTION  | Subscribe to our newsletter
            HEAD       | إعداد: سمير حداد
            CAPTION    | Photo: Lina Haddad
            """)
    void betweenParagraphs(Kind kind, String line) {
        for (String paragraph : List.of(ENGLISH, ARABIC)) {
            Extraction text = read(
                    "سيول تقطع طريق الوادي\n\n" + paragraph + "\n\n" + line + "\n\n" + paragraph + " Again.");

            assertThat(text.lines().get(2)).isEqualTo(new Line(line, kind, true));
            assertThat(text.text()).isEqualTo(paragraph + "\n\n" + paragraph + " Again.");
        }
    }

    @Test
    void menusBeforeTheTitle() {
        Extraction text = read("""
                Skip to content
                Home
                Our region
                Weather
                Markets
                Letters
                Contact us
                Floods close the valley road for a third night | Coast Echo
                Floods close the valley road for a third night
                By Samir Haddad | November 18, 2026
                Share
                12 comments

                %s
                """.formatted(ENGLISH));

        assertThat(text.title()).isEqualTo("Floods close the valley road for a third night");
        assertThat(text.byline()).isEqualTo("Samir Haddad");
        assertThat(text.publishedOn()).hasToString("2026-11-18");
        assertThat(text.text()).isEqualTo(ENGLISH);
    }

    @Test
    void listsCommentsAndFootersAfterTheText() {
        Extraction text = read("""
                سيول تقطع طريق الوادي للمرة الثالثة

                %1$s

                %1$s مرة ثانية.

                مقالات ذات صلة
                الجسر يفتح يوم الجمعة
                تسع قرى بلا كهرباء

                التعليقات (2)
                أبو سمير
                شاهدت ذلك بنفسي من سطح الدار، وكان الماء يرتفع كل ساعة حتى طلع الفجر.

                جميع الحقوق محفوظة لصدى الساحل © 2026
                """.formatted(ARABIC));

        assertThat(text.text()).isEqualTo(ARABIC + "\n\n" + ARABIC + " مرة ثانية.");
        assertThat(text.lines()).extracting(Line::kind).containsExactly(Kind.TITLE, Kind.BODY, Kind.BODY, Kind.RELATED,
                Kind.RELATED, Kind.RELATED, Kind.COMMENTS, Kind.COMMENTS, Kind.COMMENTS, Kind.FOOTER);
    }

    @Test
    void headingsAndQuestionsOfTheArticleStay() {
        String article = ENGLISH + "\n\nHealth\n\n" + ENGLISH
                + "\n\nWhat is known of the dam?\n\n- Two gates are shut for repair\n- One is open\n\n"
                + ENGLISH + " No one was hurt.";
        assertThat(read("Floods close the valley road\n\n" + article).text()).isEqualTo(article);
    }

    @Test
    void anInterviewKeepsTheNamesOfItsSpeakers() {
        String article = ("صدى الساحل:\n" + ARABIC + "\nحداد:\n" + ARABIC + "\n").repeat(4).strip();
        assertThat(read("حوار مع رئيس بلدية الوادي\n\n" + article).text()).isEqualTo(article);
    }

    @Test
    void anArticleOnCookiesIsAnArticle() {
        String prose = "Bakers in the valley sold more cookies than ever in November, the guild said on Tuesday.";
        assertThat(read("Cookies sell well\n\n" + prose).text()).isEqualTo(prose);
    }

    @Test
    void buttonsThatComeAgainAreNoText() {
        String article = (ENGLISH + "\n\nEnlarge\n\n").repeat(4) + ENGLISH;
        assertThat(read("Floods close the valley road\n\n" + article).text()).doesNotContain("Enlarge")
                .contains(ENGLISH + "\n\n" + ENGLISH);
    }

    @Test
    void somethingIsAlwaysKept() {
        assertThat(read("14/10/2017\n*** 123 ***\n").text()).isEqualTo("*** 123 ***");
        assertThat(read("Share").text()).isEqualTo("Share");
        assertThat(read(" \n\u00A0\n").text()).isEmpty();
    }

    @Property(tries = 500)
    void noLineIsLost(@ForAll("documents") String document) {
        Extraction text = read(document);

        assertThat(text.lines()).extracting(Line::text).isEqualTo(
                document.lines().filter(line -> !line.codePoints().allMatch(Wording::isBlank)).toList());
        assertThat(text.text().lines().filter(line -> !line.codePoints().allMatch(Wording::isBlank))).isEqualTo(text
                .lines().stream().filter(line -> line.kind() == Kind.BODY).map(Line::text)
                .collect(Collectors.toList()));
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> known = Arbitraries.of(ENGLISH, ARABIC, "", " ", "Share", "مقالات ذات صلة", "Comments",
                "By Samir Haddad", "التاريخ : 15 ديسمبر 2017", "Read more: x", "©", "المصادر:", "News", "\u200F",
                "Title | Site", "Title", "- one", "4130");
        return Arbitraries.oneOf(known, Arbitraries.strings().ofMaxLength(40)).list().ofMaxSize(25)
                .map(lines -> String.join("\n", lines));
    }

    private static Extraction read(String text) {
        return Extractor.savedText(text, null);
    }
}
