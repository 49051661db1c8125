package org.isnad.article.extraction;

import java.util.Set;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element of a page, the stretch of the page's blocks that is inside it, and what it has from the elements around it. All is
 * found out once, on the way down, so that nobody must walk up again from each block.
 */
final class Part {
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl");
    private static final Set<String> SECTIONS = Set.of("div", "section", "article", "main", "body");

    private final Element element;
    private final @Nullable Part parent;
    private final int depth;
    private final Part block;
    private final Kind said;
    private final @Nullable Part list;
    private final @Nullable Part beside;
    private final boolean caption;
    private int from;
    private int to;

    Part(Element element, @Nullable Part parent, int from) {
        this.element = element;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.block = parent == null || isBlock(element) ? this : parent.block;
        this.said = Zones.said(element);
        String name = element.normalName();
        Part outerList = parent == null ? null : parent.list;
        this.list = SECTIONS.contains(name) ? null : outerList == null && LISTS.contains(name) ? this : outerList;
        Part outerBeside = parent == null ? null : parent.beside;
        this.beside = outerBeside == null && said == Kind.ELSEWHERE ? this : outerBeside;
        this.caption = parent != null && parent.caption || name.equals("figcaption")
                || element.className().contains("wp-caption-text");
        this.from = from;
        this.to = from;
    }

    static boolean isBlock(Element element) {
        return element.isBlock() || element.normalName().indexOf('-') > 0;
    }

    Element element() {
        return element;
    }

    @Nullable
    Part parent() {
        return parent;
    }

    /** How many elements are around it. */
    int depth() {
        return depth;
    }

    /** The innermost block that it is in, or is. */
    Part block() {
        return block;
    }

    /** What the element calls itself; {@link Kind#BODY} when it says nothing. */
    Kind said() {
        return said;
    }

    /** The outermost list that it is in, or is; null outside lists. */
    @Nullable
    Part list() {
        return list;
    }

    /** The outermost element around it that, as far as it says, only stands beside something; may be it. */
    @Nullable
    Part beside() {
        return beside;
    }

    /** Whether it is in what is written under a picture. */
    boolean isCaption() {
        return caption;
    }

    /** The index of its first block. */
    int from() {
        return from;
    }

    /** The index after its last block. */
    int to() {
        return to;
    }

    boolean holds(int index) {
        return from <= index && index < to;
    }

    /** Words before the element were a block of their own. */
    void beginAt(int index) {
        from = index;
    }

    void endAt(int index) {
        to = Math.max(from, index);
    }
}
