package org.isnad.origin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Problem;

/** The records of outlets and authors, and the names that lead to them. */
@ApplicationScoped
class Origins implements PanacheRepositoryBase<Origin, UUID> {
    /** Spelt as the index is: an erased name leads nowhere, and what states it anew is a new record. */
    private static final String KNOWN = """
            select n.id from origin_name n
            where n.kind = :kind and name_key(n.name) = name_key(:name) and n.name ~ '[^█[:space:]]' for share of n
            """;

    /** The record for a change: nobody else changes it until the transaction ends. */
    Origin lock(OriginKind kind, OriginId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).filter(found -> found.kind() == kind)
                .orElseThrow(() -> new Problem.NotFound(kind.singular()));
    }

    /** Both, always locked in the same order, so that two who merge the same two never wait for each other. */
    List<Origin> lock(OriginKind kind, OriginId one, OriginId other) {
        if (one.value().compareTo(other.value()) < 0) {
            return List.of(lock(kind, one), lock(kind, other));
        }
        Origin second = lock(kind, other);
        return List.of(lock(kind, one), second);
    }

    boolean isThere(OriginKind kind, OriginId id) {
        return count("id = ?1 and kind = ?2", id.value(), kind) > 0;
    }

    /** Its names moved, which its own row does not show: whoever looked at it before has an outdated version all the same. */
    void touch(Origin origin) {
        getEntityManager().lock(origin, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** The names that lead to it, the oldest first. */
    List<OriginName> names(Origin origin) {
        return session().createSelectionQuery("from OriginName n where n.originId = :id order by n.id",
                OriginName.class).setParameter("id", origin.id().value()).getResultList();
    }

    /** The name as it is known, however it is written; it stays what it is until the transaction ends. */
    Optional<UUID> known(OriginKind kind, String name) {
        return session().createNativeQuery(KNOWN, UUID.class).setParameter("kind", kind.name())
                .setParameter("name", name).uniqueResultOptional();
    }

    /** Makes whoever else wants this name to be known wait until this transaction ends. */
    void lockName(OriginKind kind, String name) {
        session().createNativeQuery("""
                select 1 from pg_advisory_xact_lock(hashtextextended('origin:' || :kind || ':' || name_key(:name), 0))
                """, Integer.class).setParameter("kind", kind.name()).setParameter("name", name).getSingleResult();
    }

    /** Makes a record with this name. */
    OriginName add(Origin origin) {
        persist(origin);
        // The name's row refers to the record's, which therefore has to be there first.
        flush();
        OriginName name = new OriginName(origin);
        getEntityManager().persist(name);
        flush();
        return name;
    }

    void add(ArticleOrigin stated) {
        getEntityManager().persist(stated);
    }

    /** In the order in which {@link #lockName} must be called, those that mean the same only once. */
    List<String> inOrder(List<String> names) {
        return session().createNativeQuery("""
                select distinct on (name_key(n)) n from unnest(cast(:names as text[])) n order by name_key(n), n
                """, String.class).setParameter("names", names.toArray(String[]::new)).getResultList();
    }

    /**
     * Versions of articles from before there were records, of which it is not recorded yet what they state.
     *
     * @param after
     *            only later ones; null for all
     */
    List<UUID> unrecorded(@Nullable UUID after, int most) {
        return session().createNativeQuery("""
                select v.id from article_version v
                where (cast(:after as uuid) is null or v.id > :after) and (v.outlet is not null or v.byline is not null)
                  and not exists (select 1 from article_origin s where s.article_version_id = v.id)
                order by v.id limit :most
                """, UUID.class).setParameter("after", after, UUID.class).setParameter("most", most).getResultList();
    }

    /** One node at a time. */
    void lockUnrecorded() {
        session().createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('origin', 0))",
                Integer.class).getSingleResult();
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
