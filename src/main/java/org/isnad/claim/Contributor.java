package org.isnad.claim;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.isnad.identity.PersonId;
import org.isnad.kernel.Stamp;

/** That somebody took part in checking a claim, since when and since which round. Carried through all rounds, never taken back. */
@Entity
@Table(name = "claim_contributor")
public class Contributor {
    @EmbeddedId
    private Key key;
    private int round;
    private Instant since;

    @SuppressWarnings("NullAway.Init")
    protected Contributor() {}

    Contributor(Claim claim, PersonId person, Contribution contribution, Stamp by) {
        this.key = new Key(claim.id().value(), person.value(), contribution);
        this.round = claim.round();
        this.since = by.at();
    }

    public PersonId person() {
        return new PersonId(key.personId());
    }

    public Contribution contribution() {
        return key.contribution();
    }

    public int round() {
        return round;
    }

    public Instant since() {
        return since;
    }

    @Embeddable
    record Key(UUID claimId, UUID personId,
            @Enumerated(EnumType.STRING) Contribution contribution) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
