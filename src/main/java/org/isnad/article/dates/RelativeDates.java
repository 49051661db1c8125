package org.isnad.article.dates;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.isnad.article.dates.FoundDate.Calendar;
import org.isnad.article.dates.FoundDate.Kind;

/** What says how long before its capture a text was published, in a line as {@link PlainLine} spells it. */
final class RelativeDates {
    private static final Map<String, Integer> NUMBERS = table("""
            1 a an one un une
            2 two deux
            3 three trois ثلاث ثلاثه
            4 four quatre اربع اربعه
            5 five cinq خمس خمسه
            6 six ست سته
            7 seven sept سبع سبعه
            8 eight huit ثماني ثمان ثمانيه
            9 nine neuf تسع تسعه
            10 ten dix عشر عشره
            """);
    /** In minutes; what is shorter is none. */
    private static final Map<String, Integer> ONE = table("""
            0 ثانيه second sec seconde
            1 دقيقه minute min
            30 نصف-ساعه
            60 ساعه hour hr h heure
            1440 يوم يوما day d jour j
            10080 اسبوع اسبوعا week wk w semaine
            """);
    private static final Map<String, Integer> TWO = table("""
            0 ثانيتين
            2 دقيقتين
            120 ساعتين
            2880 يومين
            20160 اسبوعين
            """);
    private static final Map<String, Integer> SEVERAL = table("""
            0 ثواني ثوان seconds secs secondes
            1 دقايق minutes mins
            60 ساعات hours hrs heures
            1440 ايام days jours
            10080 اسابيع weeks semaines
            """);
    /** So many months ago is no day. */
    private static final String TOO_LONG = "شهر|شهرا|شهور|اشهر|شهرين|سنه|سنتين|سنوات|سنين|عام|عاما|عامين|اعوام|months?|years?|mois|ans?|annees?";
    private static final Pattern AGO = Pattern.compile("(?<![\\p{L}\\d])((?:منذ|قبل|il y a) )?"
            + "(?:(?:حوالي|نحو|environ|about) )?(?:(\\d{1,4}|" + words(List.of(NUMBERS)) + ") ?)?("
            + words(List.of(ONE, TWO, SEVERAL)) + "|" + TOO_LONG + ")(?: واحده?)?( ago)?(?!\\p{L})");
    private static final int SINCE = 1;
    private static final int NUMBER = 2;
    private static final int UNIT = 3;
    private static final int AFTER = 4;

    private static final Map<String, Integer> DAYS_AGO = table("""
            0 اليوم today aujourd'hui aujourd’hui الان منذ-لحظات just-now
            1 امس البارحه yesterday hier
            2 اول-امس اول-من-امس امس-الاول قبل-امس avant-hier
            """);
    private static final Pattern DAY = Pattern.compile("(?<!\\p{L})(?:" + words(List.of(DAYS_AGO)) + ")(?!\\p{L})");

    private RelativeDates() {}

    static Optional<DateForm> in(String plain, LocalDateTime captured) {
        Optional<MatchResult> ago = AGO.matcher(plain).results().filter(RelativeDates::isPast).findFirst();
        if (ago.isPresent()) {
            return minutes(ago.get()).flatMap(minutes -> form(ago.get(), captured, Duration.ofMinutes(minutes)));
        }
        Matcher day = DAY.matcher(plain);
        return day.find() ? form(day, captured, Duration.ofDays(number(DAYS_AGO, day.group()))) : Optional.empty();
    }

    static String without(String plain) {
        boolean ago = plain.contains("ago") || plain.contains("منذ") || plain.contains("قبل")
                || plain.contains("il y a");
        String left = ago
                ? AGO.matcher(plain)
                        .replaceAll(match -> isPast(match) ? " " : Matcher.quoteReplacement(match.group()))
                : plain;
        return DAY.matcher(left).replaceAll(" ");
    }

    private static boolean isPast(MatchResult match) {
        return match.group(SINCE) != null || match.group(AFTER) != null;
    }

    private static Optional<DateForm> form(MatchResult match, LocalDateTime captured, Duration ago) {
        try {
            return Optional.of(new DateForm(match.start(), match.end(), captured.minus(ago).toLocalDate(), null,
                    Calendar.GREGORIAN, Kind.RELATIVE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Empty when it is not said how many, as in «ساعات», or how long. */
    private static Optional<Long> minutes(MatchResult match) {
        String number = match.group(NUMBER);
        String unit = match.group(UNIT);
        if (number == null) {
            return Stream.of(ONE, TWO).filter(words -> words.containsKey(key(unit))).findFirst()
                    .map(words -> (long) number(words, unit));
        }
        long count = Character.isDigit(number.charAt(0)) ? Long.parseLong(number) : number(NUMBERS, number);
        return Stream.of(ONE, SEVERAL).filter(words -> words.containsKey(key(unit))).findFirst()
                .map(words -> count * number(words, unit));
    }

    private static int number(Map<String, Integer> table, String word) {
        return table.getOrDefault(key(word), 0);
    }

    private static String key(String word) {
        return word.replace(' ', '-');
    }

    private static String words(List<Map<String, Integer>> tables) {
        return tables.stream().flatMap(table -> table.keySet().stream())
                .sorted(Comparator.comparing(String::length).reversed()).map(word -> word.replace("-", "[ \\-]"))
                .collect(Collectors.joining("|"));
    }

    /** Each line a number and its words; a hyphen stands for a blank. */
    private static Map<String, Integer> table(String lines) {
        Map<String, Integer> table = new HashMap<>();
        lines.lines().map(String::strip).forEach(line -> {
            String[] words = line.split(" ");
            Stream.of(words).skip(1).forEach(word -> table.put(word, Integer.valueOf(words[0])));
        });
        return Map.copyOf(table);
    }
}
