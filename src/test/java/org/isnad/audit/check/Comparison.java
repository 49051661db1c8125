package org.isnad.audit.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

import org.isnad.audit.log.LogSubcommand;
import org.isnad.kernel.Stamp;
import org.isnad.testsupport.Database;
import org.isnad.tlog.SignedNote;

/** Comparisons for tests of other packages. */
@ApplicationScoped
public class Comparison {
    private final LogCheck check;
    private final AgroalDataSource database;
    private final Clock clock;

    Comparison(LogCheck check, AgroalDataSource database, Clock clock) {
        this.check = check;
        this.database = database;
        this.clock = clock;
    }

    /**
     * What {@link LogCheck} compares, over a connection of the caller's own and without writing it down.
     *
     * @param held
     *            a checkpoint that left the machine
     * @return what does not agree
     */
    public static List<String> findings(Connection connection, Optional<SignedNote> held) throws SQLException {
        List<String> findings = new ArrayList<>();
        TreeCheck tree = new TreeCheck(connection, findings);
        tree.run();
        held.ifPresent(tree::mustHold);
        new EventCheck(connection, findings).run();
        new StateCheck(connection, findings).run();
        return findings;
    }

    /** The places of the values that do not agree in the events of one aggregate. */
    public static List<Integer> positions(Connection connection, String type, UUID id) throws SQLException {
        return new EventCheck(connection, new ArrayList<>()).of(type, id).stream().map(EventCheck.Difference::position)
                .toList();
    }

    /** The command that starts one. */
    public LogSubcommand command() {
        return new LogCheckCommand(check);
    }

    /** What does not agree, as one that this person asked for writes it down. */
    public List<String> findings(UUID person) throws SQLException {
        return check.run(person).findings();
    }

    /** The id of one that has come to its end. */
    public UUID ended() {
        atRest();
        try (Connection connection = database.getConnection()) {
            check.run(Stamp.SYSTEM);
            return UUID.fromString(
                    Database.texts(connection, "select id from log_check order by id desc limit 1").get(0));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until none is under way. */
    public void atRest() {
        Instant end = clock.instant().plusSeconds(30);
        while (isUnderWay()) {
            if (clock.instant().isAfter(end)) {
                throw new AssertionError("Not within 30 s");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean isUnderWay() {
        try (Connection connection = database.getConnection()) {
            return !Database.texts(connection,
                    "select 1 from pg_locks where locktype = 'advisory' and classid::bigint = "
                            + (LogCheck.LOCK >>> 32) + " and objid::bigint = " + (LogCheck.LOCK & 0xffffffffL))
                    .isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
