package org.isnad.assignment.web;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.isnad.assignment.AssignmentRow;
import org.isnad.claim.ClaimState;
import org.isnad.claim.Priority;
import org.isnad.identity.web.PersonJson;

/** An open assignment in API answers. */
@Schema(name = "Assignment", description = "Who checks a claim, until when, in which round")
record AssignmentJson(UUID id, Subject claim, int round, PersonJson assignee, PersonJson assignedBy, Instant assignedAt,
        Instant dueAt) {

    /** What is being checked. */
    @Schema(name = "AssignedClaim", description = "The claim in short; version is what its ETag holds")
    record Subject(UUID id, String text, String language, ClaimState state, Priority priority, long version) {}

    static AssignmentJson of(AssignmentRow row) {
        return new AssignmentJson(row.id(),
                new Subject(row.claim(), row.wording(), row.language(), row.state(), row.priority(),
                        row.claimVersion()),
                row.round(), new PersonJson(row.assignee(), row.assigneeName()),
                new PersonJson(row.assignedBy(), row.assignedByName()), row.assignedAt(), row.dueAt());
    }
}
