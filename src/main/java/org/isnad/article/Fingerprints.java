package org.isnad.article;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.LongStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.isnad.article.capture.FetchedDocument;
import org.isnad.article.similarity.Fingerprint;
import org.isnad.article.similarity.Resemblance;

/** Finds the articles at the desk whose text is nearly that of another, through an index of fingerprints. */
@ApplicationScoped
class Fingerprints {
    /** Candidates whose texts are compared word by word; those that share the most come first. */
    private static final int CANDIDATES = 5;
    private static final int BATCH = 50;
    /**
     * Band by band: of all at once PostgreSQL expects a quarter of the table, and reads it instead of the index. Versions that are not the
     * latest may be among those that share the most.
     */
    static final String NEAREST = """
            with near as (select f.article_id, f.article_version_id, count(*) as common
                          from unnest(cast(:bands as bigint[])) band
                          cross join lateral (select t.article_id, t.article_version_id from text_fingerprint t
                                              where t.bands @> array[band] and t.algorithm = :algorithm) f
                          group by 1, 2 order by 3 desc, 2 limit 50)
            select a.id, v.title, v.text from near
            join article a on a.id = near.article_id and a.latest_version = near.article_version_id
            join article_version v on v.id = near.article_version_id
            order by near.common desc, a.id limit :most
            """;
    /** As above, for several texts, of which each has a number. Row by row (offset 0), since PostgreSQL expects far too many of them. */
    static final String NEAREST_OF_MANY = """
            with near as (select k.n, f.article_id, f.article_version_id, count(*) as common
                          from unnest(cast(:numbers as int[]), cast(:bands as bigint[])) k(n, band)
                          cross join lateral (select t.article_id, t.article_version_id from text_fingerprint t
                                              where t.bands @> array[k.band] and t.algorithm = :algorithm) f
                          group by 1, 2, 3),
            first as (select near.*, row_number() over (partition by n order by common desc, article_version_id) as place
                      from near),
            latest as (select first.n, a.id, first.article_version_id,
                              row_number() over (partition by first.n order by first.common desc, a.id) as place
                       from first cross join lateral (select id from article where id = first.article_id
                                                      and latest_version = first.article_version_id offset 0) a
                       where first.place <= 50)
            select latest.n, latest.id, v.title, v.text from latest
            cross join lateral (select title, text from article_version where id = latest.article_version_id offset 0) v
            where latest.place <= :most
            """;
    /** In the order in which the bands are given. */
    private static final String LOCK = """
            select count(*) from unnest(cast(:bands as bigint[])) band cross join lateral pg_advisory_xact_lock(band)
            """;
    private static final String REMEMBER = """
            insert into fetch_fingerprint (attempt_id, algorithm, minhash) select f.id, ?, ?
            from fetch_attempt f where f.id = ? for key share on conflict (attempt_id) do nothing
            """;

    private final EntityManager entities;

    Fingerprints(EntityManager entities) {
        this.entities = entities;
    }

    /** The article whose latest text is the nearest, when it is near enough to be a copy. */
    Optional<NearSame> nearest(Fingerprint print, String text) {
        if (print.bands().length == 0) {
            return Optional.empty();
        }
        List<Tuple> candidates = session().createNativeQuery(NEAREST, Tuple.class)
                .setParameter("bands", print.bands()).setParameter("algorithm", print.version())
                .setParameter("most", CANDIDATES).getResultList();
        return candidates.stream().map(row -> compared(row, text)).flatMap(Optional::stream)
                .max(Comparator.comparingDouble(NearSame::common));
    }

    /** As {@link #nearest(Fingerprint, String)} of several texts, in one statement. Those that have none are not in the map. */
    Map<Integer, NearSame> nearest(Collection<Integer> numbers, IntFunction<String> text) {
        List<Integer> owners = new ArrayList<>();
        LongStream.Builder bands = LongStream.builder();
        for (int n : numbers) {
            for (long band : Fingerprint.of(text.apply(n)).bands()) {
                owners.add(n);
                bands.add(band);
            }
        }
        if (owners.isEmpty()) {
            return Map.of();
        }
        List<Tuple> candidates = session().createNativeQuery(NEAREST_OF_MANY, Tuple.class)
                .setParameter("numbers", owners.toArray(Integer[]::new)).setParameter("bands", bands.build().toArray())
                .setParameter("algorithm", Fingerprint.of("").version()).setParameter("most", CANDIDATES)
                .getResultList();
        Map<Integer, NearSame> nearest = new HashMap<>();
        for (Tuple row : candidates) {
            int n = row.get("n", Number.class).intValue();
            compared(row, text.apply(n)).ifPresent(found -> nearest.merge(n, found,
                    (one, other) -> one.common() >= other.common() ? one : other));
        }
        return nearest;
    }

    private static Optional<NearSame> compared(Tuple row, String text) {
        Resemblance resemblance = Resemblance.of(text, row.get("text", String.class));
        return resemblance.isNearSame()
                ? Optional.of(new NearSame(new ArticleId(row.get("id", UUID.class)), row.get("title", String.class),
                        resemblance.jaccard()))
                : Optional.empty();
    }

    /**
     * Makes whoever else brings a text that may be nearly the same wait until this transaction ends, and then find its article: texts
     * that share no band are not near-same. Some sixty locks, of which PostgreSQL has 64 for each connection that it allows.
     */
    void lockFor(Fingerprint print) {
        // Always in the same order, so that two who want the same two never wait for each other.
        long[] bands = LongStream.of(print.bands()).sorted().distinct().toArray();
        session().createNativeQuery(LOCK, Long.class).setParameter("bands", bands).getSingleResult();
    }

    void add(ArticleVersion version, Fingerprint print) {
        entities.persist(new TextFingerprint(version.id().value(), version.articleId().value(), print));
    }

    /** So that an erasure of an article finds what was fetched and says nearly the same, whether that is ever saved or not. */
    void remember(@Nullable FetchedDocument fetched, Fingerprint print) {
        if (fetched == null || print.shingles() == 0) {
            return;
        }
        session().doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
                insert.setInt(1, print.version());
                insert.setObject(2, print.values());
                insert.setObject(3, fetched.id().value());
                insert.executeUpdate();
            }
        });
    }

    /** Texts from before there was this index, a few at a time, on one node. */
    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void catchUp() {
        List<ArticleVersion> without = session().createNativeQuery("""
                select v.* from article_version v
                where not exists (select 1 from text_fingerprint f where f.article_version_id = v.id)
                  and v.text ~ '[^█[:space:]]' and pg_try_advisory_xact_lock(hashtextextended('text_fingerprint', 0))
                order by v.id limit :batch
                """, ArticleVersion.class).setParameter("batch", BATCH).getResultList();
        without.forEach(version -> add(version, Fingerprint.of(version.text())));
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
