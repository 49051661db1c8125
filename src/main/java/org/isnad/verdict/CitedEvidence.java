package org.isnad.verdict;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.isnad.evidence.Evidence;

/**
 * A piece of evidence as a revision relies on it, frozen when that was submitted.
 *
 * @param number
 *            what {@code [n]} in the rationale refers to
 * @param stance
 *            name of an {@link org.isnad.evidence.Stance}
 * @param source
 *            name of an {@link org.isnad.evidence.Source}
 */
public record CitedEvidence(UUID id, int number, String url, String title, @Nullable String quote, String stance,
        String source) {

    static CitedEvidence of(Evidence piece) {
        return new CitedEvidence(piece.id().value(), piece.number(), piece.url(), piece.title(), piece.quote(),
                piece.stance().name(), piece.source().name());
    }
}
