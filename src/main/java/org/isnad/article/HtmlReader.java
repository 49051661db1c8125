package org.isnad.article;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a web page that somebody saved: what it declares about itself (Open Graph, schema.org microdata, {@code meta},
 * {@code time}) and the part of it that holds most of its prose. Scripts are dropped with everything else that is not text.
 */
final class HtmlReader {
    private static final String FURNITURE = "script, style, noscript, template, nav, aside, footer, form, button, iframe, svg, "
            + "dialog, [hidden], [role=navigation], [role=complementary], [role=banner], [aria-hidden=true]";
    private static final String BLOCKS = "p, blockquote, li, h2, h3, h4, pre, td, dd, figcaption";
    private static final int SHORTEST_PROSE = 40;
    private static final Pattern BY = Pattern.compile("^(?:by|par|بقلم|كتبه?|إعداد)\\s*:?\\s+(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    private final Document page;

    private HtmlReader(String html) {
        this.page = Jsoup.parse(html);
    }

    static Reading read(String html) {
        HtmlReader reader = new HtmlReader(html);
        String text = reader.body();
        String language = Languages.declaredOr(reader.page.select("html").attr("lang"), text);
        return new Reading(reader.title().orElse(null), reader.byline().orElse(null), reader.outlet().orElse(null),
                reader.date(language).orElse(null), reader.address().orElse(null), language, text);
    }

    private Optional<String> title() {
        Optional<String> site = outlet();
        return first(List.of(text("article h1, main h1, [itemprop=headline], h1"), meta("meta[property=og:title]"),
                meta("meta[name=twitter:title]"), text("title")))
                .map(title -> site.map(name -> withoutSite(title, name)).orElse(title));
    }

    /** «Title | Outlet» without the outlet. */
    private static String withoutSite(String title, String site) {
        String end = "\\s*[|\\u2013\\u2014\\u00BB-]\\s*" + Pattern.quote(site) + "\\s*$";
        String shorter = title.replaceAll(end, "");
        return shorter.isBlank() ? title : shorter;
    }

    private Optional<String> byline() {
        return first(List.of(meta("meta[name=author]"), meta("meta[property=article:author]"),
                text("[itemprop=author] [itemprop=name], [itemprop=author]"), text("[rel=author]"),
                text("article .byline, .byline, article .author, .author-name")))
                .map(name -> BY.matcher(name).replaceFirst("")).filter(name -> CodePoints.length(name) <= 150);
    }

    private Optional<String> outlet() {
        return first(List.of(meta("meta[property=og:site_name]"), meta("meta[name=application-name]"),
                text("[itemprop=publisher] [itemprop=name]"))).filter(name -> CodePoints.length(name) <= 150);
    }

    private Optional<LocalDate> date(String language) {
        Stream<String> candidates = Stream.of(
                page.select("meta[property=article:published_time], meta[itemprop=datePublished]").eachAttr("content"),
                page.select("meta[name~=(?i)^(date|pubdate|publishdate|publish-date|dc\\.date|dc\\.date\\.issued)$]")
                        .eachAttr("content"),
                page.select("time[itemprop=datePublished], time[pubdate]").eachAttr("datetime"),
                page.select("article time[datetime], main time[datetime]").eachAttr("datetime"),
                page.select("[itemprop=datePublished]").eachText(), page.select("time[datetime]").eachAttr("datetime"),
                page.select("article time, time").eachText()).flatMap(List::stream);
        return candidates.map(value -> ArticleDates.in(value, language)).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> address() {
        return Stream
                .of(page.select("link[rel=canonical]").attr("href"),
                        page.select("meta[property=og:url]").attr("content"))
                .filter(link -> link.startsWith("https://") || link.startsWith("http://")).findFirst();
    }

    /** The prose of the part of the page that holds most of it, one paragraph per line, blank lines between. */
    private String body() {
        Element content = page.body().clone();
        content.select(FURNITURE).remove();
        Element most = Optional.ofNullable(content.selectFirst("[itemprop=articleBody]"))
                .filter(named -> CodePoints.length(named.text()) >= 5 * SHORTEST_PROSE)
                .or(() -> Optional.ofNullable(densest(content))).orElse(content);
        String text = HtmlText.of(most);
        return text.isBlank() ? HtmlText.of(page.body()) : text;
    }

    /** Every piece of prose counts fully for its parent and half for the parent's parent, and links do not count. */
    private static @Nullable Element densest(Element content) {
        Map<Element, Integer> score = new HashMap<>();
        for (Element block : content.select(BLOCKS)) {
            int prose = CodePoints.length(block.text())
                    - block.select("a").stream().mapToInt(link -> CodePoints.length(link.text())).sum();
            Element parent = block.parent();
            if (prose >= SHORTEST_PROSE && parent != null) {
                score.merge(parent, prose, Integer::sum);
                Element above = parent.parent();
                if (above != null) {
                    score.merge(above, prose / 2, Integer::sum);
                }
            }
        }
        return score.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
    }

    private Optional<String> meta(String query) {
        return one(query, element -> element.attr("content"));
    }

    private Optional<String> text(String query) {
        return one(query, Element::text);
    }

    private Optional<String> one(String query, Function<Element, String> value) {
        return page.select(query).stream().map(value).map(String::strip)
                .filter(text -> !text.isEmpty() && !text.startsWith("http")).findFirst();
    }

    private static Optional<String> first(List<Optional<String>> values) {
        return values.stream().flatMap(Optional::stream).findFirst();
    }
}
