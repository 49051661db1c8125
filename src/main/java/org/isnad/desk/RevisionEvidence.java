package org.isnad.desk;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;

/** A piece of evidence as a revision cites it. */
public record RevisionEvidence(int revision, UUID id, int number, String url, String title, @Nullable String quote,
        Stance stance, Source source) {}
