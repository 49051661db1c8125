package org.isnad.article.extraction;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Element;

/** Finds the part of a page that holds its article: prose speaks for an element, furniture inside it against. */
final class MainPart {
    private static final double NEARLY = 0.92;
    /** A scrap between paragraphs speaks against the part by so many words. */
    private static final double EACH = 2;

    private MainPart() {}

    /** The innermost element that holds nearly all that speaks for any. */
    static Element of(List<Block> blocks, Element root) {
        Map<Element, Double> scores = new IdentityHashMap<>();
        for (Block block : blocks) {
            double weight = weight(block);
            for (Element e = block.element(); e != null && e != root.parent(); e = e.parent()) {
                scores.merge(e, weight, Double::sum);
            }
        }
        double best = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Element main = root;
        int depth = -1;
        for (Map.Entry<Element, Double> entry : scores.entrySet()) {
            int ancestors = entry.getValue() >= NEARLY * best ? entry.getKey().parents().size() : -1;
            if (ancestors > depth) {
                main = entry.getKey();
                depth = ancestors;
            }
        }
        return main;
    }

    private static double weight(Block block) {
        int words = block.words() - block.links();
        if (block.aside() == Kind.ELSEWHERE) {
            return block.isProse() ? 0.3 * words : -block.words();
        }
        if (block.aside() != null) {
            return -block.words();
        }
        if (block.isProse()) {
            return Phrases.kind(block.plain()).isEmpty() ? words : -words;
        }
        boolean links = 2 * block.links() > block.words();
        return links ? -block.links() - EACH : block.isHeading() || block.isItem() ? 0.3 * words : -EACH;
    }
}
