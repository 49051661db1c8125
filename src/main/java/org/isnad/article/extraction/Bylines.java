package org.isnad.article.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import org.isnad.article.CodePoints;
import org.isnad.article.dates.Dates;
import org.isnad.kernel.text.BylineHeading;

/** Finds who wrote an article, as far as its page marks it. Many pages name themselves, or nobody, as the author. */
final class Bylines {
    private static final int LONGEST_NAME = 150;
    private static final int MOST_WORDS = 15;
    /** More people than that, each linked, are those who write for the site. */
    private static final int MOST_LINKED = 3;
    private static final Pattern AFTER_NAME = Pattern.compile("\\s*[|•·]|\\s+[-–—](?:\\s|$)|\\d");
    private static final Pattern DOMAIN = Pattern.compile("\\p{Alnum}[\\p{Alnum}-]*(?:\\.[\\p{Alnum}-]+)+");
    private static final Set<String> NOBODY = Set.of("admin", "administrator", "editor", "webmaster", "author", "staff",
            "user", "root", "guest");
    private static final String MARKED = "[itemprop=author] [itemprop=name], [itemprop=author], [rel=author], .byline-name, .author-name, .author_name, "
            + ".post-author-name, .entry-author-name, .author.vcard, [class~=(?i)(?:^|[\\s_-])(?:byline|author-line)(?:\\s|$)], .article-author, .post-author, .entry-author, .author";
    private static final String ITEMS = "[itemprop=author] [itemprop=name], [itemprop=author]:not([itemscope])";
    private static final String NAME = "[rel=author], [itemprop=name], [class~=(?i)(?:author|name)(?:\\s|$)]";
    /** How far up the line of names may be. */
    private static final int LINE = 3;
    private static final String LINKED = "a[href*=/author/], a[href*=/authors/]";

    private final Marks marks;
    private final Optional<String> outlet;
    private final Optional<String> publisher;
    private final String host;

    /**
     * @param outlet
     *            the page's own name
     * @param publisher
     *            another
     * @param host
     *            where it lies, empty for unknown
     */
    Bylines(Marks marks, Optional<String> outlet, Optional<String> publisher, String host) {
        this.marks = marks;
        this.outlet = outlet.map(Wording::plain);
        this.publisher = publisher;
        this.host = host;
    }

    /**
     * @param declared
     *            the names that JSON-LD gives
     */
    Optional<Fact<String>> find(List<String> declared) {
        List<String> authors = declared.stream().map(BylineHeading::without).filter(this::isPerson).toList();
        return Stream.of(
                authors.isEmpty()
                        ? Stream.<Fact<String>>empty()
                        : Stream.of(new Fact<>(String.join(", ", authors), Where.JSON_LD, String.join(", ", declared))),
                meta("meta[name=author], meta[property=author]", Where.META),
                meta("meta[name=article:author], meta[property=article:author]", Where.OPEN_GRAPH),
                meta("meta[name=parsely-author], meta[name=sailthru.author], meta[name=dc.creator], meta[name=byl]",
                        Where.META),
                itemised(), names(marks.select(MARKED).map(Bylines::text), Where.MARKED_ELEMENT), linked())
                .flatMap(names -> names).findFirst();
    }

    private Stream<Fact<String>> meta(String query, Where where) {
        return names(marks.values(query, "content").stream().limit(1), where);
    }

    private Stream<Fact<String>> names(Stream<String> values, Where where) {
        return values.map(value -> CodePoints.head(value, 2 * LONGEST_NAME)).map(String::strip)
                .filter(value -> !value.startsWith("http"))
                .map(value -> new Fact<>(name(value), where, value)).filter(fact -> isPerson(fact.value()));
    }

    /** The names in the same line as the first that microdata mark: each has an element of its own. */
    private Stream<Fact<String>> itemised() {
        List<Element> all = marks.select(ITEMS).toList();
        Element line = all.isEmpty() ? null : all.get(0).parent();
        for (int i = 0; i < LINE && line != null && line.parent() != null
                && Wording.words(line.parent().text()) <= MOST_WORDS; i++) {
            line = line.parent();
        }
        Element within = line;
        List<Fact<String>> names = within == null
                ? List.of()
                : names(all.stream().filter(element -> element.parents().contains(within)).map(Element::text),
                        Where.MICRODATA).distinct().toList();
        String joined = String.join(", ", names.stream().map(Fact::value).distinct().toList());
        return names.size() < 2 ? Stream.empty() : Stream.of(new Fact<>(joined, Where.MICRODATA, joined));
    }

    /** The text of what is marked; of a name with an office below it, the name, when it is marked and has a line of its own. */
    private static String text(Element marked) {
        String all = marked.text();
        if (Wording.words(all) > MOST_WORDS) {
            return all;
        }
        List<String> names = marked.select(NAME).stream().filter(inner -> inner != marked).map(Element::text)
                .filter(name -> !name.isBlank()).distinct().toList();
        return names.size() == 1 && Blocks.of(marked).blocks().stream().flatMap(block -> block.lines().stream())
                .anyMatch(line -> BylineHeading.without(line).equals(names.get(0))) ? names.get(0) : all;
    }

    private Stream<Fact<String>> linked() {
        List<Fact<String>> linked = names(marks.select(LINKED).map(Element::text).distinct(), Where.MARKED_ELEMENT)
                .limit(MOST_LINKED + 1L).toList();
        return linked.size() > MOST_LINKED ? Stream.empty() : linked.stream();
    }

    /** The name alone: no «بقلم» before it, no day, place or role after it. */
    static String name(String value) {
        String name = BylineHeading.without(value);
        var after = AFTER_NAME.matcher(name);
        if (!after.find()) {
            return name;
        }
        String cut = name.substring(0, after.start()).strip();
        int last = cut.lastIndexOf(' ') + 1;
        while (last > 0 && isOfDate(cut.substring(last))) {
            cut = cut.substring(0, last).strip();
            last = cut.lastIndexOf(' ') + 1;
        }
        return cut.replaceFirst("[\\s,،]+$", "");
    }

    /** Whether it is a word that stands in dates, such as a month or a day of the week. */
    private static boolean isOfDate(String word) {
        return !Dates.isDateLine(word)
                && (Dates.isDateLine("1 " + word + " 2020") || Dates.isDateLine(word + " 2020-01-01"));
    }

    private boolean isPerson(String name) {
        String plain = Wording.plain(name);
        boolean site = outlet.map(plain::equals).orElse(false) || host.equals(plain);
        boolean button = Phrases.opening(plain).isPresent() || Phrases.kind(plain).isPresent();
        return isName(name) && !site && !button && publisher.map(other -> !other.equalsIgnoreCase(name)).orElse(true);
    }

    private static boolean isName(String name) {
        return CodePoints.length(name) <= LONGEST_NAME && name.codePoints().anyMatch(Character::isLetter)
                && !name.startsWith("http") && !name.contains("@") && !NOBODY.contains(name.toLowerCase(Locale.ROOT))
                && !DOMAIN.matcher(name).matches() && Wording.words(name) <= MOST_WORDS;
    }
}
