package org.isnad.publication.web;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.isnad.publication.FactCheck;
import org.isnad.publication.PublicationState;
import org.isnad.verdict.Rating;

/**
 * A fact check in the public list.
 *
 * @param tone
 *            null where the rating was waived, as is the label
 */
record FactSummary(String slug, PublicationState state, String wording, @Nullable String claimant, String summary,
        @Nullable String tone, @Nullable String label, Instant publishedAt) {

    static FactSummary of(FactCheck fact, String language) {
        Rating rating = fact.rating();
        return new FactSummary(fact.page().slug(), fact.page().state(), fact.edition().wording(),
                fact.edition().claimant(), fact.verdict().summary(), rating == null ? null : rating.tone(),
                rating == null ? null : rating.label(language), fact.page().publishedAt());
    }

    public boolean live() {
        return state == PublicationState.LIVE;
    }
}
