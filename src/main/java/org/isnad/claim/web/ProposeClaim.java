package org.isnad.claim.web;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Pins a new claim to words. */
@Schema(description = "Pins a new claim to exact words of an article version")
record ProposeClaim(@NotNull UUID articleVersion,
        @Schema(required = true, description = "A TextPositionSelector, a TextQuoteSelector that is in the text once, or both, which must agree") @Nullable List<@Nullable SelectorJson> selector,
        @NotNull WordingJson wording) {}
