package org.isnad.evidence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.isnad.claim.ClaimId;

/** All evidence. */
@ApplicationScoped
public class EvidenceItems implements PanacheRepositoryBase<Evidence, UUID> {

    public Optional<Evidence> find(EvidenceId id) {
        return findByIdOptional(id.value());
    }

    /** Whose evidence it is, without loading it: it is read for a change only behind the claim's lock. */
    Optional<ClaimId> claimOf(EvidenceId id) {
        return getEntityManager().createQuery("select claimId from Evidence where id = ?1", UUID.class)
                .setParameter(1, id.value()).getResultStream().findFirst().map(ClaimId::new);
    }

    /** Whether the piece, removed or not, belongs to the claim. */
    public boolean isOf(ClaimId claim, EvidenceId id) {
        return claimOf(id).filter(claim::equals).isPresent();
    }

    /** A claim's evidence in its order, without what was removed. */
    public List<Evidence> of(ClaimId claim) {
        return list("claimId = ?1 and removedAt is null order by position, id", claim.value());
    }

    /** The highest number and the highest position that a claim's evidence ever had, removed pieces included. */
    int[] last(ClaimId claim) {
        Object[] last = getEntityManager()
                .createQuery(
                        "select coalesce(max(number), 0), coalesce(max(position), 0) from Evidence where claimId = ?1",
                        Object[].class)
                .setParameter(1, claim.value()).getSingleResult();
        return new int[]{(Integer) last[0], (Integer) last[1]};
    }
}
