package org.isnad.article;

import org.isnad.article.capture.FetchId;

/**
 * A document that the desk fetched was confirmed, by a person or a program.
 *
 * @param received
 *            what became of it; the article is there already
 */
public record DocumentTaken(FetchId attempt, Received received) {}
