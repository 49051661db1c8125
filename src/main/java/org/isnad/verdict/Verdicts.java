package org.isnad.verdict;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.isnad.claim.Claim;
import org.isnad.claim.ClaimId;

/** Working copies, revisions and decisions. */
@ApplicationScoped
public class Verdicts implements PanacheRepositoryBase<Verdict, UUID> {

    /** The round's working copy; before its first save what it would start from, which is not stored yet. */
    public Verdict workingCopy(Claim claim) {
        return find("claimId = ?1 and round = ?2", claim.id().value(), claim.round()).firstResultOptional()
                .orElseGet(() -> new Verdict(claim, latest(claim.id()).orElse(null)));
    }

    /** The newest revision of all rounds. */
    public Optional<VerdictRevision> latest(ClaimId claim) {
        return getEntityManager()
                .createQuery("from VerdictRevision where claimId = ?1 order by number desc limit 1",
                        VerdictRevision.class)
                .setParameter(1, claim.value()).getResultStream().findFirst();
    }

    public Optional<VerdictRevision> revision(ClaimId claim, int number) {
        return getEntityManager()
                .createQuery("from VerdictRevision where claimId = ?1 and number = ?2", VerdictRevision.class)
                .setParameter(1, claim.value()).setParameter(2, number).getResultStream().findFirst();
    }

    /** All revisions of all rounds, newest first. */
    public List<VerdictRevision> revisions(ClaimId claim) {
        return getEntityManager().createQuery("from VerdictRevision where claimId = ?1 order by number desc",
                VerdictRevision.class).setParameter(1, claim.value()).getResultList();
    }

    /** All decisions of all rounds, newest first. */
    public List<Approval> decisions(ClaimId claim) {
        return getEntityManager().createQuery("from Approval where claimId = ?1 order by id desc", Approval.class)
                .setParameter(1, claim.value()).getResultList();
    }

    void persist(VerdictRevision revision) {
        getEntityManager().persist(revision);
    }

    void persist(Approval approval) {
        getEntityManager().persist(approval);
    }
}
