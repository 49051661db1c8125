package org.isnad.article.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

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
    private final Clock clock;

    FetchAttempts(EntityManager entities, AgroalDataSource database, Clock clock) {
        this.entities = entities;
        this.database = database;
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
