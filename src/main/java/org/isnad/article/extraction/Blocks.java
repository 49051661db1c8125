package org.isnad.article.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Cuts a page's text into blocks, as a reader sees it: white space collapsed, without what is hidden or no text. */
final class Blocks implements NodeFilter {
    private static final Set<String> NO_TEXT = Set.of("script", "style", "noscript", "template", "svg", "math",
            "iframe",
            "object", "embed", "canvas", "audio", "video", "select", "option", "textarea", "input", "button", "head",
            "dialog", "map", "datalist");
    private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\n\\r\\f]+");

    private final List<Block> found = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();
    private Part open;
    /** Whether the line has anything to see. */
    private boolean seen;
    private int linkDepth;
    private int links;
    private int breaks;

    private Blocks(Element root) {
        open = new Part(root, null, 0);
        parts.add(open);
    }

    static Outline of(Element root) {
        Blocks blocks = new Blocks(root);
        NodeTraversor.filter(blocks, root);
        blocks.endBlock();
        blocks.parts.get(0).endAt(blocks.found.size());
        return new Outline(blocks.found,
                blocks.parts.stream().filter(part -> part.parent() == null || part.to() > part.from()).toList());
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element && depth > 0) {
            if (NO_TEXT.contains(element.normalName()) || isHidden(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            begin(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && depth > 0) {
            if (element.normalName().equals("a")) {
                linkDepth = Math.max(0, linkDepth - 1);
            }
            if (open.block() == open) {
                endBlock();
            }
            Part parent = open.parent();
            // What an inline element has begun after blocks of its own is its block too, which ends later.
            boolean pending = open.from() < found.size() && (!lines.isEmpty() || seen);
            open.endAt(pending ? found.size() + 1 : found.size());
            open = parent == null ? open : parent;
        }
        return FilterResult.CONTINUE;
    }

    private void begin(Element element) {
        if (element.normalName().equals("br")) {
            endLine();
            breaks++;
            // Two breaks are how old pages wrote a paragraph's end.
            if (breaks > 1) {
                endBlock();
            }
        } else if (Part.isBlock(element)) {
            endBlock();
        }
        open = new Part(element, open, found.size());
        parts.add(open);
        linkDepth += element.normalName().equals("a") ? 1 : 0;
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")
                || HIDDEN.matcher(element.attr("style")).find();
    }

    /** HTML's white space only: a no-break space was put there on purpose and stays. */
    private void append(String words) {
        String collapsed = WHITE_SPACE.matcher(words).replaceAll(" ");
        boolean atStart = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
        String added = atStart && collapsed.startsWith(" ") ? collapsed.substring(1) : collapsed;
        line.append(added);
        seen = seen || isSeen(added);
        if (!added.isBlank()) {
            breaks = 0;
            links += linkDepth > 0 ? Wording.words(added) : 0;
        }
    }

    private void endLine() {
        seen = false;
        String text = line.toString().strip();
        if (isSeen(text)) {
            lines.add(text);
        }
        line.setLength(0);
    }

    private static boolean isSeen(String text) {
        return !Wording.visible(text).isEmpty();
    }

    private void endBlock() {
        endLine();
        if (!lines.isEmpty()) {
            String text = lines.size() == 1 ? lines.get(0) : String.join(" ", lines);
            int words = Wording.words(text);
            boolean ends = Endings.isSentence(Wording.visible(lines.get(lines.size() - 1)));
            found.add(new Block(List.copyOf(lines), open.block(), words, Math.min(links, words),
                    Wording.plain(Wording.visible(text)), ends, null));
            for (Part inline = open; inline != open.block() && inline != null; inline = inline.parent()) {
                inline.beginAt(inline.from() == found.size() - 1 ? found.size() : inline.from());
            }
        }
        lines.clear();
        links = 0;
        breaks = 0;
    }
}
