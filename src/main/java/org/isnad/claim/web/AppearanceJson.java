package org.isnad.claim.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.claim.Appearance;

/** Where a claim is made. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Appearance", description = "A place where a claim is made: words of one frozen article version")
record AppearanceJson(UUID id, UUID claim, UUID article, UUID articleVersion,
        @Schema(description = "The same words as TextQuoteSelector and as TextPositionSelector") List<SelectorJson> selector,
        @Schema(description = "ISO 639 code of the words' own language, und for unknown; left out where it was never told", examples = "ar") @Nullable String language,
        Instant addedAt) {

    static AppearanceJson of(Appearance place) {
        return new AppearanceJson(place.id(), place.claim().value(), place.article().value(),
                place.articleVersion().value(), SelectorJson.of(place.words()), place.language(), place.addedAt());
    }
}
