package org.isnad.article.anchoring;

import org.isnad.article.Span;

/**
 * Where marked words stand in another version of their text.
 *
 * @param span
 *            never outside that text, and never empty
 * @param similarity
 *            of the words there to the words marked, from {@link Anchoring#LEAST_SIMILARITY} to 1: one less the edit distance's
 *            part of the longer of the two
 * @param exact
 *            whether they are the same, letter by letter
 */
public record Anchor(Span span, double similarity, boolean exact) {}
