package org.isnad.origin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Whom the line under a title names. The line itself stays as the article states it. */
public final class Bylines {
    private static final int MOST = 20;
    /** What stands before the names: of the headings that pages print, only such as are no name themselves. */
    private static final Pattern HEADING = Pattern.compile(
            "^(?:(?:written\\s+)?by|بقلم|كتبه|كتبته|كتبها|كتبت|كتب|إعداد|اعداد|تحرير)(?:\\s*[:：]\\s*|\\s+)(?=\\S)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /**
     * An «and» that stands free. The Arabic one that is joined to the next word is no separator: nobody can tell it from the first
     * letter of a name.
     */
    private static final Pattern AND = Pattern.compile("[؛;،\\n\\r]+|\\s+(?:and|و)\\s+|\\s+&\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern EDGES = Pattern.compile("^[\\s\\u00A0,،.:|/–—-]+|[\\s\\u00A0,،:|/–—-]+$");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*");

    private Bylines() {}

    /** The persons that a byline names, in its order, at most 20; none when it names nobody. */
    public static List<String> authors(@Nullable String byline) {
        if (byline == null) {
            return List.of();
        }
        return AND.splitAsStream(HEADING.matcher(byline.strip()).replaceFirst("")).flatMap(Bylines::atCommas)
                .flatMap(name -> name(name).stream()).distinct().limit(MOST).toList();
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

    /** Between whole names; not in «Doe, Jane» or «Jane Doe, Reuters», where a single word stands on a side. */
    private static Stream<String> atCommas(String names) {
        List<String> parts = new ArrayList<>(List.of(COMMA.split(names.strip())));
        parts.removeIf(String::isBlank);
        return parts.stream().allMatch(part -> SPACE.matcher(part.strip()).find())
                ? parts.stream()
                : Stream.of(names);
    }

    /** Letters and digits; not the tatweel, which only makes a word longer. */
    private static boolean counts(int c) {
        return Character.isLetterOrDigit(c) && c != 'ـ';
    }
}
