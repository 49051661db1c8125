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
    private final Element root;
    private Element current;
    private int linkDepth;
    private int links;
    private int breaks;

    private Blocks(Element root) {
        this.root = root;
        this.current = root;
    }

    static List<Block> of(Element root) {
        Blocks blocks = new Blocks(root);
        NodeTraversor.filter(blocks, root);
        blocks.endBlock();
        return blocks.found;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            if (node != root && (NO_TEXT.contains(element.normalName()) || isHidden(element))) {
                return FilterResult.SKIP_ENTIRELY;
            }
            begin(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.normalName().equals("a")) {
                linkDepth = Math.max(0, linkDepth - 1);
            }
            if (isBlock(element)) {
                endBlock();
                Element parent = element.parent();
                current = parent == null || element == root ? root : enclosing(parent);
            }
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
        } else if (isBlock(element)) {
            endBlock();
            current = element;
        }
        linkDepth += element.normalName().equals("a") ? 1 : 0;
    }

    private Element enclosing(Element element) {
        Element block = element;
        while (block != root && !isBlock(block)) {
            Element parent = block.parent();
            if (parent == null) {
                return root;
            }
            block = parent;
        }
        return block;
    }

    private static boolean isBlock(Element element) {
        return element.isBlock() || element.normalName().contains("-");
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
        if (!added.isBlank()) {
            breaks = 0;
            links += linkDepth > 0 ? Wording.words(added) : 0;
        }
    }

    private void endLine() {
        String text = line.toString().strip();
        if (!Wording.visible(text).isEmpty()) {
            lines.add(text);
        }
        line.setLength(0);
    }

    private void endBlock() {
        endLine();
        if (!lines.isEmpty()) {
            String text = String.join(" ", lines);
            int words = Wording.words(text);
            found.add(new Block(List.copyOf(lines), current, words, Math.min(links, words),
                    Wording.plain(Wording.visible(text)), null));
        }
        lines.clear();
        links = 0;
        breaks = 0;
    }
}
