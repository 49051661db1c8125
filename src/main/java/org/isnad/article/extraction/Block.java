package org.isnad.article.extraction;

import java.util.List;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a page's text that stands by itself: a paragraph, a heading, an item.
 *
 * @param lines
 *            its text, white space collapsed; several where line breaks are inside it
 * @param element
 *            the innermost element that is a block and holds it
 * @param links
 *            how many of its words are links
 * @param aside
 *            why the element that it is in was put aside, null when nothing says so
 */
record Block(List<String> lines, Element element, int words, int links, String plain, @Nullable Kind aside) {
    private static final int SENTENCE = 8;
    private static final int LONG = 15;

    String text() {
        return String.join(" ", lines);
    }

    /** Whether it reads as a paragraph: enough words, most of them no links. */
    boolean isProse() {
        return !isHeading() && 2 * links <= words
                && (words >= LONG || words >= SENTENCE && endsSentence());
    }

    /** 1 to 6, and 7 for what is no heading. */
    int level() {
        return isHeading() ? element.normalName().charAt(1) - '0' : 7;
    }

    boolean isHeading() {
        String name = element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    boolean isItem() {
        return element.normalName().equals("li") || element.normalName().equals("dd")
                || element.normalName().equals("td")
                || element.normalName().equals("th") || element.normalName().equals("dt");
    }

    boolean isAllLinks() {
        return links >= words;
    }

    boolean endsSentence() {
        return SavedLine.of(lines.get(lines.size() - 1), false).endsSentence();
    }

    /** Whether the element is inside the other, or is it. */
    boolean isIn(Element other) {
        for (Element e = element; e != null; e = e.parent()) {
            if (e == other) {
                return true;
            }
        }
        return false;
    }

    Block aside(@Nullable Kind kind) {
        return new Block(lines, element, words, links, plain, kind);
    }
}
