package org.isnad.claim.web;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.Priority;
import org.isnad.claim.Wording;

/** What a claim says. */
@Schema(name = "Wording", description = "What a claim says, in one sentence of its own")
record WordingJson(
        @Schema(required = true, minLength = 1, maxLength = 1000, examples = "Bread costs five dinars in all towns.") @Nullable String text,
        @Schema(maxLength = 300, examples = "Ministry of Supply") @Nullable String claimant,
        @Schema(description = "When it was said, where known", examples = "2026-11-02") @Nullable LocalDate claimedOn,
        @Schema(description = "NORMAL when left out") @Nullable Priority priority) {

    Wording wording() {
        return new Wording(text, claimant, claimedOn, priority);
    }
}
