package org.isnad.publication.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why something public changes, and what the public is told. */
@Schema(description = "Why, for the history, and what the public is told")
record PublishVerdict(
        @Schema(required = true, maxLength = 2000, description = "For the history") @Nullable String reason,
        @Schema(maxLength = 2000, description = "For the public; needed for everything but the first edition") @Nullable String note) {}
