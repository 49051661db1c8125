package org.isnad.audit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.isnad.kernel.DomainEvent;
import org.isnad.kernel.Ids;

/**
 * Writes every domain event down, in the transaction of the change it tells of: both are committed or neither is. It writes past
 * Hibernate's persistence context, so it does not matter whether the changed aggregate was flushed yet; the database compares
 * events with changes when the transaction ends.
 */
@ApplicationScoped
class AuditTrail {
    private final Session session;
    private final SecureRandom random = new SecureRandom();

    AuditTrail(Session session) {
        this.session = session;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void write(@Observes DomainEvent event) {
        List<Commitment> commitments = AuditEvent.committed(event).map(c -> Commitment.to(c, salt())).toList();
        session.doWork(connection -> {
            AuditEvent next = next(connection, event, commitments);
            insert(connection, next);
            insertChanges(connection, next);
        });
    }

    /** Holds the aggregate's next version until the transaction ends, so that two acts at once line up. */
    private static AuditEvent next(Connection connection, DomainEvent event, List<Commitment> commitments)
            throws SQLException {
        try (PreparedStatement next = connection
                .prepareStatement("select version, transaction_id::text from audit_next(?, ?)")) {
            next.setString(1, event.type().name());
            next.setObject(2, event.id());
            try (ResultSet row = next.executeQuery()) {
                row.next();
                return new AuditEvent(Ids.next(), event, row.getLong(1), row.getString(2), commitments);
            }
        }
    }

    private static void insert(Connection connection, AuditEvent event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into audit_event (id, aggregate_type, aggregate_id, aggregate_version, action, part, actor,
                                         authentication, at, transaction_id, canonical)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::xid8, ?)
                """)) {
            DomainEvent what = event.what();
            insert.setObject(1, event.id());
            insert.setString(2, what.type().name());
            insert.setObject(3, what.id());
            insert.setLong(4, event.version());
            insert.setString(5, what.action().name());
            insert.setString(6, what.part());
            insert.setObject(7, what.by().person());
            insert.setString(8, what.by().authentication());
            insert.setObject(9, event.at().atOffset(ZoneOffset.UTC));
            insert.setString(10, event.transaction());
            insert.setBytes(11, event.canonical());
            insert.executeUpdate();
        }
    }

    private static void insertChanges(Connection connection, AuditEvent event) throws SQLException {
        if (event.commitments().isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_change (event_id, position, field, salt, payload) values (?, ?, ?, ?, ?)")) {
            for (int position = 0; position < event.commitments().size(); position++) {
                Commitment commitment = event.commitments().get(position);
                insert.setObject(1, event.id());
                insert.setInt(2, position);
                insert.setString(3, commitment.field());
                insert.setBytes(4, commitment.salt());
                insert.setBytes(5, commitment.payload());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private byte[] salt() {
        byte[] salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
