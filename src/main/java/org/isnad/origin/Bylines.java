package org.isnad.origin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.isnad.kernel.text.BylineHeading;

/** Whom the line under a title names. The line itself stays as the article states it. */
public final class Bylines {
    private static final int MOST = 20;
    /**
     * An «and» that stands free. The Arabic one that is joined to the next word is no separator: nobody can tell it from the first
     * letter of a name.
     */
    private static final Pattern AND = Pattern.compile("[؛;\\n\\r]+|\\s+(?:and|و)\\s+|\\s+&\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMA = Pattern.compile("[\\s\\u00A0]*[,،][\\s\\u00A0]*");
    /** Words of roles and of places with two words, in small letters. */
    private static final Set<String> OTHER_THAN_NAMES = Set.of("محرر", "محررة", "المحرر", "المحررة", "مراسل", "مراسلة",
            "مراسلنا", "مراسلتنا", "المراسل", "مدير", "مديرة", "رئيس", "رئيسة", "التحرير", "كاتب", "كاتبة", "صحفي",
            "صحفية",
            "صحافي", "صحافية", "مندوب", "مصور", "وكالة", "وكالات", "أبيب", "المحتلة", "المحتل", "editor", "editors",
            "correspondent",
            "correspondents", "reporter", "reporters", "writer", "journalist", "columnist", "analyst", "producer",
            "contributor", "photographer", "bureau", "chief", "staff", "agency", "agencies", "rédacteur",
            "correspondant",
            "journaliste", "york", "angeles", "aviv", "d.c.");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern EDGES = Pattern.compile("^[\\s\\u00A0,،.:|/–—-]+|[\\s\\u00A0,،:|/–—-]+$");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*");

    private Bylines() {}

    /** The persons that a byline names, in its order, at most 20; none when it names nobody. */
    public static List<String> authors(@Nullable String byline) {
        if (byline == null) {
            return List.of();
        }
        return AND.splitAsStream(BylineHeading.without(byline)).flatMap(Bylines::atCommas)
                .flatMap(name -> name(name).stream()).filter(name -> !isOffice(name)).distinct().limit(MOST).toList();
    }

    /** The name in a text, without white space and marks around it; none when no letter or digit is in it. */
    public static Optional<String> name(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String name = EDGES.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("");
        return name.codePoints().anyMatch(Bylines::counts) && !ADDRESS.matcher(name).matches()
                ? Optional.of(name)
                : Optional.empty();
    }

    /**
     * Between whole names; not in «Doe, Jane» or «Jane Doe, Reuters», where a single word stands on a side, nor before what somebody is or
     * where: «أحمد علي، مدير التحرير».
     */
    private static Stream<String> atCommas(String names) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        int last = 0;
        Matcher comma = COMMA.matcher(names);
        while (comma.find()) {
            Matcher next = COMMA.matcher(names);
            int end = next.find(comma.end()) ? next.start() : names.length();
            if (isWhole(names.substring(last, comma.start())) && isWhole(names.substring(comma.end(), end))) {
                parts.add(names.substring(begin, comma.start()));
                begin = comma.end();
            }
            last = comma.end();
        }
        parts.add(names.substring(begin));
        return parts.stream();
    }

    /** Whether it can be a person's whole name. */
    private static boolean isWhole(String part) {
        List<String> words = SPACE.splitAsStream(part.strip()).map(word -> word.toLowerCase(Locale.ROOT)).toList();
        return words.size() > 1 && words.stream().noneMatch(OTHER_THAN_NAMES::contains);
    }

    /** «مراسلنا» and "Staff reporter" are somebody, and nobody in particular. */
    private static boolean isOffice(String name) {
        return SPACE.splitAsStream(name).map(word -> word.toLowerCase(Locale.ROOT))
                .allMatch(OTHER_THAN_NAMES::contains);
    }

    /** Letters and digits; not the tatweel, which only makes a word longer. */
    private static boolean counts(int c) {
        return Character.isLetterOrDigit(c) && c != 'ـ';
    }
}
