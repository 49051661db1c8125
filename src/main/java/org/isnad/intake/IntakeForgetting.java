package org.isnad.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Removes lists some time after their end, and those that were looked at and never begun: the articles have histories of their own. */
@ApplicationScoped
class IntakeForgetting {
    private final AgroalDataSource database;
    private final ItemStore items;
    private final IntakeConfig config;
    private final Clock clock;

    IntakeForgetting(AgroalDataSource database, ItemStore items, IntakeConfig config, Clock clock) {
        this.database = database;
        this.items = items;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        items.forgotten(null);
        OffsetDateTime before = clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from intake_job "
                        + "where state <> 'RUNNING' and coalesce(ended_at, asked_at) < ?")) {
            delete.setObject(1, before);
            delete.executeUpdate();
        }
    }
}
