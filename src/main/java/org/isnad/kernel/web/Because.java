package org.isnad.kernel.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why something is done, in API requests; the verb checks it and the history keeps it. */
@Schema(description = "Why; kept in the history")
public record Because(
        @Schema(required = true, minLength = 1, maxLength = 2000, examples = "Nobody can check what will happen.") @Nullable String reason) {}
