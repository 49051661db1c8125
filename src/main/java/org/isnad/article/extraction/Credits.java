package org.isnad.article.extraction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Who wrote a saved text and who brought it out, where no label says so, or a label says more than that. */
final class Credits {
    private static final int MOST_BESIDE = 7;
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}.'’-]*(?: \\p{L}[\\p{L}\\p{M}.'’-]*){1,3}");
    private static final Pattern SIGN = Pattern.compile("\\s*[|•·]\\s*|\\s+[-–—]\\s+");

    private static final Pattern PLACE_AND_NAME = Pattern
            .compile(
                    "\\p{L}+(?: \\p{L}+)?\\s*[-–—/]\\s*(\\p{L}[\\p{L}\\p{M}.'’-]*(?: \\p{L}[\\p{L}\\p{M}.'’-]*){1,2})(?:\\s*:|\\s*/\\s*(\\p{L}[\\p{L}\\p{M} ]{2,30}))");
    private static final int MOST_OF_ROLE = 14;
    private static final Pattern ROLE = Pattern.compile(
            "(?:(?:كاتبه?|صحفيه?|صحافيه?|باحثه?|مراسله?|محرره?|اعلاميه?|اكاديميه?|استاذه?|senior|staff|chief|special|political|legal) )+(?:و?\\p{L}+ ){0,3}(?:في|من|علي|ل|and|for|at|in|writer|reporter|correspondent|editor|columnist)"
                    + "|(?:كاتبه?|صحفيه?|صحافيه?|باحثه?|مراسله?|محرره?|reporter|correspondent|columnist|editor|journalist)(?=$|[ ,،] ?(?:و|and|at|for|in|سوري|لبناني|فلسطيني|مصري|اردني|عراقي|تونسي|مغربي|جزايري|يمني))");

    /** The site in the title's line. */
    private @Nullable Fact<String> site;
    /** What a line after the text names as its source. */
    private @Nullable Fact<String> source;
    private @Nullable Fact<String> agency;
    /** The outlet that stands beside a place. */
    private @Nullable Fact<String> beside;
    private @Nullable Fact<String> name;

    void site(Fact<String> inTitle) {
        site = inTitle;
    }

    void source(Optional<Fact<String>> underText) {
        source = source == null ? underText.orElse(null) : source;
    }

    /** The agency that the first paragraph's dateline names. */
    void dateline(String paragraph) {
        agency = Outlets.inDateline(paragraph).map(outlet -> new Fact<>(outlet, Where.TEXT, paragraph)).orElse(null);
    }

    /** «السدرة - رامي ناصر:» or «السدرة / رامي ناصر / وكالة الضفة» before the first paragraph; whether it is. */
    boolean isPlaceAndName(SavedLine line) {
        Matcher both = PLACE_AND_NAME.matcher(line.seen());
        if (!both.matches() || both.group(2) == null && name != null || Outlets.isOutlet(both.group(1))) {
            return false;
        }
        name = new Fact<>(both.group(1), Where.TEXT, line.seen());
        beside = both.group(2) == null ? beside : new Fact<>(both.group(2), Where.TEXT, line.seen());
        return true;
    }

    /** Who the author is, in a line of its own. */
    static boolean isRole(SavedLine line) {
        return line.words() <= MOST_OF_ROLE && ROLE.matcher(line.plain()).lookingAt();
    }

    /** «الساحل اليوم - السدرة» above the first paragraph; whether it is. */
    boolean isOutletAndPlace(SavedLine line) {
        String[] parts = SIGN.split(line.seen(), 3);
        if (line.words() > MOST_BESIDE || parts.length != 2 || Wording.words(parts[1]) > 2
                || !Outlets.isOutlet(parts[0])) {
            return false;
        }
        beside = new Fact<>(parts[0], Where.TEXT, line.seen());
        return true;
    }

    /** Two to four words that are all there is between the title and the day are who wrote it; whether they are. */
    boolean isName(SavedLine line, boolean dayBelow) {
        boolean section = Stream.of(line.plain().split(" ")).anyMatch(Phrases::isSection);
        String[] parts = SIGN.split(line.seen(), 3);
        String who = parts.length == 2 && Wording.words(parts[1]) <= 2 ? parts[0] : line.seen();
        if (section || !dayBelow || !NAME.matcher(who).matches() || Outlets.isOutlet(who)) {
            return false;
        }
        name = new Fact<>(who, Where.TEXT, line.seen());
        return true;
    }

    /** Who is named as the author, without the outlet that is named beside. */
    Optional<Fact<String>> byline(Optional<Fact<String>> label, Optional<Fact<String>> outlet) {
        Optional<Fact<String>> named = label.or(() -> Optional.ofNullable(name));
        return outlet.map(by -> named.map(who -> who.as(Outlets.without(by.value(), who.value())))).orElse(named);
    }

    /** What is named as the source where that is one, else the site in the title's line, or the agency that a dateline names. */
    Optional<Fact<String>> outlet(Optional<Fact<String>> label) {
        return Stream.of(label.flatMap(Credits::one), Optional.ofNullable(site),
                Optional.ofNullable(source).flatMap(Credits::one), Optional.ofNullable(agency),
                Optional.ofNullable(beside).flatMap(Credits::one))
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<Fact<String>> one(Fact<String> sources) {
        return Outlets.only(sources.value()).map(sources::as);
    }
}
