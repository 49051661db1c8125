package org.isnad.article;

import java.time.Instant;

/**
 * One of an article's frozen captures, without its text.
 *
 * @param number
 *            1 for the first
 */
public record VersionCard(int number, String title, Instant capturedAt, String capturedByName) {}
