package org.isnad.evidence;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A piece of evidence as API answers show it. */
public record EvidenceRow(UUID id, UUID claim, int round, int number, int position, String url, String title,
        @Nullable String quote, Stance stance, Source source, @Nullable String note, UUID addedBy, String addedByName,
        Instant addedAt, long version) {}
