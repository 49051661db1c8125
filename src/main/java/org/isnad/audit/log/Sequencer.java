package org.isnad.audit.log;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

import org.isnad.tlog.Growth;
import org.isnad.tlog.Hash;

/**
 * Gives committed events their places in the log, one batch after the other, each in one transaction. Of all nodes one at a time
 * does so. It keeps nothing that a crash could lose: what is not in the log yet is found by looking.
 */
@ApplicationScoped
class Sequencer {
    /** The advisory lock of whoever appends: "isnadlog" in ASCII. */
    private static final long LEADER = 0x69736e61646c6f67L;
    /** So many at most at once: as many as this means that there may be more. */
    static final int BATCH = 2_000;
    /**
     * Events without a leaf. Those of transactions that had ended when the last look was taken have theirs; an identifier that was
     * given out late but committed early is never skipped, as it would be by remembering the highest one seen.
     */
    private static final String PENDING = """
            select e.id, e.aggregate_type || e.aggregate_id as aggregate, e.aggregate_version, e.canonical,
                   coalesce(sha256(s.hash || convert_to(s.fresh, 'UTF8')), ?) as state
            from audit_event e left join audit_state s on s.event_id = e.id
            where e.transaction_id >= ?::xid8 and not exists (select 1 from log_leaf l where l.event_id = e.id)
            order by %s limit ?
            """;
    private static final String AS_THEY_CAME = PENDING.formatted("e.id");
    /** Any part of this order holds no event without those of its aggregate that go before it. */
    private static final String BY_AGGREGATE = PENDING
            .formatted("e.aggregate_type, e.aggregate_id, e.aggregate_version");

    private static final String ENTRIES = """
            insert into log_entry (index, actor, action, aggregate_type, aggregate_id, at, latest)
            select l.index, e.actor, e.action, e.aggregate_type, e.aggregate_id, e.at,
                   greatest(max(e.at) over (order by l.index), (select n.latest from log_entry n where n.index = ? - 1))
            from log_leaf l join audit_event e on e.id = l.event_id where l.index >= ? order by l.index
            """;
    /** Not the first leaf that is new: while an upgrade goes on, nodes of the version before append leaves alone. */
    private static final String FIRST_WITHOUT = "select coalesce(max(index) + 1, 0) from log_entry";

    private final AgroalDataSource database;
    private final SecureRandom random = new SecureRandom();
    /** Transactions below this had ended, and their events their leaves. Zero: nothing is known yet, look at all. */
    private String horizon = "0";

    Sequencer(AgroalDataSource database) {
        this.database = database;
    }

    private record Pending(UUID id, String aggregate, long version, byte[] canonical, byte[] state) {}

    /**
     * Appends what is there, at most one batch.
     *
     * @return how many events got their place; 0 also when another node is at it
     */
    int appendOnce() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!leads(connection)) {
                    return 0;
                }
                String now = horizonNow(connection);
                if (Long.compareUnsigned(Long.parseUnsignedLong(now), Long.parseUnsignedLong(horizon)) < 0) {
                    lookAtAll();
                }
                List<Pending> batch = pending(AS_THEY_CAME, connection);
                if (batch.size() == BATCH) {
                    batch = pending(BY_AGGREGATE, connection);
                }
                append(connection, inOrder(batch));
                connection.commit();
                if (batch.size() < BATCH) {
                    horizon = now;
                }
                return batch.size();
            } finally {
                connection.rollback();
            }
        }
    }

    /** Forgets what is known: another database, such as a restored one, may have taken the place of the one that was looked at. */
    void lookAtAll() {
        horizon = "0";
    }

    private static boolean leads(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LEADER);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Taken before looking: whatever ends between the two is seen, and is looked at once more the next time. */
    private static String horizonNow(Connection connection) throws SQLException {
        try (PreparedStatement query = connection
                .prepareStatement("select pg_snapshot_xmin(pg_current_snapshot())::text");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private List<Pending> pending(String order, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(order)) {
            query.setBytes(1, Leaf.NO_STATE);
            query.setString(2, horizon);
            query.setInt(3, BATCH);
            List<Pending> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Pending(rows.getObject(1, UUID.class), rows.getString(2), rows.getLong(3),
                            rows.getBytes(4), rows.getBytes(5)));
                }
            }
            return found;
        }
    }

    /** As they came, but each aggregate's events by their numbers: clocks, from which ids are made, may differ between nodes. */
    private static List<Pending> inOrder(List<Pending> batch) {
        Map<String, PriorityQueue<Pending>> byAggregate = new HashMap<>();
        List<PriorityQueue<Pending>> places = new ArrayList<>(batch.size());
        for (Pending event : batch) {
            PriorityQueue<Pending> itsAggregate = byAggregate.computeIfAbsent(event.aggregate,
                    a -> new PriorityQueue<>(Comparator.comparingLong(Pending::version)));
            itsAggregate.add(event);
            places.add(itsAggregate);
        }
        return places.stream().map(PriorityQueue::remove).toList();
    }

    private void append(Connection connection, List<Pending> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        LogStore store = new LogStore(connection);
        long size = store.size();
        List<Hash> hashes = new ArrayList<>(events.size());
        try (PreparedStatement insert = connection
                .prepareStatement("insert into log_leaf (index, event_id, salt, hash) values (?, ?, ?, ?)")) {
            for (Pending event : events) {
                byte[] salt = new byte[Hash.BYTES];
                random.nextBytes(salt);
                Leaf leaf = new Leaf(event.id, salt, event.state, event.canonical);
                insert.setLong(1, size + hashes.size());
                insert.setObject(2, leaf.event());
                insert.setBytes(3, salt);
                insert.setBytes(4, leaf.hash().bytes());
                insert.addBatch();
                hashes.add(leaf.hash());
            }
            insert.executeBatch();
        }
        index(connection);
        store.add(Growth.of(size, store, hashes));
    }

    /** What the log is searched by, see the table's migration. */
    private static void index(Connection connection) throws SQLException {
        // Asked apart: with the number at hand PostgreSQL reads only these leaves.
        try (PreparedStatement first = connection.prepareStatement(FIRST_WITHOUT);
                ResultSet from = first.executeQuery();
                PreparedStatement insert = connection.prepareStatement(ENTRIES)) {
            from.next();
            insert.setLong(1, from.getLong(1));
            insert.setLong(2, from.getLong(1));
            insert.executeUpdate();
        }
    }
}
