package org.isnad.claim.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.isnad.claim.ClaimMove;
import org.isnad.claim.ClaimRow;
import org.isnad.claim.ClaimState;
import org.isnad.identity.web.PersonJson;

/** A claim in API answers. */
@Schema(name = "Claim", description = "One checkable statement and where it stands in the desk's work")
public record ClaimJson(UUID id,
        @Schema(description = "Where it stands; never says what was found, that is the rating") ClaimState state,
        @Schema(description = "What can be done with it now, by whoever may") List<ClaimMove> moves,
        @Schema(description = "1 for the first check; each correction starts another") int round, WordingJson wording,
        @Schema(description = "ISO 639 code, und where unknown", examples = "ar") String language,
        PersonJson proposedBy, Instant proposedAt,
        @Schema(description = "What the ETag holds; counts changes of the claim and of who checks it") long version) {

    static ClaimJson of(ClaimRow row) {
        return new ClaimJson(row.id(), row.state(), row.state().moves(), row.round(),
                new WordingJson(row.wording(), row.claimant(), row.claimedOn(), row.priority()), row.language(),
                new PersonJson(row.proposedBy(), row.proposedByName()), row.proposedAt(), row.version());
    }
}
