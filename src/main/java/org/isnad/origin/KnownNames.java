package org.isnad.origin;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Names that whoever adds an article may want to choose from; templates read it as {@code cdi:knownNames}. */
@Named("knownNames")
@ApplicationScoped
public class KnownNames {
    private static final int MOST = 100;
    private static final String IN_USE = """
            select n.name from (select s.name_id from article_origin s order by s.article_version_id desc limit 2000) s
            join origin_name n on n.id = s.name_id
            where n.kind = :kind and n.name ~ '[^█[:space:]]' group by n.id, n.name order by count(*) desc, n.id limit :most
            """;
    private static final String OF_HOST = """
            with recent as materialized (select a.id from article a where address_host(a.url) = address_host(:url)
                                         order by a.id desc limit 20)
            select n.name from recent join article_origin s on s.article_id = recent.id join origin_name n on n.id = s.name_id
            where n.kind = 'OUTLET' and n.name ~ '[^█[:space:]]'
              and (select count(distinct o.origin_id) from recent r join article_origin t on t.article_id = r.id
                   join origin_name o on o.id = t.name_id where o.kind = 'OUTLET') = 1
            group by n.id, n.name order by count(*) desc, n.id limit 1
            """;
    private static final String AMONG = """
            select cast(u.place as integer)
            from unnest(cast(:kinds as text[]), cast(:names as text[])) with ordinality u(kind, name, place)
            where exists (select 1 from origin_name n where n.kind = u.kind and name_key(n.name) = name_key(u.name)
                          and n.name ~ '[^█[:space:]]')
            """;

    private final EntityManager database;

    KnownNames(EntityManager database) {
        this.database = database;
    }

    /** Outlets that the latest articles state, the most frequent first, at most 100. */
    public List<String> outlets() {
        return inUse(OriginKind.OUTLET);
    }

    /** Authors that the latest articles state, the most frequent first, at most 100. */
    public List<String> authors() {
        return inUse(OriginKind.AUTHOR);
    }

    /** The one outlet that the latest articles from the address' host state; null when they state none, or several. */
    public @Nullable String outletOf(String url) {
        if (!isAddress(url)) {
            return null;
        }
        return database.unwrap(Session.class).createNativeQuery(OF_HOST, String.class).setParameter("url", url)
                .uniqueResult();
    }

    /** Those of the names that lead to a record; one statement, or none for no name. */
    public Set<StatedName> among(List<StatedName> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        return database.unwrap(Session.class).createNativeQuery(AMONG, Integer.class)
                .setParameter("kinds", names.stream().map(name -> name.kind().name()).toArray(String[]::new))
                .setParameter("names", names.stream().map(StatedName::text).toArray(String[]::new)).getResultList()
                .stream().map(place -> names.get(place - 1)).collect(Collectors.toSet());
    }

    private List<String> inUse(OriginKind kind) {
        return database.unwrap(Session.class).createNativeQuery(IN_USE, String.class)
                .setParameter("kind", kind.name()).setParameter("most", MOST).getResultList();
    }

    /** What a form carries may be anything. */
    private static boolean isAddress(String url) {
        try {
            return URI.create(url).getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
