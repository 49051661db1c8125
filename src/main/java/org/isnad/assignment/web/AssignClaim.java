package org.isnad.assignment.web;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Gives a claim to somebody. */
@Schema(description = "Who checks a claim, until when")
record AssignClaim(@NotNull @Schema(description = "One of the reviewers that /api/v1/reviewers lists") UUID assignee,
        @NotNull @Schema(description = "In the future", examples = "2027-01-15T12:00:00Z") Instant due) {}
