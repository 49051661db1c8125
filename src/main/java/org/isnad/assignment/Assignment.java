package org.isnad.assignment;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.Claim;
import org.isnad.claim.ClaimId;
import org.isnad.identity.PersonId;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Stamp;

/** That one person checks one claim in one round, until a due time. At most one per claim is open. */
@Entity
public class Assignment {
    /** How an assignment ended. */
    public enum Ending {
        RELEASED,
        REASSIGNED,
        DONE
    }

    @Id
    private UUID id;
    private UUID claimId;
    private int round;
    private UUID assigneeId;
    private UUID assignedBy;
    private Instant assignedAt;
    private Instant dueAt;
    private @Nullable Instant endedAt;
    @Enumerated(EnumType.STRING)
    private @Nullable Ending ending;
    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Assignment() {}

    Assignment(Claim claim, PersonId assignee, Instant due, Stamp by) {
        this.id = Ids.next();
        this.claimId = claim.id().value();
        this.round = claim.round();
        this.assigneeId = assignee.value();
        this.assignedBy = by.person();
        this.assignedAt = by.at();
        this.dueAt = due;
    }

    void end(Ending how, Stamp by) {
        this.ending = how;
        this.endedAt = by.at();
    }

    public UUID id() {
        return id;
    }

    public ClaimId claim() {
        return new ClaimId(claimId);
    }

    public int round() {
        return round;
    }

    public PersonId assignee() {
        return new PersonId(assigneeId);
    }

    public PersonId assignedBy() {
        return new PersonId(assignedBy);
    }

    public Instant assignedAt() {
        return assignedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    /** Null while the assignment is open. */
    public @Nullable Ending ending() {
        return ending;
    }
}
