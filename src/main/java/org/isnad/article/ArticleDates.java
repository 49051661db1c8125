package org.isnad.article;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the day that a line names: ISO 8601, English, French, and Arabic with the month names of every tradition and any
 * digits. A day is only found when day, month and year are all written; nothing is guessed.
 */
public final class ArticleDates {
    private static final Map<String, Integer> MONTHS = months("""
            january jan janvier janv يناير جانفي كانون-الثاني كانون-ثاني اي-النار
            february feb fevrier fevr فبراير فيفري شباط النوار
            march mar mars مارس اذار الربيع
            april apr avril avr ابريل افريل نيسان الطير
            may mai مايو ماي ايار الماء
            june jun juin يونيو يونيه جوان حزيران الصيف
            july jul juillet juil يوليو يوليه يوليوز جويليه تموز ناصر
            august aug aout اغسطس اوت غشت اب هانيبال
            september sept sep septembre سبتمبر شتنبر ايلول الفاتح
            october oct octobre اكتوبر تشرين-الاول تشرين-اول التمور
            november nov novembre نوفمبر نونبر تشرين-الثاني تشرين-ثاني الحرث
            december dec decembre ديسمبر دجنبر كانون-الاول كانون-اول الكانون
            """);
    private static final String MONTH = "(?<!\\p{L})(" + MONTHS.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed()).collect(Collectors.joining("|")) + ")(?!\\p{L})";
    private static final String YEAR = "((?:19|20)\\d{2})(?!\\d)";
    private static final String DAY = "(?<!\\d)([0-3]?\\d)";

    private static final Pattern YEAR_FIRST = Pattern
            .compile("(?<!\\d)((?:19|20)\\d{2})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)");
    // The second name in «15 كانون الأول/ديسمبر 2017» is the same month in the other tradition.
    private static final Pattern DAY_MONTH_YEAR = Pattern.compile(DAY + "(?:er|st|nd|rd|th)?[\\s,.\\-]*(?:of |de |من )?"
            + MONTH + "\\.?(?:\\s?[/(]\\s?\\p{L}+(?: \\p{L}+)?\\)?)?[\\s,\\u060C\\-]*" + YEAR);
    private static final Pattern MONTH_DAY_YEAR = Pattern
            .compile(MONTH + "\\.?\\s+" + DAY + "(?:st|nd|rd|th)?\\s*[,\\u060C]?\\s+" + YEAR);
    private static final Pattern NUMBERS = Pattern.compile("(?<!\\d)(\\d{1,2})([-/.])(\\d{1,2})\\2" + YEAR);

    private static final int LONGEST_DATE_LINE = 100;
    private static final Pattern BESIDE_DATES = Pattern
            .compile("(?<!\\p{L})(?:نشر|نشرت|تم|تاريخ|التاريخ|النشر|في|بتاريخ|يوم|اخر"
                    + "|تحديث|الساعه|السبت|الاحد|الاثنين|الاتنين|الثلاثاء|الاربعاء|الخميس|الجمعه|م|ص|ه|هـ|صباحا|مساء|بتوقيت|غرينتش"
                    + "|published|posted|updated|on|last|at|date|am|pm|gmt|utc|publie|le|mis|a|jour|h|t|z"
                    + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
                    + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\\p{L})");

    private ArticleDates() {}

    /**
     * The first day named in the line.
     *
     * @param language
     *            of the text; English alone writes the month first in {@code 3/4/2017}, so there such a date stays unknown
     */
    public static Optional<LocalDate> in(String line, String language) {
        String plain = plain(line);
        Matcher m = YEAR_FIRST.matcher(plain);
        if (m.find()) {
            return day(m.group(1), m.group(3), m.group(4));
        }
        m = DAY_MONTH_YEAR.matcher(plain);
        if (m.find()) {
            return day(m.group(3), month(m.group(2)), m.group(1));
        }
        m = MONTH_DAY_YEAR.matcher(plain);
        if (m.find()) {
            return day(m.group(3), month(m.group(1)), m.group(2));
        }
        m = NUMBERS.matcher(plain);
        return m.find() ? numbers(m.group(1), m.group(3), m.group(4), language) : Optional.empty();
    }

    /** Whether the line names a day and says hardly anything else: a day inside prose is not the day of publication. */
    public static boolean isAll(String line, String language) {
        if (CodePoints.length(line) > LONGEST_DATE_LINE || in(line, language).isEmpty()) {
            return false;
        }
        String left = plain(line);
        for (Pattern pattern : List.of(YEAR_FIRST, DAY_MONTH_YEAR, MONTH_DAY_YEAR, NUMBERS, BESIDE_DATES)) {
            left = pattern.matcher(left).replaceAll(" ");
        }
        return left.replaceAll("[^\\p{L}]+", " ").strip().isEmpty();
    }

    private static Optional<LocalDate> numbers(String first, String second, String year, String language) {
        int a = Integer.parseInt(first);
        int b = Integer.parseInt(second);
        if (a <= 12 && b <= 12 && a != b && language.equals("en")) {
            return Optional.empty();
        }
        return b > 12 ? day(year, first, second) : day(year, second, first);
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            // 31 February is somebody's slip, not a day.
            return Optional.empty();
        }
    }

    private static String month(String name) {
        Integer number = MONTHS.get(name);
        return String.valueOf(number == null ? 0 : number);
    }

    /** Latin digits, lower case, without accents, vowel marks, hamzas and invisible characters: one spelling per month. */
    private static String plain(String line) {
        StringBuilder plain = new StringBuilder(line.length());
        Normalizer.normalize(line, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK
                        && Character.getType(c) != Character.FORMAT && c != 'ـ')
                .map(c -> switch (c) {
                    case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
                    case 'ة' -> 'ه';
                    case 'ى', 'ی' -> 'ي';
                    default -> Character.isDigit(c)
                            ? '0' + Character.digit(c, 10)
                            : Character.isSpaceChar(c) ? ' ' : c;
                }).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static Map<String, Integer> months(String table) {
        Map<String, Integer> months = new HashMap<>();
        String[] lines = table.strip().split("\n");
        for (int i = 0; i < lines.length; i++) {
            for (String name : lines[i].strip().split(" ")) {
                months.put(name.replace('-', ' '), i + 1);
            }
        }
        return Map.copyOf(months);
    }
}
