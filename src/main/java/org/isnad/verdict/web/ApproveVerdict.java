package org.isnad.verdict.web;

import java.util.Set;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.isnad.verdict.ApprovalCheck;

/** What a senior editor confirms. */
@Schema(description = "What the senior editor confirms; all of it")
record ApproveVerdict(@NotNull Set<@NotNull ApprovalCheck> checklist) {}
