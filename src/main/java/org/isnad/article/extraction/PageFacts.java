package org.isnad.article.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import org.isnad.article.CodePoints;

/** What a page declares about its article: structured data first, then {@code meta}, then what is marked, then what is written. */
final class PageFacts {
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_SITE = 4;
    private static final int LONGEST_DAY = 200;
    /** Fewer words, such as a section's, can be in the title element and a heading of the page alike. */
    private static final int TITLE = 4;
    /** No title or name is longer; patterns that look for blanks must not meet a million of them. */
    private static final int LONGEST_VALUE = 1000;
    private static final Pattern SEPARATORS = Pattern
            .compile("\\s+[|\\u2013\\u2014\\u00BB\\u00B7\\u2022:-]\\s+|\\s*[|]\\s*");

    private static final Pattern HOME = Pattern.compile("/|https?://[^/?#]+/?");

    private final Marks marks;
    private final StructuredData data;
    private final Optional<Fact<String>> outlet;
    private final Optional<Fact<String>> title;
    private final Optional<Fact<String>> byline;

    PageFacts(Document page) {
        marks = Marks.of(page);
        data = StructuredData.of(page);
        outlet = findOutlet();
        title = findTitle();
        byline = new Bylines(marks, outlet.map(Fact::value), data.outlet(), host().replaceFirst("\\..*", ""))
                .find(data.authors());
    }

    StructuredData data() {
        return data;
    }

    Optional<Fact<String>> title() {
        return title;
    }

    Optional<Fact<String>> byline() {
        return byline;
    }

    Optional<Fact<String>> outlet() {
        return outlet;
    }

    /** What is shown as heading where something else bears it out, else what is declared. */
    private Optional<Fact<String>> findTitle() {
        List<String> declared = Stream
                .of(data.title(), meta("meta[property=og:title]"), meta("meta[name=twitter:title]"),
                        text("title"))
                .flatMap(Optional::stream).toList();
        List<String> headings = headings(marks.select("h1"));
        // Above the article's own heading some pages have the name of its section, as the first of all.
        Optional<Fact<String>> confirmed = confirmed(headings, declared)
                .or(() -> confirmed(headings(marks.lowerHeadings()).stream()
                        .filter(heading -> Wording.words(heading) >= TITLE).toList(), declared));
        Optional<String> only = headings.size() == 1
                ? headings.stream().filter(one -> Wording.words(one) > 2).findFirst()
                : Optional.empty();
        return Stream
                .of(confirmed, fact(only, Where.HEADING), fact(text("[itemprop=headline]"), Where.MICRODATA),
                        fact(data.title(), Where.JSON_LD),
                        fact(meta("meta[property=og:title]"), Where.OPEN_GRAPH),
                        fact(meta("meta[name=twitter:title]"), Where.META),
                        fact(text("title"), Where.TITLE_ELEMENT), fact(headings.stream().findFirst(), Where.HEADING))
                .flatMap(Optional::stream).map(title -> title.as(withoutSite(title.value())))
                .findFirst();
    }

    private List<String> headings(Stream<Element> elements) {
        return elements.filter(heading -> !leadsHome(heading)).map(PageFacts::written)
                .filter(text -> !text.isEmpty() && !isSite(text)).toList();
    }

    /** Whether the heading is the site's own: a link to where the site begins. */
    private static boolean leadsHome(Element heading) {
        Element link = heading.selectFirst("a[href]");
        return link != null && HOME.matcher(link.attr("href").strip()).matches()
                && link.text().equals(heading.text());
    }

    /** The first of the headings that a declared title bears out. */
    private static Optional<Fact<String>> confirmed(List<String> headings, List<String> declared) {
        return headings.stream()
                .flatMap(heading -> spelled(heading, declared).stream()
                        .map(title -> new Fact<>(title, Where.HEADING, heading)))
                .findFirst();
    }

    /** Two blanks that somebody typed stay two; how the page's source is broken into lines is nobody's writing. */
    private static String written(Element heading) {
        return CodePoints.head(heading.wholeText().strip(), LONGEST_VALUE).replaceAll("[ \\t]*[\\n\\r\\t\\f]\\s*", " ")
                .strip();
    }

    /** The heading if a declared title has the same words; in its spelling when the heading is all capitals. */
    private static Optional<String> spelled(String heading, List<String> declared) {
        String plain = Wording.plain(heading);
        boolean capitals = heading.equals(heading.toUpperCase(Locale.ROOT))
                && !heading.equals(heading.toLowerCase(Locale.ROOT));
        for (String title : declared) {
            for (String part : parts(title)) {
                if (!plain.isEmpty() && Wording.plain(part).equals(plain)) {
                    return Optional.of(capitals ? part : heading);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Fact<String>> findOutlet() {
        return Stream
                .of(fact(meta("meta[property=og:site_name]"), Where.OPEN_GRAPH), fact(data.outlet(), Where.JSON_LD),
                        fact(text("[itemprop=publisher] [itemprop=name]")
                                .or(() -> meta("[itemprop=publisher] meta[itemprop=name]")), Where.MICRODATA),
                        fact(meta("meta[name=application-name]"), Where.META), outletInTitle())
                .flatMap(Optional::stream).filter(name -> CodePoints.length(name.value()) <= LONGEST_NAME).findFirst();
    }

    /** «Heading | Outlet» in the title element names the outlet when the page's heading is just the rest. */
    private Optional<Fact<String>> outletInTitle() {
        String all = text("title").orElse("");
        Matcher separator = SEPARATORS.matcher(all);
        while (separator.find()) {
            String site = all.substring(separator.end());
            String rest = Wording.plain(all.substring(0, separator.start()));
            if (!rest.isEmpty() && Wording.words(site) <= LONGEST_SITE && !SEPARATORS.matcher(site).find()
                    && marks.select("h1").map(PageFacts::written).map(Wording::plain).anyMatch(rest::equals)) {
                return Optional.of(new Fact<>(site, Where.TITLE_ELEMENT, all));
            }
        }
        return Optional.empty();
    }

    Optional<Fact<LocalDate>> published(Days days) {
        return Stream.of(days(data.published().stream().toList(), Where.JSON_LD, days),
                days(marks.values(
                        "meta[property=article:published_time], meta[property=og:published_time], meta[name=article:published_time]",
                        "content"), Where.OPEN_GRAPH, days),
                days(marks.select("[itemprop=datePublished]")
                        .map(e -> e.hasAttr("content")
                                ? e.attr("content")
                                : e.hasAttr("datetime") ? e.attr("datetime") : e.text())
                        .toList(), Where.MICRODATA, days),
                days(marks.values(
                        "meta[name~=(?i)^(date|pubdate|publishdate|publish-date|publish_date|parsely-pub-date|sailthru.date|dc\\.date|dc\\.date\\.issued|dcterms\\.(date|created|issued)|article\\.published|datepublished|cxenseparse:recs:publishtime)$]",
                        "content"), Where.META, days),
                days(marks.values(
                        "time[pubdate], time.published, time.entry-date, article time[datetime], main time[datetime]",
                        "datetime"), Where.TIME_ELEMENT, days),
                days(marks.values("time[datetime]", "datetime"), Where.TIME_ELEMENT, days),
                days(marks.select("article time, time").map(Element::text).toList(), Where.TIME_ELEMENT, days))
                .flatMap(Optional::stream).findFirst();
    }

    Optional<String> address() {
        return Stream
                .concat(marks.values("link[rel=canonical]", "href").stream().limit(1),
                        marks.values("meta[property=og:url]", "content").stream().limit(1))
                .map(String::strip).filter(link -> link.startsWith("https://") || link.startsWith("http://"))
                .findFirst();
    }

    private static Optional<Fact<LocalDate>> days(List<String> values, Where where, Days days) {
        return values.stream().map(value -> CodePoints.head(value, LONGEST_DAY))
                .flatMap(value -> days.in(value).stream()
                        .map(day -> new Fact<>(day, where, value)))
                .findFirst();
    }

    /** «Title | Outlet» without the outlet, which the page names elsewhere, or its address does. */
    private String withoutSite(String title) {
        Matcher separator = SEPARATORS.matcher(title);
        int end = -1;
        int start = 0;
        while (separator.find()) {
            end = separator.start();
            start = separator.end();
        }
        String last = Wording.plain(title.substring(start));
        boolean named = outlet.map(name -> Wording.plain(name.value()).equals(last)).orElse(false)
                || !last.isEmpty()
                        && host().replaceAll("[^\\p{L}\\p{N}]", "").contains(last.replaceAll("[^\\p{L}\\p{N}]", ""))
                || outlet.isEmpty() && title.contains("|") && Wording.words(last) <= LONGEST_SITE;
        return end > 0 && named ? title.substring(0, end).strip() : title;
    }

    private String host() {
        return address().map(link -> link.replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("[/?#].*", ""))
                .orElse("").toLowerCase(Locale.ROOT);
    }

    private boolean isSite(String heading) {
        String plain = Wording.plain(heading);
        return outlet.map(name -> Wording.plain(name.value()).equals(plain)).orElse(false);
    }

    /** The title, and what of it may be the title without the site's name before or after it. */
    private static List<String> parts(String title) {
        List<String> parts = new ArrayList<>(List.of(title));
        Matcher separator = SEPARATORS.matcher(title);
        while (separator.find() && parts.size() < 20) {
            parts.add(title.substring(0, separator.start()));
            parts.add(title.substring(separator.end()));
        }
        return parts;
    }

    private Optional<String> meta(String query) {
        return one(query, element -> element.attr("content"));
    }

    private Optional<String> text(String query) {
        return one(query, Element::text);
    }

    private Optional<String> one(String query, Function<Element, String> value) {
        return marks.select(query).map(value).map(String::strip)
                .map(text -> CodePoints.head(text, LONGEST_VALUE))
                .filter(text -> !text.isEmpty() && !text.startsWith("http")).findFirst();
    }

    private static Optional<Fact<String>> fact(Optional<String> value, Where where) {
        return value.map(text -> new Fact<>(text, where, text));
    }
}
