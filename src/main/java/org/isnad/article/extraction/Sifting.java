package org.isnad.article.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Goes through the blocks of the main part and puts aside what is not the article. */
final class Sifting {
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl");
    private static final Set<String> PARTS = Set.of("div", "section", "article", "main", "body");
    private static final int BUTTON = 6;
    private static final int OPENING = 8;
    private static final int RULES = 3;
    private static final int BOX = 30;
    private static final int CARD = 65;
    private static final int TILE = 4;
    private static final int TILES = 6;
    private static final double LATE = 0.6;

    private final List<Block> blocks;
    private final @Nullable Kind[] kinds;
    private final String title;
    private final @Nullable String byline;
    private final Optional<Readability> readability;
    /** How many words stand before each block. */
    private final int[] before;
    private int firstProse;
    private int lastProse;

    private Sifting(List<Block> blocks, @Nullable String title, @Nullable String byline,
            Optional<Readability> readability) {
        this.blocks = blocks;
        this.kinds = new Kind[blocks.size()];
        this.title = title == null ? "" : Wording.plain(title);
        this.byline = byline;
        this.readability = readability;
        this.before = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            before[i + 1] = before[i] + blocks.get(i).words();
        }
    }

    /** What each of the blocks is; {@link Kind#BODY} for what stays. */
    static List<Kind> of(List<Block> blocks, Optional<String> title, Optional<String> byline,
            Optional<Readability> readability) {
        Sifting sifting = new Sifting(blocks, title.orElse(null), byline.orElse(null), readability);
        sifting.markPlaces();
        sifting.markWords();
        sifting.markLists();
        sifting.markParts();
        sifting.markCards();
        sifting.markTiles();
        sifting.markRepetitions();
        sifting.markEnds();
        sifting.markEmptyHeadings();
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : sifting.kinds) {
            kinds.add(kind == null ? Kind.BODY : kind);
        }
        return kinds;
    }

    /** What only stands beside, such as a box, is the article's when it holds prose: a sidebar is not inside the main part. */
    private void markPlaces() {
        Map<Element, Integer> prose = new IdentityHashMap<>();
        for (Block block : blocks) {
            if (block.isProse()) {
                for (Element e = block.element(); e != null; e = e.parent()) {
                    prose.merge(e, block.words(), Integer::sum);
                }
            }
        }
        for (int i = 0; i < kinds.length; i++) {
            Block block = blocks.get(i);
            kinds[i] = block.aside() == Kind.ELSEWHERE && prose.getOrDefault(zone(block.element()), 0) >= BOX
                    ? null
                    : block.aside();
        }
    }

    private static Element zone(Element element) {
        Element zone = element;
        for (Element e = element; e != null; e = e.parent()) {
            if (Zones.isWeak(e)) {
                zone = e;
            }
        }
        return zone;
    }

    private void markWords() {
        for (int i = 0; i < kinds.length; i++) {
            Block block = blocks.get(i);
            if (kinds[i] != null) {
                continue;
            }
            if (!title.isEmpty() && block.plain().equals(title)) {
                kinds[i] = Kind.TITLE;
            } else if (isCaption(block)) {
                kinds[i] = Kind.CAPTION;
            } else {
                kinds[i] = Phrases.kind(block.plain()).orElse(null);
            }
            boolean button = block.isAllLinks() && block.words() <= BUTTON && !block.isHeading() && !block.isItem()
                    && (!block.endsSentence() || block.text().endsWith("!"));
            if (kinds[i] == null && button) {
                kinds[i] = Kind.NAVIGATION;
            }
        }
    }

    private static boolean isCaption(Block block) {
        for (Element e = block.element(); e != null; e = e.parent()) {
            if (e.normalName().equals("figcaption") || e.className().contains("wp-caption-text")) {
                return true;
            }
        }
        return false;
    }

    /** A list of nothing but links leads elsewhere, unless Readability4J, which is strict with them, holds it for text. */
    private void markLists() {
        Map<Element, int[]> lists = new IdentityHashMap<>();
        for (Block block : blocks) {
            Element list = list(block.element());
            if (list != null) {
                int[] sums = lists.computeIfAbsent(list, e -> new int[3]);
                sums[0] += block.words();
                sums[1] += block.links();
                sums[2]++;
            }
        }
        for (int i = 0; i < kinds.length; i++) {
            Block block = blocks.get(i);
            Element list = list(block.element());
            int[] sums = list == null ? new int[3] : lists.getOrDefault(list, new int[3]);
            boolean links = sums[2] >= 2 && sums[1] >= 0.8 * sums[0];
            if (kinds[i] == null && links && !readability.map(opinion -> opinion.holds(block)).orElse(false)) {
                kinds[i] = Kind.RELATED;
            }
        }
    }

    private static @Nullable Element list(Element element) {
        Element outermost = null;
        for (Element e = element; e != null && !PARTS.contains(e.normalName()); e = e.parent()) {
            if (LISTS.contains(e.normalName())) {
                outermost = e;
            }
        }
        return outermost;
    }

    /** What follows a heading such as "Related articles" belongs to it, up to the next heading that is not below it. */
    private void markParts() {
        findProse();
        for (int i = 0; i < kinds.length; i++) {
            Block block = blocks.get(i);
            Optional<Kind> opening = block.words() <= OPENING && (block.isHeading() || !block.endsSentence())
                    ? Phrases.opening(block.plain())
                    : Optional.empty();
            if (opening.isEmpty() && late(i) && kinds[i] == Kind.SOURCES && block.isHeading()) {
                opening = Optional.of(Kind.SOURCES);
            }
            if (opening.isEmpty() || i < firstProse) {
                continue;
            }
            kinds[i] = opening.get();
            for (int next = i + 1; next < kinds.length && belongs(next, block, opening.get()); next++) {
                kinds[next] = kinds[next] == null ? opening.get() : kinds[next];
            }
        }
    }

    /** Whether the block is below the heading, in the same box; a paragraph in the midst of the text is the text going on. */
    private boolean belongs(int index, Block heading, Kind part) {
        Block block = blocks.get(index);
        Element box = heading.element().parent();
        boolean goesOn = block.isProse() && !block.isItem()
                && (!heading.isHeading() || part == Kind.RELATED && !late(index));
        boolean below = heading.isHeading() ? block.level() > heading.level() : !block.isHeading();
        return !goesOn && below && (box == null || block.isIn(box));
    }

    /** Boxes side by side, each of which has one heading that is a link and a few words, are other articles. */
    private void markCards() {
        Map<Element, Integer> headings = new IdentityHashMap<>();
        Map<Element, Integer> words = new IdentityHashMap<>();
        for (Block block : blocks) {
            for (Element e = block.element(); e != null; e = e.parent()) {
                headings.merge(e, block.isHeading() ? 1 : 0, Integer::sum);
                words.merge(e, block.words(), Integer::sum);
            }
        }
        Map<Element, Set<Element>> cards = new IdentityHashMap<>();
        for (Block block : blocks) {
            Element card = block.element();
            Element box = card.parent();
            while (block.isHeading() && block.isAllLinks() && box != null && headings.getOrDefault(box, 0) == 1) {
                card = box;
                box = card.parent();
            }
            int others = words.getOrDefault(card, 0) - block.words();
            if (box != null && others > 0 && others <= CARD) {
                cards.computeIfAbsent(box, e -> new HashSet<>()).add(card);
            }
        }
        Set<Element> marked = Collections.newSetFromMap(new IdentityHashMap<>());
        cards.values().stream().filter(box -> box.size() > 1).forEach(marked::addAll);
        for (int i = 0; i < kinds.length; i++) {
            for (Element e = blocks.get(i).element(); kinds[i] == null && e != null; e = e.parent()) {
                kinds[i] = marked.contains(e) ? Kind.RELATED : null;
            }
        }
    }

    /** Many boxes of a few words, one after the other, are figures or buttons and no text. */
    private void markTiles() {
        int start = 0;
        for (int i = 0; i <= kinds.length; i++) {
            Block block = i < kinds.length ? blocks.get(i) : null;
            boolean tile = block != null && block.words() <= TILE && !block.endsSentence()
                    && (block.element().normalName().equals("div") || block.isHeading() && i > start);
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

    /** What is said twice in the same words is no paragraph of one article. */
    private void markRepetitions() {
        Map<String, Integer> times = new HashMap<>();
        blocks.stream().filter(Sifting::canRepeat).forEach(block -> times.merge(block.plain(), 1, Integer::sum));
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == null && canRepeat(blocks.get(i)) && times.getOrDefault(blocks.get(i).plain(), 0) > 1) {
                kinds[i] = Kind.PROMOTION;
            }
        }
    }

    private static boolean canRepeat(Block block) {
        return block.words() > 4 && !block.isItem() && !block.isHeading();
    }

    private boolean late(int index) {
        return before[index] >= LATE * before[blocks.size()];
    }

    private void findProse() {
        firstProse = kinds.length;
        lastProse = -1;
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == null && blocks.get(i).isProse()) {
                firstProse = Math.min(firstProse, i);
                lastProse = i;
            }
        }
    }

    /** Before the first paragraph and after the last, a few words are the page's; so is what it says about the author. */
    private void markEnds() {
        findProse();
        if (byline != null && lastProse > firstProse
                && blocks.get(lastProse).plain().startsWith(Wording.plain(byline))) {
            kinds[lastProse] = Kind.HEAD;
            findProse();
        }
        for (int last = 0; last < RULES && lastProse > firstProse; last++) {
            kinds[lastProse] = Phrases.isRule(blocks.get(lastProse).plain()) ? Kind.FOOTER : null;
            findProse();
        }
        for (int i = 0; i < Math.min(firstProse, kinds.length); i++) {
            Block block = blocks.get(i);
            boolean heading = block.isHeading() && block.words() > 1;
            if (kinds[i] == null && lastProse >= 0 && !heading && !block.isItem() && !block.endsSentence()
                    && block.words() <= 12) {
                kinds[i] = Kind.HEAD;
            }
        }
        for (int i = lastProse + 1; i < kinds.length && lastProse >= 0; i++) {
            Block block = blocks.get(i);
            if (kinds[i] == null && !block.isItem() && !block.endsSentence() && block.words() <= 14) {
                kinds[i] = Kind.FOOTER;
            }
        }
    }

    /** A heading whose text was put aside goes with it, and so does one under which nothing follows. */
    private void markEmptyHeadings() {
        boolean kept = false;
        boolean removed = false;
        int level = 0;
        for (int i = kinds.length - 1; i >= 0; i--) {
            Block block = blocks.get(i);
            if (kinds[i] != null) {
                removed = true;
            } else if (!block.isHeading()) {
                kept = true;
                removed = false;
                level = 7;
            } else {
                if (!kept || removed && level <= block.level()) {
                    kinds[i] = Kind.NAVIGATION;
                } else {
                    removed = false;
                    level = block.level();
                }
            }
        }
    }
}
