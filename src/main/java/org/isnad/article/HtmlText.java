package org.isnad.article;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of a piece of HTML as a reader sees it: white space collapsed, each paragraph on a line of its own. */
final class HtmlText implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();

    private HtmlText() {}

    static String of(Element element) {
        HtmlText visitor = new HtmlText();
        NodeTraversor.traverse(visitor, element);
        return visitor.text.toString().replaceAll("[ \\t]*\\n[ \\t]*", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element && element.isBlock()) {
            text.append("\n\n");
        } else if (node.nodeName().equals("br")) {
            text.append('\n');
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            text.append("\n\n");
        }
    }

    /** HTML's white space only: a no-break space was put there on purpose and stays. */
    private void append(String words) {
        String collapsed = words.replaceAll("[ \\t\\n\\r\\f]+", " ");
        boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n'
                || text.charAt(text.length() - 1) == ' ';
        text.append(atStart && collapsed.startsWith(" ") ? collapsed.substring(1) : collapsed);
    }
}
