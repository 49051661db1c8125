package org.isnad.article.extraction;

/** Finds the part of a page that holds its article: prose speaks for an element, furniture inside it against. */
final class MainPart {
    private static final double NEARLY = 0.92;
    /** What a word of a paragraph speaks for its part. */
    private static final int WORD = 10;
    private static final int DOUBTFUL = 3;
    /** A scrap between paragraphs speaks against the part by so much. */
    private static final int SCRAP = 20;

    /** So many words of prose at least are an article of their own. */
    private static final int ARTICLE = 40;

    private MainPart() {}

    /** The innermost element that holds nearly all that speaks for any. */
    static Part of(Outline outline) {
        Sums weights = new Sums(outline.blocks(), 0, MainPart::weight);
        double best = outline.parts().stream().mapToInt(weights::in).max().orElse(0);
        Part main = outline.parts().get(0);
        int depth = -1;
        for (Part part : outline.parts()) {
            if (part.depth() > depth && weights.in(part) >= NEARLY * best) {
                main = part;
                depth = part.depth();
            }
        }
        return main;
    }

    /** Of pages that go on with the next article under its own title, the part that holds the first. */
    static Part firstArticle(Outline outline, Part main, String title) {
        Sums prose = new Sums(outline.blocks(), 0, Block::prose);
        Block heading = null;
        for (int i = main.from(); i < main.to(); i++) {
            Block block = outline.blocks().get(i);
            if (heading == null) {
                heading = block.isHeading() && block.plain().equals(title) ? block : null;
            } else if (block.level() == heading.level() && !block.plain().equals(title)) {
                Part first = below(heading.part(), i);
                Part next = below(block.part(), first.from());
                boolean alike = first.element().normalName().equals(next.element().normalName());
                return alike && prose.in(first) >= ARTICLE && prose.in(next) >= ARTICLE ? first : main;
            }
        }
        return main;
    }

    /** The outermost of the elements around the part that does not hold the other block. */
    private static Part below(Part part, int other) {
        Part below = part;
        for (Part p = part; p != null && !p.holds(other); p = p.parent()) {
            below = p;
        }
        return below;
    }

    private static int weight(Block block) {
        int words = block.words() - block.links();
        if (block.aside() == Kind.ELSEWHERE) {
            return block.isProse() ? DOUBTFUL * words : -WORD * block.words();
        }
        if (block.aside() != null) {
            return -WORD * block.words();
        }
        if (block.isProse()) {
            return Phrases.kind(block.plain()).isEmpty() ? WORD * words : -WORD * words;
        }
        boolean links = 2 * block.links() > block.words();
        return links
                ? -WORD * block.links() - SCRAP
                : block.isHeading() || block.isItem() ? DOUBTFUL * words : -SCRAP;
    }
}
