package org.isnad.article.dates;

import java.util.regex.Pattern;

/** What pages write around a date and what says nothing else. */
final class DateWords {
    private static final Pattern WORDS = Pattern.compile("(?<!\\p{L})(?:بتوقيت \\p{L}+(?: المكرمه)?"
            + "|نشر|نشرت|النشر|نشره|تم|كتب|كتبت|اضيف|اضيفت|الاضافه|حدث|تحديث|التحديث|تعديل|اخر|تاريخ|التاريخ|بتاريخ|في|يوم"
            + "|الموافق|الموافق ل|هجري|هجريه|ميلادي|ميلاديه|الساعه|علي|عند|و"
            + "|السبت|الاحد|الاثنين|الاتنين|الثلاثاء|الثلثاء|الاربعاء|الخميس|الجمعه|م|ص|ه|ش|ق|صباحا|مساء|ظهرا|غرينتش|غرينيتش|جرينتش"
            + "|published|posted|created|updated|modified|update|on|last|at|date|time|am|pm|gmt|utc|ah|ce|ad|the"
            + "|publie|publiee|poste|modifie|mise|le|mis|a|jour|h|t|z|heure|min"
            + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
            + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\\p{L})");

    private DateWords() {}

    static String without(String plain) {
        return WORDS.matcher(plain).replaceAll(" ");
    }
}
