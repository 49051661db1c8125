package org.isnad.evidence;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.isnad.claim.ClaimId;

/** Evidence to read, straight from the query, without what was removed. */
@ApplicationScoped
public class EvidenceRows {
    private static final String ROW = """
            select e.id, e.claimId, e.round, e.number, e.position, e.url, e.title, e.quote, e.stance, e.source, e.note, e.addedBy,
                   p.name, e.addedAt, e.version
            from Evidence e join Person p on p.id = e.addedBy
            where e.removedAt is null and e.claimId = :claim""";

    private final EntityManager entities;

    EvidenceRows(EntityManager entities) {
        this.entities = entities;
    }

    /** All of a claim's, in its order. */
    public List<EvidenceRow> of(ClaimId claim) {
        return entities.createQuery(ROW + " order by e.position, e.id", EvidenceRow.class)
                .setParameter("claim", claim.value()).getResultList();
    }

    public Optional<EvidenceRow> one(ClaimId claim, EvidenceId id) {
        return entities.createQuery(ROW + " and e.id = :id", EvidenceRow.class).setParameter("claim", claim.value())
                .setParameter("id", id.value()).getResultStream().findFirst();
    }
}
