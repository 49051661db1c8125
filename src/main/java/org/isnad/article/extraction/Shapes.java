package org.isnad.article.extraction;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Puts aside what betrays by its shape that it is no text: lists of links, cards, tiles, and what comes again. */
final class Shapes {
    private static final double NEARLY_ALL = 0.8;
    private static final int CARD = 65;
    private static final int TILE = 4;
    private static final int TILES = 6;
    private static final int PARAGRAPH = 15;
    /** One word in so many may be a link in a paragraph. */
    private static final int FEW_LINKS = 5;

    private final List<Block> blocks;
    private final @Nullable Kind[] kinds;
    private final int start;
    private final Sums words;

    private Shapes(List<Block> blocks, @Nullable Kind[] kinds, int start) {
        this.blocks = blocks;
        this.kinds = kinds;
        this.start = start;
        this.words = new Sums(blocks, start, Block::words);
    }

    /**
     * @param kinds
     *            of the blocks; those that are null may be set
     * @param start
     *            the index on the page of the first of the blocks
     */
    static void markLists(List<Block> blocks, @Nullable Kind[] kinds, int start, Optional<Readability> readability) {
        new Shapes(blocks, kinds, start).markLists(readability);
    }

    /** The same of what is not a list. */
    static void mark(List<Block> blocks, @Nullable Kind[] kinds, int start, Optional<Readability> readability) {
        Shapes shapes = new Shapes(blocks, kinds, start);
        shapes.markCards(readability);
        shapes.markTiles();
        shapes.markRepetitions();
    }

    /** A list of nothing but links leads elsewhere, unless Readability4J, which is strict with them, holds it for text. */
    private void markLists(Optional<Readability> readability) {
        Sums links = new Sums(blocks, start, Block::links);
        Sums items = new Sums(blocks, start, block -> 1);
        for (int i = 0; i < kinds.length; i++) {
            Block block = blocks.get(i);
            Part list = block.part().list();
            if (kinds[i] == null && list != null && items.in(list) >= 2
                    && links.in(list) >= NEARLY_ALL * words.in(list)
                    && !readability.map(opinion -> opinion.holds(block)).orElse(false)) {
                kinds[i] = Kind.RELATED;
            }
        }
    }

    /** Boxes side by side, each of which has one heading, or line, that is a link and a few words, are other articles. */
    private void markCards(Optional<Readability> readability) {
        Sums headings = new Sums(blocks, start, block -> block.isHeading() ? 1 : 0);
        Map<Part, Set<Part>> cards = new IdentityHashMap<>();
        for (Block block : blocks) {
            Part card = block.part();
            Part box = card.parent();
            // "More on this" below a heading of the text's own.
            boolean ends = block.isAllLinks() && !block.isHeading() && headings.in(card) > 0
                    && readability.map(opinion -> opinion.holds(block)).orElse(false);
            if (!block.isAllLinks() || ends) {
                continue;
            }
            while (block.isHeading() && box != null && headings.in(box) == 1) {
                card = box;
                box = card.parent();
            }
            int others = words.in(card) - block.words();
            if (box != null && others > 0 && others <= CARD) {
                cards.computeIfAbsent(box, e -> Collections.newSetFromMap(new IdentityHashMap<>())).add(card);
            }
        }
        cards.values().stream().filter(box -> box.size() > 1).flatMap(Set::stream).forEach(this::markCard);
    }

    private void markCard(Part card) {
        for (int i = Math.max(0, card.from() - start); i < Math.min(card.to() - start, kinds.length); i++) {
            kinds[i] = kinds[i] == null ? Kind.RELATED : kinds[i];
        }
    }

    /** Many boxes of a few words, one after the other, are figures or buttons and no text. */
    private void markTiles() {
        int start = 0;
        for (int i = 0; i <= kinds.length; i++) {
            Block block = i < kinds.length ? blocks.get(i) : null;
            boolean tile = block != null && block.words() <= TILE && !block.endsSentence()
                    && (block.name().equals("div") || block.isHeading() && i > start);
            if (tile) {
                continue;
            }
            int end = i;
            while (end > start && blocks.get(end - 1).isHeading()) {
                end--;
            }
            for (int j = start; j < end && end - start >= TILES; j++) {
                kinds[j] = kinds[j] == null ? Kind.NAVIGATION : kinds[j];
            }
            start = i + 1;
        }
    }

    /** A few words or a link that come again are furniture. A paragraph is not: an article may say it twice. */
    private void markRepetitions() {
        Map<String, Integer> times = new HashMap<>();
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == null && canRepeat(blocks.get(i))) {
                times.merge(blocks.get(i).plain(), 1, Integer::sum);
            }
        }
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == null && canRepeat(blocks.get(i)) && times.getOrDefault(blocks.get(i).plain(), 0) > 1) {
                kinds[i] = Kind.PROMOTION;
            }
        }
    }

    private static boolean canRepeat(Block block) {
        boolean paragraph = block.words() >= PARAGRAPH && FEW_LINKS * block.links() <= block.words()
                && block.endsSentence() && !block.text().endsWith("!");
        return block.words() > 4 && !paragraph && !block.isItem() && !block.isHeading();
    }
}
