package org.isnad.claim;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.isnad.identity.PersonId;
import org.isnad.kernel.Problem;
import org.isnad.kernel.Stamp;

/** All claims, and who contributed to them. */
@ApplicationScoped
public class Claims implements PanacheRepositoryBase<Claim, UUID> {

    public Optional<Claim> find(ClaimId id) {
        return findByIdOptional(id.value());
    }

    /**
     * The claim for a change: locked until the end of the transaction, so that the acts on one claim follow one another and each
     * sees the one before. Every act on anything that belongs to a claim starts here.
     */
    public Claim lock(ClaimId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem.NotFound("claim"));
    }

    /**
     * Counts a change of who checks the claim as a change of the claim, whose own row it leaves alone: of two editors who assign it
     * at once, the second is told.
     */
    public void touch(Claim claim) {
        getEntityManager().lock(claim, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Records that the person took part; once per kind and person, in whichever round it was first. */
    public void contributed(Claim claim, PersonId person, Contribution contribution, Stamp by) {
        Contributor contributor = new Contributor(claim, person, contribution, by);
        if (getEntityManager().find(Contributor.class,
                new Contributor.Key(claim.id().value(), person.value(), contribution)) == null) {
            getEntityManager().persist(contributor);
        }
    }

    public boolean isContributor(ClaimId claim, PersonId person) {
        return getEntityManager()
                .createQuery("select count(*) from Contributor where key.claimId = ?1 and key.personId = ?2",
                        Long.class)
                .setParameter(1, claim.value()).setParameter(2, person.value()).getSingleResult() > 0;
    }

    /** Everybody who took part in checking the claim, in any round. */
    public List<Contributor> contributors(ClaimId claim) {
        return getEntityManager()
                .createQuery("from Contributor where key.claimId = ?1 order by since, key.personId", Contributor.class)
                .setParameter(1, claim.value()).getResultList();
    }
}
