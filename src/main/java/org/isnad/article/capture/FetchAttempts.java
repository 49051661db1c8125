package org.isnad.article.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** What was fetched lately, until it is confirmed or forgotten. */
@ApplicationScoped
class FetchAttempts {
    private static final int BATCH = 500;
    private static final String FORGET = """
            delete from fetch_attempt where id in (
                select id from fetch_attempt where expires_at <= ? order by expires_at limit ? for update skip locked)
            """;

    private final EntityManager entities;
    private final AgroalDataSource database;
    private final ErasedPlaces erased;
    private final Clock clock;

    FetchAttempts(EntityManager entities, AgroalDataSource database, ErasedPlaces erased, Clock clock) {
        this.entities = entities;
        this.database = database;
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

    /** Until nothing is left that has expired; none is read for it, since each may be some megabytes. */
    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(FORGET)) {
            int forgotten;
            do {
                delete.setTimestamp(1, Timestamp.from(clock.instant()));
                delete.setInt(2, BATCH);
                forgotten = delete.executeUpdate();
            } while (forgotten > 0);
        }
    }
}
