package org.isnad.publication;

import org.jspecify.annotations.Nullable;

import org.isnad.verdict.Rating;
import org.isnad.verdict.VerdictRevision;

/**
 * A public page in its newest edition.
 *
 * @param rating
 *            null where it was waived
 */
public record FactCheck(Publication page, Edition edition, VerdictRevision verdict, @Nullable Rating rating) {}
