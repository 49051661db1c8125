package org.isnad.article.capture;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

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
    private final Clock clock;

    FetchAttempts(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    FetchOutcome keep(FetchAttempt attempt) {
        entities.persist(attempt);
        return FetchOutcome.of(attempt);
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
