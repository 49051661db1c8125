package org.isnad.evidence.web;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.evidence.EvidenceRow;
import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;
import org.isnad.identity.web.PersonJson;

/** A piece of evidence in API answers. */
@Schema(name = "Evidence", description = "A link that supports, refutes or explains a claim")
record EvidenceJson(UUID id, UUID claim, int round,
        @Schema(description = "What [n] in a rationale refers to; never given again within the claim") int number,
        @Schema(description = "Ascending along the list, with gaps") int position, String url, String title,
        @Nullable String quote, Stance stance, Source source,
        @Schema(description = "For colleagues, never published") @Nullable String note, PersonJson addedBy,
        Instant addedAt, @Schema(description = "What the ETag holds") long version) {

    static EvidenceJson of(EvidenceRow row) {
        return new EvidenceJson(row.id(), row.claim(), row.round(), row.number(), row.position(), row.url(),
                row.title(), row.quote(), row.stance(), row.source(), row.note(),
                new PersonJson(row.addedBy(), row.addedByName()), row.addedAt(), row.version());
    }
}
