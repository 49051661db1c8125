package org.isnad.fault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/** What the desk acknowledged, as its clients wrote it down. */
final class Ledger {
    private final Collection<Entry> entries = new ConcurrentLinkedQueue<>();
    private final AtomicLong acknowledged = new AtomicLong();

    /** One claim, which one client alone works on, so its history must be what that client saw, and nothing else. */
    static final class Entry {
        private final UUID claim;
        private final List<String> actions = new ArrayList<>();
        private final List<UUID> evidence = new ArrayList<>();
        private @Nullable String unanswered;
        private @Nullable String summary;

        private Entry(UUID claim) {
            this.claim = claim;
        }

        UUID claim() {
            return claim;
        }

        synchronized void asks(String action) {
            unanswered = action;
        }

        synchronized void isTold(String action) {
            actions.add(action);
            unanswered = null;
        }

        synchronized void isToldOfEvidence(UUID piece) {
            evidence.add(piece);
        }

        synchronized void isToldOfDraft(String text) {
            summary = text;
        }

        private synchronized void compare(Connection connection, List<String> missing) throws SQLException {
            // Whoever takes a bundle away leaves a step too, but is none of these clients.
            List<String> events = column(connection, "select action from audit_event where aggregate_type = 'CLAIM' "
                    + "and aggregate_id = ? and action <> 'BUNDLE_EXPORTED' order by aggregate_version", claim);
            List<String> withUnanswered = new ArrayList<>(actions);
            if (unanswered != null) {
                withUnanswered.add(unanswered);
            }
            if (!events.equals(actions) && !events.equals(withUnanswered)) {
                missing.add("claim " + claim + ": acknowledged " + actions + ", unanswered " + unanswered
                        + ", but its history is " + events);
            }
            List<String> pieces = column(connection, "select id::text from evidence where claim_id = ?", claim);
            evidence.stream().filter(piece -> !pieces.contains(piece.toString()))
                    .forEach(piece -> missing.add("claim " + claim + ": evidence " + piece + " is missing"));
            // A later one, which nobody heard of, may stand in its place.
            if (summary != null && !"DRAFT_SAVED".equals(unanswered)
                    && !column(connection, "select summary from verdict where claim_id = ?", claim)
                            .contains(summary)) {
                missing.add("claim " + claim + ": the draft '" + summary + "' is missing");
            }
        }
    }

    Entry claim(UUID claim) {
        Entry entry = new Entry(claim);
        entries.add(entry);
        return entry;
    }

    void count() {
        acknowledged.incrementAndGet();
    }

    /** How many changes were acknowledged so far. */
    long acknowledged() {
        return acknowledged.get();
    }

    /** The claims, the latest last. */
    List<UUID> claims() {
        return entries.stream().map(Entry::claim).toList();
    }

    /** What was acknowledged and is not there, or is there and was never asked for. */
    List<String> differences(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>();
        for (Entry entry : entries) {
            entry.compare(connection, missing);
        }
        return missing;
    }

    private static List<String> column(Connection connection, String sql, UUID claim) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, claim);
            List<String> all = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
            return all;
        }
    }
}
