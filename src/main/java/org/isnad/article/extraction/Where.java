package org.isnad.article.extraction;

/** Where in a document a fact was found, from the most to the least formal. */
public enum Where {
    /** {@code application/ld+json} of schema.org. */
    JSON_LD,
    /** A {@code property} of the Open Graph protocol. */
    OPEN_GRAPH,
    /** An {@code itemprop} of schema.org. */
    MICRODATA,
    /** Another {@code meta} or {@code link} element. */
    META,
    /** The page's {@code title} element. */
    TITLE_ELEMENT,
    /** A {@code time} element. */
    TIME_ELEMENT,
    /** The language that the page's outermost element bears. */
    LANGUAGE_ATTRIBUTE,
    /** The page's heading. */
    HEADING,
    /** An element that is marked as the author's or the date's. */
    MARKED_ELEMENT,
    /** The page's address. */
    ADDRESS,
    /** Words that announce it, as in «الكاتب : …». */
    LABEL,
    /** Its place in the text alone. */
    TEXT
}
