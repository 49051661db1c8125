package org.isnad.origin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.isnad.kernel.Problem;

/** The records of outlets and authors, and the names that lead to them. */
@ApplicationScoped
class Origins implements PanacheRepositoryBase<Origin, UUID> {
    /** Spelt as the index is: an erased name leads nowhere, and what states it anew is a new record. */
    private static final String KNOWN = """
            select n.id, u.place
            from unnest(cast(:kinds as text[]), cast(:names as text[])) with ordinality u(kind, name, place)
            join origin_name n on n.kind = u.kind and name_key(n.name) = name_key(u.name) and n.name ~ '[^█[:space:]]'
            order by n.id for share of n
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

    /**
     * The names as they are known, however they are written; they stay what they are until the transaction ends. Locked in the order
     * of their ids, as an erasure does.
     */
    Map<StatedName, UUID> known(List<StatedName> names) {
        return session().createNativeQuery(KNOWN, Tuple.class).setParameter("kinds", kinds(names))
                .setParameter("names", texts(names)).getResultList().stream()
                .collect(Collectors.toMap(row -> names.get(row.get("place", Number.class).intValue() - 1),
                        row -> row.get("id", UUID.class), (one, same) -> one));
    }

    /** Makes whoever else wants this name to be known wait until this transaction ends. */
    void lockName(StatedName name) {
        session().createNativeQuery("""
                select 1 from pg_advisory_xact_lock(hashtextextended('origin:' || :kind || ':' || name_key(:name), 0))
                """, Integer.class).setParameter("kind", name.kind().name()).setParameter("name", name.text())
                .getSingleResult();
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
    List<StatedName> inOrder(List<StatedName> names) {
        return session().createNativeQuery("""
                select distinct on (kind, name_key(name)) cast(place as integer) from
                    unnest(cast(:kinds as text[]), cast(:names as text[])) with ordinality u(kind, name, place)
                order by kind, name_key(name), place
                """, Integer.class).setParameter("kinds", kinds(names)).setParameter("names", texts(names))
                .getResultList().stream().map(place -> names.get(place - 1)).toList();
    }

    /**
     * The next version of an article from before there were records of which it is not recorded yet what it states.
     *
     * @param after
     *            only later ones; null for all
     */
    Optional<UUID> unrecorded(@Nullable UUID after) {
        return session().createNativeQuery("""
                select v.id from article_version v
                where (cast(:after as uuid) is null or v.id > :after) and (v.outlet is not null or v.byline is not null)
                  and not exists (select 1 from article_origin s where s.article_version_id = v.id)
                order by v.id limit 1
                """, UUID.class).setParameter("after", after, UUID.class).uniqueResultOptional();
    }

    /** One node at a time. */
    void lockUnrecorded() {
        session().createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('origin', 0))",
                Integer.class).getSingleResult();
    }

    private static String[] kinds(List<StatedName> names) {
        return names.stream().map(name -> name.kind().name()).toArray(String[]::new);
    }

    private static String[] texts(List<StatedName> names) {
        return names.stream().map(StatedName::text).toArray(String[]::new);
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
