package org.isnad.claim.web;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Pins a known claim to words of another place. */
@Schema(description = "Pins a known claim to exact words of another place")
record AddAppearance(@NotNull UUID articleVersion,
        @Schema(required = true, description = "As for a new claim") @Nullable List<@Nullable SelectorJson> selector) {}
