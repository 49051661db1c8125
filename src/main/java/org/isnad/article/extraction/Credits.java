package org.isnad.article.extraction;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.isnad.article.CodePoints;

/** Who wrote a saved text and who brought it out, where no label says so, or a label says more than that. */
final class Credits {
    private static final int ENOUGH = 1000;
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}.'’-]*(?: \\p{L}[\\p{L}\\p{M}.'’-]*){1,3}");
    private static final Pattern SIGN = Pattern.compile("\\s*[|•·]\\s*|\\s+[-–—]\\s+");

    /** The site in the title's line. */
    private @Nullable Fact<String> site;
    /** What a line after the text names as its source. */
    private @Nullable Fact<String> source;
    private @Nullable Fact<String> agency;
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

    /** Two to four words that are all there is between the title and the day are who wrote it; whether they are. */
    boolean isName(SavedLine line, SavedLine next, Days days) {
        boolean section = Stream.of(line.plain().split(" ")).anyMatch(Phrases::isSection);
        String day = SIGN.split(CodePoints.head(next.seen(), ENOUGH), 2)[0];
        if (section || !NAME.matcher(line.seen()).matches() || !days.isAll(day)) {
            return false;
        }
        name = new Fact<>(line.seen(), Where.TEXT, line.seen());
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
                Optional.ofNullable(source).flatMap(Credits::one), Optional.ofNullable(agency))
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<Fact<String>> one(Fact<String> sources) {
        return Outlets.only(sources.value()).map(sources::as);
    }
}
