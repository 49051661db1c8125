package org.isnad.verdict;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import org.isnad.identity.PersonId;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;

/** A senior editor's decision on exactly one revision, by somebody who never contributed to the claim. */
@Entity
@Immutable
public class Approval {
    /** What was decided. */
    public enum Decision {
        APPROVED,
        RETURNED
    }

    @Id
    private UUID id;
    private UUID claimId;
    private UUID revisionId;
    @Enumerated(EnumType.STRING)
    private Decision decision;
    private UUID decidedBy;
    private Instant decidedAt;
    private @Nullable String reason;
    private String[] checklist;

    @SuppressWarnings("NullAway.Init")
    protected Approval() {}

    Approval(VerdictRevision revision, Decision decision, @Nullable String reason, Set<ApprovalCheck> checklist,
            Stamp by) {
        this.id = Ids.next();
        this.claimId = revision.claim().value();
        this.revisionId = revision.id();
        this.decision = decision;
        this.decidedBy = by.person();
        this.decidedAt = by.at();
        this.reason = reason;
        this.checklist = checklist.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    public UUID revision() {
        return revisionId;
    }

    public Decision decision() {
        return decision;
    }

    public PersonId decidedBy() {
        return new PersonId(decidedBy);
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** Why it was returned; null for an approval. */
    public @Nullable String reason() {
        return reason;
    }

    public Set<ApprovalCheck> checklist() {
        return Set.copyOf(Stream.of(checklist).map(ApprovalCheck::valueOf).toList());
    }
}
