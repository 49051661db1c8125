package org.isnad.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.desk.OriginCard;
import org.isnad.desk.OriginRecord;
import org.isnad.desk.OriginSummary;
import org.isnad.origin.OriginKind;

/** What the API says about outlets and authors. */
final class OriginJson {
    private OriginJson() {}

    /** An outlet or author in a list. */
    @Schema(name = "OriginSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Summary(UUID id, String name,
            @Schema(description = "How many articles state it; counting stops at 501") long articles,
            @Schema(description = "How many claims are made in the newest 500 of those, of what the caller may see") long claims,
            @Schema(description = "When the newest of its articles came in") @Nullable Instant latest) {
        static Summary of(OriginCard card) {
            return new Summary(card.id(), card.name(), card.articles(), card.claims(), card.latest());
        }
    }

    /** An outlet (schema.org NewsMediaOrganization) or author (schema.org Person). */
    @Schema(name = "Origin")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Full(UUID id, OriginKind kind, @Schema(description = "How the desk calls it") String name,
            @Schema(description = "Names in articles that lead to it") List<Name> names,
            @Schema(description = "Hosts of its newest 500 articles' addresses, the most frequent first") List<String> hosts,
            @Schema(description = "Of an outlet its authors, of an author the outlets, as its newest 500 articles state them; at most 20") List<Other> others,
            @Schema(description = "How often each rating was published, and not retracted, about claims in its newest 500 articles. A verdict is about a claim, not about whoever published it") List<Tally> verdicts) {
        static Full of(OriginRecord origin, OriginSummary more) {
            return new Full(origin.id(), origin.kind(), origin.name(),
                    origin.names().stream().map(name -> new Name(name.id(), name.name())).toList(), more.hosts(),
                    more.others().stream().map(other -> new Other(other.id(), other.name(), other.articles()))
                            .toList(),
                    more.ratings().stream().map(count -> new Tally(count.code(), count.published())).toList());
        }
    }

    @Schema(name = "OriginName")
    record Name(UUID id, String name) {}

    @Schema(name = "RelatedOrigin")
    record Other(UUID id, String name, long articles) {}

    @Schema(name = "OriginVerdicts")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tally(@Schema(description = "The rating's code; absent where the rating was waived") @Nullable String rating,
            long published) {}

    /** How the desk is to call it. */
    @Schema(name = "OriginRenaming")
    record Renaming(@Nullable String name,
            @Schema(description = "Why; kept in the history") @Nullable String note) {}

    /** As what another record it is. */
    @Schema(name = "OriginMerger")
    record Merger(@Schema(description = "The record that its names go to") @Nullable UUID into,
            @Schema(description = "Why; kept in the history") @Nullable String note) {}

    /** What is somebody else's. */
    @Schema(name = "OriginSeparation")
    record Separation(@Schema(description = "The id of one of several names") @Nullable UUID name,
            @Schema(description = "Why; kept in the history") @Nullable String note) {}

    /** For the OpenAPI document: what the list's answer holds. */
    @Schema(name = "OriginList")
    record Listing(List<Summary> items) {}
}
