package org.isnad.article.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    static Part main(Outline outline, Optional<Readability> readability, Optional<String> declared) {
        Part own = MainPart.of(outline);
        Part other = readability.map(opinion -> common(outline, opinion)).orElse(null);
        if (other == null || other == own) {
            return own;
        }
        Sums prose = new Sums(outline.blocks(), 0, block -> isProse(block) ? block.words() : 0);
        int ownProse = prose.in(own);
        int otherProse = prose.in(other);
        // One is inside the other, or they have nothing in common.
        int both = own.holds(other.from()) ? Math.min(ownProse, otherProse) : other.holds(own.from()) ? ownProse : 0;
        if (both >= AGREED * otherProse && ownProse >= otherProse || both >= AGREED * Math.max(ownProse, otherProse)) {
            return own;
        }
        Optional<String> body = declared.filter(text -> Wording.words(text) >= ENOUGH);
        if (body.isPresent()) {
            return likeness(outline.in(other), body.get()) > likeness(outline.in(own), body.get()) ? other : own;
        }
        return otherProse > MUCH_MORE * ownProse ? other : own;
    }

    /** The innermost element that holds nearly all the prose that Readability4J holds. */
    private static @Nullable Part common(Outline outline, Readability readability) {
        Sums held = new Sums(outline.blocks(), 0,
                block -> isProse(block) && readability.holds(block) ? block.words() : 0);
        Part common = null;
        for (Part part : outline.parts()) {
            // Outer ones come first. More than half of the words cannot be in two elements unless one is inside the other.
            if (held.all() > 0 && held.in(part) >= AGREED * held.all()) {
                common = part;
            }
        }
        return common;
    }

    private static boolean isProse(Block block) {
        return block.isProse() && (block.aside() == null || block.aside() == Kind.ELSEWHERE);
    }

    /** F1 of the words of the part and those of the text. */
    private static double likeness(List<Block> part, String text) {
        Map<String, Integer> wanted = new HashMap<>();
        int all = 0;
        for (String word : Wording.plain(text, text.length()).split(" ")) {
            wanted.merge(word, 1, Integer::sum);
            all++;
        }
        int found = 0;
        int common = 0;
        for (Block block : part) {
            if (block.aside() == null) {
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
