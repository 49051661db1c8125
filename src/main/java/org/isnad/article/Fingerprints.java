package org.isnad.article;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.hibernate.Session;

import org.isnad.article.similarity.Fingerprint;
import org.isnad.article.similarity.Resemblance;

/** Finds the articles at the desk whose text is nearly that of another, through an index of fingerprints. */
@ApplicationScoped
class Fingerprints {
    /** Candidates whose texts are compared word by word; those that share the most come first. */
    private static final int CANDIDATES = 5;
    private static final int BATCH = 50;

    private final EntityManager entities;

    Fingerprints(EntityManager entities) {
        this.entities = entities;
    }

    /** The article whose latest text is the nearest, when it is near enough to be a copy. */
    Optional<NearSame> nearest(String text) {
        Fingerprint print = Fingerprint.of(text);
        if (print.bands().length == 0) {
            return Optional.empty();
        }
        List<Tuple> candidates = session().createNativeQuery("""
                with near as (select f.article_id, f.article_version_id, count(*) as common
                              from text_fingerprint f
                              join article a on a.id = f.article_id and a.latest_version = f.article_version_id,
                                   unnest(f.bands) band
                              where f.bands && cast(:bands as bigint[]) and f.algorithm = :algorithm
                                and band = any (cast(:bands as bigint[]))
                              group by 1, 2 order by 3 desc, 2 limit :most)
                select a.id, v.title, v.text from near
                join article a on a.id = near.article_id
                join article_version v on v.id = near.article_version_id
                order by near.common desc, a.id
                """, Tuple.class).setParameter("bands", print.bands()).setParameter("algorithm", print.version())
                .setParameter("most", CANDIDATES).getResultList();
        return candidates.stream().map(row -> compared(row, text)).flatMap(Optional::stream)
                .max(Comparator.comparingDouble(NearSame::common));
    }

    private static Optional<NearSame> compared(Tuple row, String text) {
        Resemblance resemblance = Resemblance.of(text, row.get("text", String.class));
        return resemblance.isNearSame()
                ? Optional.of(new NearSame(new ArticleId(row.get("id", UUID.class)), row.get("title", String.class),
                        resemblance.jaccard()))
                : Optional.empty();
    }

    void add(ArticleVersion version) {
        entities.persist(new TextFingerprint(version.id().value(), version.articleId().value(),
                Fingerprint.of(version.text())));
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
        without.forEach(this::add);
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
