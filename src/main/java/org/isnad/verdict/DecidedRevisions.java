package org.isnad.verdict;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimId;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** Revisions with their ratings, authors and decisions to read, straight from the query. */
@ApplicationScoped
public class DecidedRevisions {
    private static final String ROW = """
            select r, g, p.name, a, q.name
            from VerdictRevision r join Person p on p.id = r.authorId
                 left join Rating g on g.key.scaleVersion = r.scaleVersion and g.key.code = r.ratingCode
                 left join Approval a on a.revisionId = r.id left join Person q on q.id = a.decidedBy
            where r.claimId = :claim""";
    private static final String NEWEST_FIRST = " order by r.number desc";

    private final EntityManager entities;

    DecidedRevisions(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<DecidedRevision> latest(ClaimId claim) {
        return query(ROW + NEWEST_FIRST, claim).setMaxResults(1).getResultStream().findFirst();
    }

    public Optional<DecidedRevision> one(ClaimId claim, int number) {
        return query(ROW + " and r.number = :number", claim).setParameter("number", number).getResultStream()
                .findFirst();
    }

    /** All rounds' revisions, newest first. */
    public Page<DecidedRevision> page(ClaimId claim, int size, @Nullable String after) {
        int before = Cursor.parts(after, 1).map(parts -> number(parts.get(0))).orElse(Integer.MAX_VALUE);
        List<DecidedRevision> rows = query(ROW + " and r.number < :before" + NEWEST_FIRST, claim)
                .setParameter("before", before).setMaxResults(size + 1).getResultList();
        return Page.of(rows, size, row -> Cursor.of(row.revision().number()));
    }

    private TypedQuery<DecidedRevision> query(String hql, ClaimId claim) {
        return entities.createQuery(hql, DecidedRevision.class).setParameter("claim", claim.value());
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new Problem.Invalid("after", "not-a-cursor");
        }
        return Integer.parseInt(text);
    }
}
