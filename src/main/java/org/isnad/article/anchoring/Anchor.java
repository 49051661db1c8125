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
 * @param same
 *            whether they say the same in the same words, up to how these are written; if not, they may say the contrary, however
 *            similar they are
 */
public record Anchor(Span span, double similarity, boolean same) {}
