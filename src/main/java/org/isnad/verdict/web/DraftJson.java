package org.isnad.verdict.web;

import java.time.Instant;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.web.PersonJson;
import org.isnad.verdict.Piece;
import org.isnad.verdict.Verdict;

/** The working copy of a verdict in API answers. */
@Schema(name = "Draft", description = "The working copy of a round's verdict")
record DraftJson(int round, @Schema(description = "The rating's code") @Nullable String rating,
        String summary, String rationale, Map<Piece, String> waivers,
        @Schema(description = "Missing before the first save") @Nullable PersonJson savedBy,
        @Nullable Instant savedAt,
        @Schema(description = "What the ETag holds; 0 before the first save") long version) {

    static DraftJson of(Verdict copy, @Nullable PersonJson savedBy) {
        return new DraftJson(copy.round(), copy.ratingCode(), copy.summary(), copy.rationale(), copy.waivers(), savedBy,
                copy.savedAt(), copy.version());
    }
}
