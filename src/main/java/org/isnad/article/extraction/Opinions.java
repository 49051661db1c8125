package org.isnad.article.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Decides which part of the page is believed to hold the article: the one that the blocks point to, or the one that
 * Readability4J found. Where they differ, the text that the page gives in JSON-LD decides, else the amount of prose.
 */
final class Opinions {
    /** So much of the one in the other means that they agree. */
    private static final double AGREED = 0.9;
    private static final double MUCH_MORE = 1.25;
    private static final int ENOUGH = 80;

    private Opinions() {}

    static Element main(List<Block> blocks, Element root, Optional<Readability> readability,
            Optional<String> declared) {
        Element own = MainPart.of(blocks, root);
        Element other = readability.map(opinion -> common(blocks, opinion)).orElse(null);
        if (other == null || other == own) {
            return own;
        }
        int ownProse = prose(blocks, own);
        int otherProse = prose(blocks, other);
        int both = blocks.stream().filter(block -> isProse(block) && block.isIn(own) && block.isIn(other))
                .mapToInt(Block::words).sum();
        if (both >= AGREED * otherProse && ownProse >= otherProse || both >= AGREED * Math.max(ownProse, otherProse)) {
            return own;
        }
        Optional<String> body = declared.filter(text -> Wording.words(text) >= ENOUGH);
        if (body.isPresent()) {
            return likeness(blocks, other, body.get()) > likeness(blocks, own, body.get()) ? other : own;
        }
        return otherProse > MUCH_MORE * ownProse ? other : own;
    }

    /** The innermost element that holds nearly all the prose that Readability4J holds. */
    private static @Nullable Element common(List<Block> blocks, Readability readability) {
        List<Block> held = new ArrayList<>(
                blocks.stream().filter(block -> isProse(block) && readability.holds(block)).toList());
        int all = held.stream().mapToInt(Block::words).sum();
        Map<Element, Integer> words = new IdentityHashMap<>();
        for (Block block : held) {
            for (Element e = block.element(); e != null; e = e.parent()) {
                words.merge(e, block.words(), Integer::sum);
            }
        }
        // More than half of the words cannot be in two elements unless one is inside the other.
        for (Block block : held) {
            for (Element e = block.element(); e != null; e = e.parent()) {
                if (words.getOrDefault(e, 0) >= AGREED * all) {
                    return e;
                }
            }
        }
        return null;
    }

    private static boolean isProse(Block block) {
        return block.isProse() && (block.aside() == null || block.aside() == Kind.ELSEWHERE);
    }

    private static int prose(List<Block> blocks, Element part) {
        return blocks.stream().filter(block -> isProse(block) && block.isIn(part)).mapToInt(Block::words).sum();
    }

    /** F1 of the words of the part and those of the text. */
    static double likeness(List<Block> blocks, Element part, String text) {
        Map<String, Integer> wanted = new HashMap<>();
        int all = 0;
        for (String word : Wording.plain(text, text.length()).split(" ")) {
            wanted.merge(word, 1, Integer::sum);
            all++;
        }
        int found = 0;
        int common = 0;
        for (Block block : blocks) {
            if (block.isIn(part) && block.aside() == null) {
                for (String word : Wording.plain(block.text(), block.text().length()).split(" ")) {
                    found++;
                    Integer left = wanted.computeIfPresent(word, (key, count) -> count - 1);
                    common += left != null && left >= 0 ? 1 : 0;
                }
            }
        }
        return all + found == 0 ? 0 : 2.0 * common / (all + found);
    }
}
