package org.isnad.article.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The elements of a page that can say something about its article, gathered once: large pages have few of them. */
final class Marks {
    private static final Set<String> NAMES = Set.of("meta", "link", "title", "h1", "time");
    /** The queries are those of this package's own code. */
    private static final Map<String, Evaluator> QUERIES = new ConcurrentHashMap<>();

    private static final Set<String> LOWER_HEADINGS = Set.of("h2", "h3");
    private static final int MOST_HEADINGS = 50;

    private final List<Element> elements = new ArrayList<>();
    private final List<Element> lowerHeadings = new ArrayList<>();

    private Marks(Document page) {
        page.traverse((node, depth) -> {
            if (node instanceof Element element) {
                if (canSay(element)) {
                    elements.add(element);
                }
                if (LOWER_HEADINGS.contains(element.normalName()) && lowerHeadings.size() < MOST_HEADINGS) {
                    lowerHeadings.add(element);
                }
            }
        });
    }

    static Marks of(Document page) {
        return new Marks(page);
    }

    /** In the order in which they stand on the page. */
    Stream<Element> select(String query) {
        Evaluator evaluator = QUERIES.computeIfAbsent(query, QueryParser::parse);
        return elements.stream().filter(element -> element.is(evaluator));
    }

    /** The first of the headings of the second and third rank. */
    Stream<Element> lowerHeadings() {
        return lowerHeadings.stream();
    }

    /** Of each of the elements that has the attribute. */
    List<String> values(String query, String attribute) {
        return select(query).filter(element -> element.hasAttr(attribute)).map(element -> element.attr(attribute))
                .toList();
    }

    private static boolean canSay(Element element) {
        if (NAMES.contains(element.normalName())) {
            return true;
        }
        if (element.attributesSize() == 0) {
            return false;
        }
        String names = element.className();
        return element.attr("href").contains("/author") || names.contains("author") || names.contains("byline")
                || element.hasAttr("itemprop")
                || element.attr("rel").equals("author");
    }
}
