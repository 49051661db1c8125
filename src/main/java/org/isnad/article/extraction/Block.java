package org.isnad.article.extraction;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a page's text that stands by itself: a paragraph, a heading, an item.
 *
 * @param lines
 *            its text, white space collapsed; several where line breaks are inside it
 * @param part
 *            the innermost element that is a block and holds it
 * @param links
 *            how many of its words are links
 * @param endsSentence
 *            whether its last line does
 * @param aside
 *            why the element that it is in was put aside, null when nothing says so
 */
record Block(List<String> lines, Part part, int words, int links, String plain, boolean endsSentence,
        @Nullable Kind aside) {
    private static final int SENTENCE = 8;
    private static final int LONG = 15;

    String text() {
        return lines.size() == 1 ? lines.get(0) : String.join(" ", lines);
    }

    /** Whether it reads as a paragraph: enough words, most of them no links. */
    boolean isProse() {
        return !isHeading() && 2 * links <= words && (words >= LONG || words >= SENTENCE && endsSentence);
    }

    /** Its words if it reads as a paragraph, else none. */
    int prose() {
        return isProse() ? words : 0;
    }

    /** 1 to 6, and 7 for what is no heading. */
    int level() {
        return isHeading() ? name().charAt(1) - '0' : 7;
    }

    boolean isHeading() {
        String name = name();
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    boolean isItem() {
        String name = name();
        return name.length() == 2
                && (name.equals("li") || name.equals("dd") || name.equals("td") || name.equals("th")
                        || name.equals("dt"));
    }

    boolean isAllLinks() {
        return links >= words;
    }

    /** Of its element. */
    String name() {
        return part.element().normalName();
    }

    Block aside(@Nullable Kind kind) {
        return kind == aside ? this : new Block(lines, part, words, links, plain, endsSentence, kind);
    }
}
