package org.isnad.assignment;

import java.time.Instant;
import java.util.UUID;

import org.isnad.claim.ClaimState;
import org.isnad.claim.Priority;

/** An open assignment with what its claim says, as lists and API answers show it. */
public record AssignmentRow(UUID id, UUID claim, String wording, String language, ClaimState state, Priority priority,
        long claimVersion, int round, UUID assignee, String assigneeName, UUID assignedBy, String assignedByName,
        Instant assignedAt, Instant dueAt) {}
