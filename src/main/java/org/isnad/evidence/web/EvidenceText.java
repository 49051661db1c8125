package org.isnad.evidence.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.evidence.EvidenceDetails;
import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;

/** What a person says about a piece of evidence, in API requests. */
@Schema(description = "A piece of evidence as somebody describes it")
record EvidenceText(
        @Schema(required = true, maxLength = 2048, format = "uri", examples = "https://stats.example.org/prices") @Nullable String url,
        @Schema(required = true, maxLength = 500, examples = "Price bulletin, October") @Nullable String title,
        @Schema(maxLength = 5000, description = "The words there that matter") @Nullable String quote,
        @Schema(required = true) @Nullable Stance stance, @Schema(required = true) @Nullable Source source,
        @Schema(maxLength = 5000, description = "For colleagues, never published") @Nullable String note) {

    EvidenceDetails details() {
        return new EvidenceDetails(url, title, quote, stance, source, note);
    }
}
