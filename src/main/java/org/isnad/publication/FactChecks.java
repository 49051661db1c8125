package org.isnad.publication;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.jspecify.annotations.Nullable;

import org.isnad.claim.ClaimId;
import org.isnad.kernel.Cursor;
import org.isnad.kernel.Ids;
import org.isnad.kernel.Page;
import org.isnad.kernel.Problem;

/** What was published, to read, straight from the query. */
@ApplicationScoped
public class FactChecks {
    private static final String ROW = """
            select f, e, r, g
            from Publication f join Edition e on e.claimId = f.claimId and e.number =
                     (select max(x.number) from Edition x where x.claimId = f.claimId)
                 join VerdictRevision r on r.id = e.revisionId
                 left join Rating g on g.key.scaleVersion = r.scaleVersion and g.key.code = r.ratingCode
            where\s""";

    private final EntityManager entities;

    FactChecks(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<FactCheck> bySlug(String slug) {
        return entities.createQuery(ROW + "f.slug = :slug", FactCheck.class).setParameter("slug", slug)
                .getResultStream().findFirst();
    }

    public Optional<FactCheck> of(ClaimId claim) {
        return entities.createQuery(ROW + "f.claimId = :claim", FactCheck.class).setParameter("claim", claim.value())
                .getResultStream().findFirst();
    }

    /** What was published about these claims, newest first; one statement. */
    public List<FactCheck> of(Collection<UUID> claims) {
        return entities.createQuery(ROW + "f.claimId in :claims order by f.publishedAt desc, f.claimId desc",
                FactCheck.class).setParameter("claims", claims).getResultList();
    }

    /** All, newest first by when they were first published. */
    public Page<FactCheck> page(int size, @Nullable String after) {
        Optional<List<String>> last = Cursor.parts(after, 2);
        TypedQuery<FactCheck> query = entities.createQuery(
                ROW + (last.isPresent()
                        ? "f.publishedAt <= :at and (f.publishedAt < :at or f.claimId < :last)"
                        : "true") + " order by f.publishedAt desc, f.claimId desc",
                FactCheck.class).setMaxResults(size + 1);
        last.ifPresent(key -> query.setParameter("at", time(key.get(0))).setParameter("last",
                Ids.parse(key.get(1)).orElseThrow(() -> new Problem.Invalid("after", "not-a-cursor"))));
        return Page.of(query.getResultList(), size,
                row -> Cursor.of(row.page().publishedAt(), row.page().claim().value()));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Problem.Invalid("after", "not-a-cursor");
        }
    }
}
