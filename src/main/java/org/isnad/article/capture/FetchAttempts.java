package org.isnad.article.capture;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.hibernate.Session;

/** What was fetched lately, until it is confirmed or forgotten. */
@ApplicationScoped
class FetchAttempts {
    private static final int BATCH = 100;

    private final EntityManager entities;
    private final ErasedPlaces erased;
    private final Clock clock;

    FetchAttempts(EntityManager entities, ErasedPlaces erased, Clock clock) {
        this.entities = entities;
        this.erased = erased;
        this.clock = clock;
    }

    /** The attempt that is not made, when an article lay at the address of which something was erased. */
    @Transactional
    Optional<FetchOutcome> refused(String address, UUID askedBy, Duration keep) {
        return erased.articleAt(List.of(address))
                .map(article -> kept(FetchAttempt.refused(clock.instant(), askedBy, keep), article));
    }

    /** Keeps what came; if it came from where such an article lay, only that it was not kept. */
    @Transactional
    FetchOutcome keep(FetchAttempt attempt) {
        Optional<UUID> article = erased.articleAt(attempt.addresses());
        if (article.isEmpty()) {
            entities.persist(attempt);
            // Here it waits for an erasure that is under way, and then looks again.
            entities.flush();
            article = erased.articleAt(attempt.addresses());
            if (article.isEmpty()) {
                return FetchOutcome.of(attempt);
            }
            entities.remove(attempt);
        }
        return kept(attempt.withoutWhatCame(), article.get());
    }

    private FetchOutcome kept(FetchAttempt refused, UUID article) {
        entities.persist(refused);
        return FetchOutcome.of(refused).because(article);
    }

    Optional<FetchAttempt> find(FetchId id) {
        return Optional.ofNullable(entities.find(FetchAttempt.class, id.value()));
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void forget() {
        List<FetchAttempt> expired = entities.unwrap(Session.class).createNativeQuery("""
                select * from fetch_attempt where expires_at <= :now order by expires_at limit :batch
                for update skip locked
                """, FetchAttempt.class).setParameter("now", clock.instant()).setParameter("batch", BATCH)
                .getResultList();
        expired.forEach(entities::remove);
    }
}
