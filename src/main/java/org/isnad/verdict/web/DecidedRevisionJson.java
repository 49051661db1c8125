package org.isnad.verdict.web;

import java.time.Instant;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.web.PersonJson;
import org.isnad.verdict.Approval;
import org.isnad.verdict.ApprovalCheck;
import org.isnad.verdict.DecidedRevision;

/** A revision and what was decided on it, in API answers. */
@Schema(name = "DecidedRevision", description = "A revision and what was decided on it")
record DecidedRevisionJson(RevisionJson revision,
        @Schema(description = "Missing until somebody decides") @Nullable Decision decision) {

    /** A senior editor's decision. */
    @Schema(name = "Decision", description = "A senior editor's decision on exactly one revision")
    record Decision(Approval.Decision decision, @Nullable PersonJson by, Instant at,
            @Schema(description = "Why it was returned") @Nullable String reason,
            Set<ApprovalCheck> checklist) {}

    static DecidedRevisionJson of(DecidedRevision row) {
        Approval approval = row.decision();
        return new DecidedRevisionJson(RevisionJson.of(row),
                approval == null
                        ? null
                        : new Decision(approval.decision(),
                                PersonJson.of(approval.decidedBy().value(), row.decidedBy()), approval.decidedAt(),
                                approval.reason(), approval.checklist()));
    }
}
