package org.isnad.article.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.isnad.article.dates.Dates;

/** Goes through the blocks of the main part and puts aside what is not the article. */
final class Sifting {
    private static final int BUTTON = 6;
    private static final int OPENING = 8;
    private static final int RULES = 3;
    private static final int BOX = 30;
    private static final double LATE = 0.6;
    private static final int SCRAP = 12;
    private static final int MOST_OF_HEAD = 25;
    private static final int MOST_OF_FOOTER = 14;
    private static final int AD = 40;
    /** Of the prose; a box with so much of it is the article's. */
    private static final double NEARLY_ALL = 0.8;
    private static final Pattern PARTS = Pattern.compile("\\s*[|•·]\\s*|\\s+[-–—/]\\s+");

    private final List<Block> blocks;
    private final @Nullable Kind[] kinds;
    private final String title;
    private final @Nullable String byline;
    /** The index on the page of the first of the blocks. */
    private final int start;
    private final Sums words;
    private final Sums prose;
    private int firstProse;
    private int lastProse;

    private Sifting(Outline outline, Part main, @Nullable String title, @Nullable String byline) {
        this.blocks = outline.in(main);
        this.kinds = new Kind[blocks.size()];
        this.title = title == null ? "" : Wording.plain(title);
        this.byline = byline;
        this.start = main.from();
        this.words = new Sums(blocks, start, Block::words);
        this.prose = new Sums(blocks, start, Block::prose);
    }

    /** What each of the blocks of the main part is; {@link Kind#BODY} for what stays. */
    static List<Kind> of(Outline outline, Part main, Optional<String> title, Optional<String> byline,
            Optional<Readability> readability) {
        Sifting sifting = new Sifting(outline, main, title.orElse(null), byline.orElse(null));
        sifting.markPlaces();
        sifting.markWords();
        sifting.markAds();
        Shapes.markLists(sifting.blocks, sifting.kinds, sifting.start, readability);
        sifting.markParts();
        Shapes.mark(sifting.blocks, sifting.kinds, sifting.start, readability);
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
        for (int i = 0; i < kinds.length; i++) {
            Block block = blocks.get(i);
            Part beside = block.part().beside();
            boolean box = block.aside() == Kind.ELSEWHERE
                    && prose.in(beside == null ? block.part() : beside) >= BOX;
            kinds[i] = box ? null : block.aside();
        }
    }

    private void markWords() {
        for (int i = 0; i < kinds.length; i++) {
            Block block = blocks.get(i);
            if (kinds[i] != null) {
                continue;
            }
            if (!title.isEmpty() && block.plain().equals(title)) {
                kinds[i] = Kind.TITLE;
            } else if (block.part().isCaption()) {
                kinds[i] = Kind.CAPTION;
            } else {
                kinds[i] = Phrases.kind(block.plain()).orElse(null);
            }
            if (kinds[i] == null && i > 0 && block.words() <= SCRAP && Dates.isDateLine(block.text())) {
                kinds[i] = Kind.HEAD;
            }
            boolean button = block.isAllLinks() && block.words() <= BUTTON && !block.isHeading() && !block.isItem()
                    && (!block.endsSentence() || block.text().endsWith("!"));
            if (kinds[i] == null && button) {
                kinds[i] = Kind.NAVIGATION;
            }
        }
    }

    /** What follows a heading such as "Related articles" belongs to it, up to the next heading that is not below it. */
    private void markParts() {
        findProse();
        Block last = null;
        Kind part = null;
        int end = 0;
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
            // Where a heading of the same kind in the same box has gone already, this one would only go again.
            boolean again = last != null && i < end && last.level() == block.level()
                    && last.part().parent() == block.part().parent() && opening.get() == part;
            int next = again ? end : i + 1;
            while (next < kinds.length && belongs(next, block, opening.get())) {
                kinds[next] = kinds[next] == null ? opening.get() : kinds[next];
                next++;
            }
            last = block;
            part = opening.get();
            end = next;
            endWith(block, i);
        }
    }

    /** Late in the box that holds nearly all the prose, other articles are its end: what follows outside it is the page's. */
    private void endWith(Block heading, int index) {
        Part box = heading.part().parent();
        if (box != null && heading.isHeading() && late(index) && prose.in(box) >= NEARLY_ALL * prose.all()) {
            for (int i = Math.max(index, box.to() - start); i < kinds.length; i++) {
                kinds[i] = kinds[i] == null ? Kind.ELSEWHERE : kinds[i];
            }
        }
    }

    /** What stands in a small box with the word «إعلان» is one. */
    private void markAds() {
        for (int i = 0; i < kinds.length; i++) {
            Block block = blocks.get(i);
            Part parent = block.part().parent();
            boolean alone = words.in(block.part()) == block.words();
            Part box = alone && parent != null ? parent : block.part();
            if (kinds[i] == Kind.PROMOTION && Phrases.isAd(block.plain()) && words.in(box) <= AD) {
                for (int j = Math.max(0, box.from() - start); j < Math.min(kinds.length, box.to() - start); j++) {
                    kinds[j] = kinds[j] == null ? Kind.PROMOTION : kinds[j];
                }
            }
        }
    }

    /** Whether the block is below the heading, in the same box; a paragraph in the midst of the text is the text going on. */
    private boolean belongs(int index, Block heading, Kind part) {
        Block block = blocks.get(index);
        Part box = heading.part().parent();
        boolean goesOn = block.isProse() && !block.isItem()
                && (!heading.isHeading() || part == Kind.RELATED && !late(index));
        boolean below = heading.isHeading() ? block.level() > heading.level() : !block.isHeading();
        return !goesOn && below && (box == null || box.holds(start + index));
    }

    private boolean late(int index) {
        return words.upTo(index) >= LATE * words.all();
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
            boolean begins = block.words() >= OPENING && block.name().equals("p") && block.text().endsWith(":");
            boolean scrap = !heading && !begins && !block.isItem() && !block.endsSentence() && block.words() <= SCRAP;
            if (kinds[i] == null && lastProse >= 0 && (scrap || hasDay(block))) {
                kinds[i] = Kind.HEAD;
            }
        }
        for (int i = lastProse + 1; i < kinds.length && lastProse >= 0; i++) {
            Block block = blocks.get(i);
            boolean few = block.words() <= MOST_OF_FOOTER;
            if (kinds[i] == null && !block.isItem() && !block.endsSentence() && (few || block.isAllLinks())) {
                kinds[i] = few ? Kind.FOOTER : Kind.RELATED;
            }
        }
    }

    /** Whether one of the things that the line names, with signs between them, is a day. */
    private static boolean hasDay(Block block) {
        return block.words() <= MOST_OF_HEAD
                && block.lines().stream().flatMap(PARTS::splitAsStream).anyMatch(Dates::isDateLine);
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
