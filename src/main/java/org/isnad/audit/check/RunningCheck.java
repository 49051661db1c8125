package org.isnad.audit.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import io.agroal.api.AgroalDataSource;
import org.jspecify.annotations.Nullable;

/**
 * A comparison that is under way, as every node can see it: keeps its row in {@code log_check_run} up to date, through connections of
 * its own, and reads there whether it should stop.
 */
final class RunningCheck implements CheckProgress {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final AgroalDataSource database;
    private final UUID id;
    private final Clock clock;
    private final BooleanSupplier programEnds;
    private final Map<Part, Long> done = new EnumMap<>(Part.class);
    private final Map<Part, Long> totals = new EnumMap<>(Part.class);
    private Instant written = Instant.EPOCH;

    RunningCheck(AgroalDataSource database, UUID id, Clock clock, BooleanSupplier programEnds) {
        this.database = database;
        this.id = id;
        this.clock = clock;
        this.programEnds = programEnds;
    }

    /** Whoever begins holds the lock; so whatever else seems to be under way was broken off. */
    void begun(UUID askedBy, Instant at) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement others = connection.prepareStatement(
                        "update log_check_run set ended = 'BROKEN_OFF', ended_at = ? where ended is null");
                PreparedStatement own = connection
                        .prepareStatement("insert into log_check_run (id, asked_by, started_at) values (?, ?, ?)")) {
            others.setObject(1, at.atOffset(ZoneOffset.UTC));
            others.executeUpdate();
            own.setObject(1, id);
            own.setObject(2, askedBy);
            own.setObject(3, at.atOffset(ZoneOffset.UTC));
            own.executeUpdate();
        }
    }

    @Override
    public void of(Part part, long total) {
        totals.put(part, total);
        tell();
    }

    @Override
    public void at(Part part, long howMany) {
        done.put(part, howMany);
        if (programEnds.getAsBoolean()) {
            throw new Stopped("The program ends, and the comparison with it.");
        }
        if (written.plus(EVERY).isBefore(clock.instant())) {
            tell();
        }
    }

    /** @param how {@code DONE}, {@code STOPPED} or {@code FAILED} */
    void ended(String how) throws SQLException {
        write(how);
    }

    private void tell() {
        try {
            if (write(null)) {
                throw new Stopped("The comparison was stopped.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("How far the comparison is cannot be written down: " + e.getMessage(), e);
        }
    }

    /** @return whether somebody asked to stop */
    private boolean write(@Nullable String how) throws SQLException {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        """
                                update log_check_run set leaves = ?, leaves_total = ?, events = ?, events_total = ?, aggregates = ?,
                                                         aggregates_total = ?, ended = ?, ended_at = ? where id = ? returning stop
                                """)) {
            int column = 1;
            for (Part part : Part.values()) {
                update.setLong(column++, done.getOrDefault(part, 0L));
                update.setLong(column++, totals.getOrDefault(part, 0L));
            }
            update.setString(column++, how);
            update.setObject(column++, how == null ? null : now.atOffset(ZoneOffset.UTC));
            update.setObject(column, id);
            try (ResultSet row = update.executeQuery()) {
                written = now;
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
