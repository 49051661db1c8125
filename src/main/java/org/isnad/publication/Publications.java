package org.isnad.publication;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import org.isnad.claim.ClaimId;

/** All public pages and their editions. */
@ApplicationScoped
public class Publications implements PanacheRepositoryBase<Publication, UUID> {

    public Optional<Publication> of(ClaimId claim) {
        return findByIdOptional(claim.value());
    }

    public Optional<Publication> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** A page's editions, newest first. */
    public List<Edition> editions(ClaimId claim) {
        return getEntityManager().createQuery("from Edition where claimId = ?1 order by number desc", Edition.class)
                .setParameter(1, claim.value()).getResultList();
    }

    void persist(Edition edition) {
        getEntityManager().persist(edition);
    }
}
