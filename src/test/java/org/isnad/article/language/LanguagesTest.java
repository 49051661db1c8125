package org.isnad.article.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    private static final String ARABIC = "أعلنت البلدية أن أعمال ترميم الجسر القديم ستنتهي قبل حلول الشتاء";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ar|أعلنت البلدية أن أعمال ترميم الجسر القديم ستنتهي قبل حلول الشتاء",
            "fa|شهرداری اعلام کرد که بازسازی پل قدیمی پیش از آغاز زمستان به پایان می‌رسد",
            "ur|بلدیہ نے اعلان کیا ہے کہ پرانے پل کی مرمت سردیوں سے پہلے مکمل ہو جائے گی",
            "ps|ښاروالۍ اعلان وکړ چې د زاړه پله رغونه به د ژمي له پیل مخکې پای ته ورسیږي",
            "ckb|شارەوانی ڕایگەیاند کە نۆژەنکردنەوەی پردە کۆنەکە پێش زستان کۆتایی دێت",
            "ug|شەھەرلىك ھۆكۈمەت كونا كۆۋرۈكنى ئوڭشاش ئىشىنىڭ قىشتىن بۇرۇن تۈگەيدىغانلىقىنى ئېلان قىلدى",
            "sd|ميونسپل ڪاميٽي اعلان ڪيو آهي ته پراڻي پل جي مرمت سياري کان اڳ مڪمل ٿي ويندي",
            "he|העירייה הודיעה כי שיפוץ הגשר הישן יסתיים לפני תחילת החורף",
            "en|The municipality said that repairs to the old bridge would be finished before winter",
            "fr|La mairie a annoncé que les travaux du vieux pont seraient terminés avant l'hiver",
            "es|El ayuntamiento anunció que las obras del puente viejo terminarán antes del invierno",
            "de|Die Gemeinde teilte mit, dass die alte Brücke noch vor dem Winter fertig sein werde",
            "it|Il comune ha annunciato che i lavori sul vecchio ponte finiranno prima dell'inverno",
            "pt|A câmara municipal anunciou que as obras da ponte velha terminam antes do inverno",
            "tr|Belediye, eski köprünün onarımının kış gelmeden önce biteceğini duyurdu",
            "ru|Городские власти сообщили, что ремонт старого моста закончится до начала зимы",
            "uk|Міська влада повідомила, що ремонт старого мосту завершиться до початку зими",
            "el|Ο δήμος ανακοίνωσε ότι οι εργασίες στην παλιά γέφυρα θα τελειώσουν πριν τον χειμώνα",
            "so|Dowladda hoose ayaa sheegtay in dayactirka buundada hore la dhammayn doono jiilaalka ka hor",
            "sw|Manispaa imetangaza kwamba ukarabati wa daraja la zamani utakamilika kabla ya majira ya baridi",
            "zh|市政府宣布,旧桥的修复工程将在冬季到来之前完成", "ja|市は、古い橋の修理が冬になる前に終わると発表した",
            "hi|नगरपालिका ने घोषणा की कि पुराने पुल की मरम्मत सर्दियों से पहले पूरी हो जाएगी"})
    void onePlainSentenceIsEnough(String language, String sentence) {
        assertEquals(language, Languages.of(sentence));
        assertEquals(language, Languages.ofPassage(sentence, "nl"), "quoted in a Dutch text");
        assertEquals(language, Languages.ofPassage(sentence, "ar"), "quoted in an Arabic text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12.5 %", "2017-10-14", "…«»", "ማዘጋጃ ቤቱ የድሮው ድልድይ ጥገና ከክረምት በፊት እንደሚጠናቀቅ አስታወቀ",
            "OK"})
    void whatDoesNotTellStaysUnknown(String text) {
        assertEquals("und", Languages.of(text));
    }

    @Test
    void aDeclaredLanguageCountsWhereTheTextDoesNotBelieIt() {
        assertEquals("ar", Languages.declaredOr("en-US", ARABIC), "another script");
        assertEquals("fr",
                Languages.declaredOr("en", "La mairie a annoncé que les travaux seraient terminés avant l'hiver"),
                "another language of this script");
        assertEquals("ms", Languages.declaredOr("ms", "OK"), "the text does not tell");
        assertEquals("ku",
                Languages.declaredOr("ku", "Şaredariyê ragihand ku nûkirina pira kevn dê berî zivistanê biqede"),
                "a language that the model does not know");
        assertEquals("ar", Languages.declaredOr("<script>", ARABIC), "no language at all");
        assertEquals("ar", Languages.declaredOr(null, ARABIC));
    }

    @Test
    void fewWordsAreInTheLanguageOfTheTextAroundThem() {
        assertEquals("ar", Languages.ofPassage("باريس سان جرمان", "ar"));
        assertEquals("fa", Languages.ofPassage("تهران", "fa"));
        assertEquals("fr", Languages.ofPassage("Le Monde", "fr"));
        assertEquals("ar", Languages.ofPassage("12 %", "ar"));
        assertEquals("und", Languages.ofPassage("iPhone", "ar"), "other letters, and too few");
    }

    @Test
    void aQuotationHasItsOwnLanguage() {
        assertEquals("en", Languages.ofPassage("We have never seen anything like this before", "ar"));
        assertEquals("en", Languages.ofPassage("We have never seen anything like this before", "fr"));
        assertEquals("fa", Languages.ofPassage("ما هرگز پیش از این چنین چیزی ندیده بودیم", "ar"));
        assertEquals("ar", Languages.ofPassage("لم نشهد شيئا كهذا من قبل قط", "fa"));
    }

    @Test
    void everyLanguageIsAnIsoCode() {
        assertTrue(Languages.all().containsAll(List.of("ar", "fa", "ur", "ckb", "he", "id", "zh", "en")));
        for (String code : Languages.all()) {
            assertTrue(Languages.code(code).isPresent(), code);
        }
    }

    @Property(tries = 300)
    void anythingCanBeAsked(@ForAll String text) {
        assertTrue(Languages.code(Languages.of(text)).isPresent());
        assertTrue(Languages.code(Languages.ofPassage(text, "ar")).isPresent());
    }

    @Test
    void whatIsNoLanguageIsNoCode() {
        assertEquals(List.of("ar", "en", "ckb"),
                List.of("ar-SY", "EN", "ckb-Arab").stream().map(tag -> Languages.code(tag).orElseThrow()).toList());
        for (String none : List.of("xx-yy", "a", "english", "", "qq")) {
            assertTrue(Languages.code(none).isEmpty(), none);
        }
    }
}
