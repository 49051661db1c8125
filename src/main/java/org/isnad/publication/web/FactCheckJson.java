package org.isnad.publication.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.publication.Edition;
import org.isnad.publication.FactCheck;
import org.isnad.publication.Publication;
import org.isnad.publication.PublicationState;
import org.isnad.verdict.web.RatingJson;
import org.isnad.verdict.web.RevisionJson;

/** A published fact check in API answers: exactly what its public page shows. */
@Schema(name = "FactCheck", description = "A published fact check in its newest edition: what its public page shows")
record FactCheckJson(@Schema(description = "The last part of the page's address") String slug,
        @Schema(description = "The public page", examples = "/facts/0123456789ab") String page, PublicationState state,
        @Schema(description = "What the page says about being under correction or retracted") @Nullable String note,
        Instant stateSince, Claimed claim, @Nullable RatingJson rating, String summary, String rationale,
        List<RevisionJson.Cited> evidence, Instant publishedAt,
        @Schema(description = "Newest first; every edition but the first says what it corrected") List<EditionJson> editions) {

    /** The claim as it was worded when the edition was published. */
    @Schema(name = "PublishedClaim")
    record Claimed(String text, @Nullable String claimant, @Nullable LocalDate claimedOn) {
        static Claimed of(Edition edition) {
            return new Claimed(edition.wording(), edition.claimant(), edition.claimedOn());
        }
    }

    /** One published state of the page. */
    @Schema(name = "Edition")
    record EditionJson(int number, @Nullable String note, Instant publishedAt) {}

    static FactCheckJson of(FactCheck fact, List<Edition> editions) {
        Publication page = fact.page();
        return new FactCheckJson(page.slug(), "/facts/" + page.slug(), page.state(), page.publicNote(),
                page.stateSince(), Claimed.of(fact.edition()), RatingJson.of(fact.rating()), fact.verdict().summary(),
                fact.verdict().rationale(), fact.verdict().evidence().stream().map(RevisionJson.Cited::of).toList(),
                page.publishedAt(),
                editions.stream()
                        .map(edition -> new EditionJson(edition.number(), edition.note(), edition.publishedAt()))
                        .toList());
    }

    /** A published fact check in lists. */
    @Schema(name = "FactCheckSummary", description = "A published fact check in short")
    record Summary(String slug, @Schema(examples = "/facts/0123456789ab") String page, PublicationState state,
            Claimed claim, @Nullable RatingJson rating, String summary, Instant publishedAt,
            @Schema(description = "When its newest edition was published") Instant editionPublishedAt) {

        static Summary of(FactCheck fact) {
            return new Summary(fact.page().slug(), "/facts/" + fact.page().slug(), fact.page().state(),
                    Claimed.of(fact.edition()), RatingJson.of(fact.rating()), fact.verdict().summary(),
                    fact.page().publishedAt(), fact.edition().publishedAt());
        }
    }
}
