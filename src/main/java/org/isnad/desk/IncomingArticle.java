package org.isnad.desk;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An article that waits for triage.
 *
 * @param claims
 *            how many claims are pinned to it
 * @param proposed
 *            how many of them nobody has decided on
 */
public record IncomingArticle(UUID id, String title, String language, @Nullable String outlet, Instant receivedAt,
        long claims, long proposed) {}
