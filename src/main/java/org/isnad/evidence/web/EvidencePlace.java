package org.isnad.evidence.web;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where in its list a piece of evidence shall stand. */
@Schema(description = "Where in the list it shall stand")
record EvidencePlace(
        @NotNull @Schema(description = "1 for the top; beyond the end means the end", minimum = "1") Integer place) {}
