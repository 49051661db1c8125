package org.isnad.article.dates;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of a calendar's months as {@link PlainLine} spells them; a hyphen stands for a blank that may be missing.
 */
final class MonthNames {
    /** English, French, and Arabic of the Levant, the Nile, the Gulf, the Maghreb and Libya; Persian. */
    static final MonthNames GREGORIAN = new MonthNames("""
            january jan janvier janv يناير ينائر جانفي كانون-الثاني كانون2 كانون-ثاني كانون-ثان ك2 ك-2 اي-النار ژانويه
            february feb fevrier fevr فبراير فبرائر فيفري شباط النوار فوريه
            march mar mars مارس اذار الربيع
            april apr avril avr ابريل افريل نيسان الطير اوريل
            may mai مايو ماي مايس ايار نوار الماء مه
            june jun juin يونيو يونيه جوان حزيران الصيف ژوين
            july jul juillet juil يوليو يوليه يوليوز جويليه تموز ناصر ژوييه
            august aug aout اغسطس اوت غشت اغشت اب هانيبال
            september sept sep septembre سبتمبر شتنبر شتمبر شوتنبر ايلول الفاتح سپتامبر
            october oct octobre اكتوبر تشرين-الاول تشرين1 تشرين-اول ت1 ت-1 التمور اكتبر
            november nov novembre نوفمبر نونبر نوفنبر تشرين-الثاني تشرين2 تشرين-ثاني تشرين-ثان ت2 ت-2 الحرث نوامبر
            december dec decembre ديسمبر دسمبر دجنبر دجمبر كانون-الاول كانون1 كانون-اول ك1 ك-1 الكانون دسامبر
            """);
    static final MonthNames HIJRI = new MonthNames(
            """
                    محرم المحرم محرم-الحرام المحرم-الحرام muharram mouharram mouharam
                    صفر صفر-الخير صفر-المظفر safar
                    ربيع-الاول ربيع-اول ربيع-الانور rabi-al-awwal rabi-al-awal rabi-i rabia-al-awal
                    ربيع-الثاني ربيع-ثاني ربيع-ثان ربيع-الاخر ربيع-اخر rabi-al-thani rabi-al-akhir rabi-ii rabia-ath-thani
                    جمادي-الاولي جمادي-الاول جمادي-اولي جمادي-اول جماد-الاول جماد-اول جماد-الاولي جمادا-الاولي jumada-al-ula jumada-al-awwal jumada-i joumada-al-oula
                    جمادي-الاخره جمادي-الاخر جمادي-الثانيه جمادي-الثاني جمادي-ثاني جمادي-اخر جماد-الاخر جماد-الثاني جماد-ثاني جماد-الاخره جمادا-الاخره jumada-al-akhirah jumada-al-akhira jumada-al-thani jumada-ii joumada-ath-thania
                    رجب رجب-المرجب رجب-الفرد rajab
                    شعبان شعبان-المعظم shaban shaaban sha'ban chaabane
                    رمضان رمضان-المبارك رمضان-الكريم رمضان-المعظم ramadan ramadhan
                    شوال شوال-المكرم shawwal chawwal chaoual
                    ذو-القعده ذي-القعده ذا-القعده ذو-قعده ذي-قعده ذيالقعده dhu-al-qadah dhu-al-qi'dah dhul-qadah dhou-al-qi'da
                    ذو-الحجه ذي-الحجه ذا-الحجه ذو-حجه ذي-حجه ذيالحجه dhu-al-hijjah dhul-hijjah dhou-al-hijja
                    """);
    static final MonthNames PERSIAN = new MonthNames("""
            فروردين
            ارديبهشت
            خرداد
            تير
            مرداد امرداد
            شهريور
            مهر
            ابان
            اذر
            دي
            بهمن
            اسفند
            """);

    private final Map<String, Integer> numbers = new HashMap<>();
    private final String pattern;

    private MonthNames(String table) {
        String[] lines = table.strip().split("\n");
        for (int i = 0; i < lines.length; i++) {
            for (String name : lines[i].strip().split(" ")) {
                numbers.put(key(name), i + 1);
            }
        }
        pattern = table.lines().flatMap(line -> Stream.of(line.strip().split(" ")))
                .sorted(Comparator.comparing(String::length).reversed()).map(name -> name.replace("-", "[ \\-]?"))
                .collect(Collectors.joining("|", "(?<![\\p{L}\\d])(?:", ")(?![\\p{L}])"));
    }

    /** Matches a name as a whole word, and catches nothing. */
    String pattern() {
        return pattern;
    }

    /** From 1; 0 for what is no month's name. */
    int number(String name) {
        return numbers.getOrDefault(key(name), 0);
    }

    private static String key(String name) {
        return name.replaceAll("[ \\-]", "");
    }
}
