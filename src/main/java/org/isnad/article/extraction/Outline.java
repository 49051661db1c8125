package org.isnad.article.extraction;

import java.util.List;

/**
 * A page's blocks, and the elements that hold any of them.
 *
 * @param blocks
 *            in the order in which they are read
 * @param parts
 *            outer ones before inner ones
 */
record Outline(List<Block> blocks, List<Part> parts) {
    List<Block> in(Part part) {
        return blocks.subList(part.from(), part.to());
    }
}
